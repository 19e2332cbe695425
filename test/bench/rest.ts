import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Mac } from '../mac/mac.ts';
import { type Figure, ratio } from './figures.ts';
import type { App, Launcher } from './launcher.ts';
import { cpuTimeOf, memoryOf, processTree } from './process-tree.ts';
import { quiet, withMac } from './with-mac.ts';

const repetitions = 3;
// V8 tidies its heap once, half a minute after the start: that is no rest yet.
const settleMs = 40_000;
// Some ticks come but every few seconds: in a shorter look their number is chance.
const watchMs = 100_000;

type Rest = { readonly megabytes: number; readonly cpuMsPerMinute: number };

/** Vigil in `protected`, its popover never opened, and the bare app, in turn; neither is asked for anything. */
export async function measureRest(launcher: Launcher): Promise<readonly Figure[]> {
  return withMac(async (mac) => {
    const restOf = async (app: App): Promise<Rest> => {
      const running = await launcher.launch(app);
      await quiet(mac);
      await delay(settleMs);
      const rest = await watchProcesses(running.pid);
      await running.quit();
      return rest;
    };
    const [vigil, bare] = [await launcher.vigilOn(mac), await launcher.bareApp()];
    const [ours, theirs]: [Rest[], Rest[]] = [[], []];
    for (let i = 0; i < repetitions; i += 1) {
      theirs.push(await restOf(bare));
      ours.push(await restOf(vigil));
      await refuseUnlessProtected(mac);
    }
    return figuresOf(ours, theirs);
  });
}

async function watchProcesses(pid: number): Promise<Rest> {
  const processes = await processTree(pid);
  const before = await cpuTimeOf(processes);
  await delay(watchMs);
  const cpuMs = (await cpuTimeOf(processes)) - before;
  return {
    megabytes: (await memoryOf(processes)) / 1e6,
    cpuMsPerMinute: (cpuMs * 60_000) / watchMs,
  };
}

function figuresOf(ours: readonly Rest[], theirs: readonly Rest[]): readonly Figure[] {
  const aim = { of: 'median', atMost: 1.15 } as const;
  const memory = (what: string, rests: readonly Rest[]): Figure => ({
    what: `memory at rest, ${what}`,
    unit: 'MB',
    values: rests.map(({ megabytes }) => megabytes),
  });
  const cpu = (what: string, rests: readonly Rest[]): Figure => ({
    what: `CPU at rest, ${what}`,
    unit: 'ms of CPU a minute',
    values: rests.map(({ cpuMsPerMinute }) => cpuMsPerMinute),
  });
  const [ourMemory, theirMemory] = [memory('Vigil', ours), memory('bare app', theirs)];
  const [ourCpu, theirCpu] = [cpu('Vigil', ours), cpu('bare app', theirs)];
  return [
    ...[ourMemory, theirMemory, ratio('Vigil to bare app', ourMemory, theirMemory, aim)],
    ...[ourCpu, theirCpu, ratio('Vigil to bare app', ourCpu, theirCpu, aim)],
  ];
}

async function refuseUnlessProtected({ layout }: Mac): Promise<void> {
  const status = await readFile(join(layout.home, 'Library/Application Support/Vigil/status.plist'), 'utf8');
  if (!status.includes('<string>protected</string>')) throw new Error('Vigil was not in phase `protected`.');
}
