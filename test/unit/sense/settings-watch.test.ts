import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { locateMac } from '../../../electron/paths.ts';
import { managedGapMs } from '../../../electron/sense/managed-file.ts';
import { watchSettings } from '../../../electron/sense/settings-watch.ts';
import { replacePlist } from '../../mac/plist-file.ts';
import { until } from '../../mac/until.ts';
import { tempFolder } from '../support/temp-folder.ts';

function given() {
  const mac = locateMac({ root: tempFolder(), packaged: false, userName: 'alex', home: '' });
  if (mac.kind === 'refused') throw new Error(mac.why);
  let now = 0;
  let events = 0;
  const { settings } = mac.paths;
  const watch = watchSettings(
    mac.paths,
    () => now,
    () => events++,
  );
  onTestFinished(watch.close);
  return {
    settings,
    watch,
    events: () => events,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

async function write(path: string, values: Readonly<Record<string, number>>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await replacePlist(path, values, 'binary');
}

it('reads the three files, and tells when one of them may be another', async () => {
  const { settings, watch, events } = given();
  expect(watch.read()).toEqual({ forced: [new Map(), new Map()], own: new Map() });
  for (const [i, path] of [settings.own, settings.forced, settings.forcedForUser].entries()) {
    const before = events();
    await write(path, { LedgerDays: i + 1 });
    await until(`an event for ${path}`, () => events() > before);
  }
  expect(watch.read()).toEqual({
    forced: [new Map([['LedgerDays', 3]]), new Map([['LedgerDays', 2]])],
    own: new Map([['LedgerDays', 1]]),
  });
});

it('keeps what the organisation has set for a minute after its file is gone; what the person has set goes at once', async () => {
  const { settings, watch, pass } = given();
  await write(settings.own, { LedgerDays: 1 });
  await write(settings.forced, { LedgerDays: 2 });
  watch.read();
  rmSync(settings.own);
  rmSync(settings.forced);
  const held = { forced: [new Map(), new Map([['LedgerDays', 2]])], own: new Map() };
  expect(watch.read()).toEqual(held);
  pass(managedGapMs - 1);
  expect(watch.read()).toEqual(held);
  pass(1);
  expect(watch.read()).toEqual({ forced: [new Map(), new Map()], own: new Map() });
});
