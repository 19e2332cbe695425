import { setTimeout as delay } from 'node:timers/promises';
import type { Figure } from './figures.ts';
import type { Launcher, RunningApp } from './launcher.ts';
import { quiet, withMac } from './with-mac.ts';

const starts = 12;
const openingsPerStart = 6;
/** Longer than the time for which a click after a loss of the focus means "close". */
const pauseMs = 600;

type Openings = { readonly first: number; readonly later: readonly number[] };

/** From the click to the second frame after the window was shown: by then the first one is on the screen. */
export async function measurePopover(launcher: Launcher): Promise<readonly Figure[]> {
  return withMac(async (mac) => {
    const app = await launcher.vigilWithProbeOn(mac);
    const open = async (): Promise<Openings> => {
      const vigil = await launcher.launch(app);
      await quiet(mac);
      const [first = Number.NaN, ...later] = await openings(vigil, openingsPerStart);
      await vigil.quit();
      return { first, later };
    };
    const all: Openings[] = [];
    for (let i = 0; i < starts; i += 1) all.push(await open());
    return [
      { what: 'click → popover, first', unit: 'ms', values: all.map(({ first }) => first) },
      { what: 'click → popover, later', unit: 'ms', values: all.flatMap(({ later }) => later) },
    ];
  });
}

/** Opens and closes the popover so many times. */
export async function openings(vigil: RunningApp, times: number): Promise<readonly number[]> {
  let hear: (line: string) => void = () => undefined;
  vigil.onLine((line) => hear(line));
  const told = async (what: 'painted' | 'hidden') => {
    const { promise, resolve } = Promise.withResolvers<string>();
    hear = (line) => {
      const [word, detail = ''] = line.split(' ');
      if (word === what) resolve(detail);
    };
    return promise;
  };
  const values: number[] = [];
  for (let i = 0; i < times; i += 1) {
    await delay(pauseMs);
    const painted = told('painted');
    const clickedAt = process.hrtime.bigint();
    await vigil.item.click();
    values.push(Number(BigInt(await painted) - clickedAt) / 1e6);
    await delay(pauseMs);
    const hidden = told('hidden');
    await vigil.item.click();
    await hidden;
  }
  return values;
}
