import { existsSync, readFileSync, renameSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildBinary } from 'plist';
import type { TrayItem } from '../e2e/support/tray-item.ts';
import type { Mac } from '../mac/mac.ts';
import { realSeconds } from '../mac/plist-file.ts';
import { until } from '../mac/until.ts';
import type { Figure } from './figures.ts';
import type { Launcher } from './launcher.ts';
import { quiet, withMac } from './with-mac.ts';

const repetitions = 100;

/** The registration ends and is back in turn; each time the phase is another one, and with it the icon. */
export async function measureUpdates(launcher: Launcher): Promise<readonly Figure[]> {
  return withMac(async (mac) => {
    const vigil = await launcher.launch(await launcher.vigilOn(mac));
    await until('the first status is written', () => existsSync(statusPlistOf(mac)));
    await quiet(mac);
    const status = watchStatus(mac);
    const icon = await watchIcon(vigil.item);
    const [files, icons]: [number[], number[]] = [[], []];
    for (let i = 0; i < repetitions; i += 1) {
      const registered = i % 2 === 1;
      const seen = Promise.all([status.next(registered ? 'protected' : 'deactivated'), icon.next()]);
      const replacedAt = replacePlist(mac, registered);
      const [writtenAt, shownAt] = await seen;
      files.push(writtenAt - replacedAt);
      icons.push(shownAt - replacedAt);
      await quiet(mac);
    }
    status.close();
    await vigil.quit();
    const aim = { of: 'p95', atMost: 20 } as const;
    return [
      { what: 'plist replaced → status.plist written', unit: 'ms', values: files, aim },
      { what: 'plist replaced → new icon in the tray', unit: 'ms', values: icons, aim },
    ];
  });
}

/** @returns the instant just before the new file took the place of the old one */
function replacePlist({ layout }: Mac, registered: boolean): number {
  const values = { have_an_Azure_id: registered, last_aad_token_timestamp: realSeconds(Date.now() - 60_000) };
  const next = `${layout.aadPlist}.next`;
  writeFileSync(next, buildBinary(values), { mode: 0o600 });
  const at = performance.now();
  renameSync(next, layout.aadPlist);
  return at;
}

function statusPlistOf({ layout }: Mac): string {
  return join(layout.home, 'Library/Application Support/Vigil/status.plist');
}

/** Tells when status.plist first says that phase. */
function watchStatus(mac: Mac) {
  const path = statusPlistOf(mac);
  let onEvent: () => void = () => undefined;
  const watcher = watch(dirname(path), () => onEvent());
  return {
    next: async (phase: string): Promise<number> => {
      const { promise, resolve } = Promise.withResolvers<number>();
      onEvent = () => {
        const at = performance.now();
        if (readFileSync(path, 'utf8').includes(`<string>${phase}</string>`)) resolve(at);
      };
      return promise;
    },
    close: () => watcher.close(),
  };
}

/** Tells when the tray has received a picture that is another one than the last. */
async function watchIcon(item: TrayItem) {
  let onNews: () => Promise<void> = async () => undefined;
  let last = (await item.picture()).argb;
  await item.onNewPicture(() => void onNews());
  return {
    next: async (): Promise<number> => {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      onNews = async () => {
        try {
          const { argb } = await item.picture();
          if (argb.equals(last)) return;
          last = argb;
          resolve(performance.now());
        } catch (error) {
          reject(error);
        }
      };
      return promise;
    },
  };
}
