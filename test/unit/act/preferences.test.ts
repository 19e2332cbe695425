import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writePreference } from '../../../electron/act/preferences.ts';
import { locateMac } from '../../../electron/paths.ts';
import { run } from '../../../electron/sense/run.ts';
import { readValues } from '../../../electron/sense/settings.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';

async function pathsOfNewMac() {
  const mac = await temporaryMac({});
  const { userName } = mac.layout;
  const location = locateMac({ root: mac.dir, packaged: false, userName, home: '/nowhere' });
  if (location.kind === 'refused') throw new Error(location.why);
  return location.paths;
}

test('a setting is kept by defaults, beside those that are there', async () => {
  const paths = await pathsOfNewMac();
  expect(await writePreference({ paths, run }, 'Language', 'de')).toEqual({ kind: 'written' });
  expect(await writePreference({ paths, run }, 'WarnBeforeLapse', 'never')).toEqual({ kind: 'written' });
  expect(Object.fromEntries(readValues(paths.settings.own))).toEqual({
    Language: 'de',
    WarnBeforeLapse: 'never',
  });
});

test('what could not be kept is told, with the reason', async () => {
  const paths = await pathsOfNewMac();
  writeFileSync(paths.run.defaults, '#!/bin/sh\necho "no space" >&2\nexit 1\n');
  expect(await writePreference({ paths, run }, 'Language', 'de')).toEqual({
    kind: 'failed',
    why: 'no space',
  });
  rmSync(paths.run.defaults);
  expect(await writePreference({ paths, run }, 'Language', 'de')).toEqual({ kind: 'failed', why: 'failed' });
  expect(() => readFileSync(paths.settings.own)).toThrow('ENOENT');
});
