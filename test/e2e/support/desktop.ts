import { onTestFinished } from 'vitest';
import { NotificationCentre } from './notification-centre.ts';
import { TrayHost } from './tray-host.ts';

/** What a person's desktop has besides windows: a tray and a notification centre. */
export type Desktop = { readonly tray: TrayHost; readonly notifications: NotificationCentre };

/** A desktop for the test that runs now; it is closed when the test is over. */
export async function openDesktop(): Promise<Desktop> {
  const tray = await TrayHost.open();
  onTestFinished(() => tray.close());
  const notifications = await NotificationCentre.open();
  onTestFinished(() => notifications.close());
  return { tray, notifications };
}
