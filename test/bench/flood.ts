import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseLines } from '../../electron/ledger-lines.ts';
import type { Mac } from '../mac/mac.ts';
import { until } from '../mac/until.ts';
import type { Figure } from './figures.ts';
import { linesPerSecond, seconds } from './flood-size.ts';
import type { Launcher, RunningApp } from './launcher.ts';
import { openings } from './popover.ts';
import { memoryOf, processTree } from './process-tree.ts';
import { withMac } from './with-mac.ts';

const floodMs = seconds * 1000;

/** A flood of relevant lines in the log, for a minute, while somebody opens the popover again and again. */
export async function measureFlood(launcher: Launcher): Promise<readonly Figure[]> {
  return withMac(async (mac) => {
    const report = await replaceLog(mac);
    // The check is due, so the log is followed.
    await mac.setLastSignIn(Date.now() - 121 * 60_000);
    const vigil = await launcher.launch(await launcher.vigilWithProbeOn(mac));
    await delay(5_000);
    const before = await megabytesOf(vigil);
    const opened: number[] = [];
    const endAt = performance.now() + floodMs;
    while (performance.now() < endAt) opened.push(...(await openings(vigil, 5)));
    await until('the flood is over', () => exists(report), { limitMs: 5 * floodMs });
    await delay(2_000);
    const after = await megabytesOf(vigil);
    const { tookMs } = JSON.parse(await readFile(report, 'utf8'));
    await vigil.quit();
    const { lost, doubled } = await gapsIn(mac);
    return [
      { what: 'written in, to the time planned', unit: '×', values: [tookMs / floodMs], aim: atMost(1.02) },
      {
        what: 'lines lost, of those that the ledger has room for',
        unit: 'lines',
        values: [lost],
        aim: atMost(0),
      },
      { what: 'lines doubled', unit: 'lines', values: [doubled], aim: atMost(0) },
      { what: 'memory after, to before', unit: '×', values: [after / before], aim: atMost(1.5) },
      {
        what: 'click → popover, meanwhile',
        unit: 'ms',
        values: opened.slice(1),
        aim: { of: 'p95', atMost: 200 },
      },
    ];
  });
}

const atMost = (limit: number) => ({ of: 'median', atMost: limit }) as const;

/** @returns the file that is there when the flood is over */
async function replaceLog({ layout, dir }: Mac): Promise<string> {
  const report = join(dir, 'flood.json');
  const quoted = [process.execPath, join(import.meta.dirname, 'flood-log.ts'), report].map(
    (word) => `'${word}'`,
  );
  await writeFile(layout.log, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`);
  await chmod(layout.log, 0o755);
  return report;
}

/** The ledger keeps the newest: from the first line that it holds to the last that was written none may be missing. */
async function gapsIn({ layout }: Mac): Promise<{ readonly lost: number; readonly doubled: number }> {
  const content = await readFile(join(layout.home, 'Library/Application Support/Vigil/ledger.jsonl'));
  const numbers = parseLines(content).entries.flatMap((entry) =>
    entry.type === 'log' ? Number(entry.event.key.split(':')[1]) : [],
  );
  const different = new Set(numbers);
  return {
    lost: linesPerSecond * seconds - Math.min(...numbers) + 1 - different.size,
    doubled: numbers.length - different.size,
  };
}

async function megabytesOf({ pid }: RunningApp): Promise<number> {
  return (await memoryOf(await processTree(pid))) / 1e6;
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
