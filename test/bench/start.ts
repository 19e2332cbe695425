import { type Figure, ratio } from './figures.ts';
import type { App, Launcher } from './launcher.ts';
import { quiet, withMac } from './with-mac.ts';

const repetitions = 25;

/** Starts Vigil and the bare app in turn. Both have been started before, as at every login but the first. */
export async function measureStart(launcher: Launcher): Promise<readonly Figure[]> {
  return withMac(async (mac) => {
    const startOf = async (app: App) => {
      const running = await launcher.launch(app);
      await quiet(mac);
      await running.quit();
      return running.startMs;
    };
    const [vigil, bare] = [await launcher.vigilOn(mac), await launcher.bareApp()];
    await startOf(vigil);
    await startOf(bare);
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let i = 0; i < repetitions; i += 1) {
      theirs.push(await startOf(bare));
      ours.push(await startOf(vigil));
    }
    const vigilStart: Figure = { what: 'start → icon, Vigil', unit: 'ms', values: ours };
    const bareStart: Figure = { what: 'start → icon, bare app', unit: 'ms', values: theirs };
    const aim = { of: 'median', atMost: 1.3 } as const;
    return [vigilStart, bareStart, ratio('Vigil to bare app', vigilStart, bareStart, aim)];
  });
}
