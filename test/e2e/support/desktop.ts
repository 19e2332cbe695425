import { onTestFinished } from 'vitest';
import { type Eyes, eyesFor, type Look } from './looks.ts';
import { NotificationCentre } from './notification-centre.ts';
import { TrayHost } from './tray-host.ts';

/** What a person's desktop has besides windows: a tray and a notification centre. */
export type Desktop = { readonly tray: TrayHost; readonly notifications: NotificationCentre };

/** A desktop for the test that runs now; it is closed when the test is over. What is on it is read in this look. */
export async function openDesktop(look: Look = 'light'): Promise<Desktop> {
  const eyes: Eyes = eyesFor(look);
  const tray = await TrayHost.open({ eyes });
  onTestFinished(() => tray.close());
  const notifications = await NotificationCentre.open(eyes);
  onTestFinished(() => notifications.close());
  return { tray, notifications };
}
