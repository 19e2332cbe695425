import { mkdtempSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, buildBinary } from 'plist';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PlistFact } from '../../../electron/assess/facts.ts';
import type { AadPlistWatch } from '../../../electron/sense/aad-plist-watch.ts';
import { watchAadPlist } from '../../../electron/sense/aad-plist-watch.ts';

const name = 'com.jamf.management.jamfAAD.plist';

let root: string;
let facts: PlistFact[];
let watches: AadPlistWatch[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigil-watch-'));
  facts = [];
  watches = [];
});

afterEach(async () => {
  for (const watch of watches) watch.close();
  await rm(root, { recursive: true, force: true });
});

async function watchIn(folder: string) {
  const watch = watchAadPlist(join(folder, name), (fact) => facts.push(fact));
  watches.push(watch);
  return { watch, first: await watch.read() };
}

/** As cfprefsd does it: a new file beside the old one takes its name. */
async function replace(folder: string, seconds: number, registered = true) {
  const temporary = join(folder, `${name}.new`);
  const content = { have_an_Azure_id: registered, last_aad_token_timestamp: seconds };
  await writeFile(temporary, buildBinary(content));
  await rename(temporary, join(folder, name));
}

async function told(expected: Record<string, unknown>) {
  await vi.waitFor(() => expect(facts.at(-1)).toMatchObject(expected), { timeout: 10_000, interval: 2 });
}

test('each atomic replacement is told', async () => {
  const { first } = await watchIn(root);
  expect(first).toEqual({ kind: 'absent' });
  for (let round = 1; round <= 20; round++) {
    await replace(root, round);
    await told({ kind: 'read', lastSignInAt: round * 1000 });
  }
});

test('a file that appears, goes, or gives way to a folder is told', async () => {
  await replace(root, 1);
  const { first } = await watchIn(root);
  expect(first).toMatchObject({ kind: 'read', lastSignInAt: 1000 });
  await rm(join(root, name));
  await told({ kind: 'absent' });
  await mkdir(join(root, name));
  await told({ kind: 'unreadable', why: 'not-a-file' });
  await rm(join(root, name), { recursive: true });
  await replace(root, 2);
  await told({ kind: 'read', lastSignInAt: 2000 });
});

test('a half-written file is malformed until the rest is there', async () => {
  const { first } = await watchIn(root);
  expect(first.kind).toBe('absent');
  const text = build({ have_an_Azure_id: true, last_aad_token_timestamp: 5 });
  await writeFile(join(root, name), text.slice(0, 200));
  await told({ kind: 'unreadable', why: 'malformed' });
  await writeFile(join(root, name), text.slice(200), { flag: 'a' });
  await told({ kind: 'read', lastSignInAt: 5000 });
});

test('what is not new is not told, and other files of the folder are not looked at', async () => {
  await replace(root, 1);
  const { watch } = await watchIn(root);
  await writeFile(join(root, 'another.plist'), '');
  await writeFile(join(root, `${name}.new`), '');
  await replace(root, 2);
  await told({ kind: 'read', lastSignInAt: 2000 });
  expect(facts).toHaveLength(1);
  // A reading hands its fact out too.
  await rm(join(root, name));
  await watch.read();
  await replace(root, 3);
  await told({ kind: 'read', lastSignInAt: 3000 });
});

test('a burst of replacements ends with the last one', async () => {
  await watchIn(root);
  for (let round = 1; round <= 200; round++) await replace(root, round);
  await told({ kind: 'read', lastSignInAt: 200_000 });
  expect(facts.length).toBeLessThanOrEqual(200);
});

test('a folder that appears later is watched from then on', async () => {
  const folder = join(root, 'Library', 'Preferences');
  const { first } = await watchIn(folder);
  expect(first).toEqual({ kind: 'absent' });
  await mkdir(folder, { recursive: true });
  await replace(folder, 1);
  await told({ kind: 'read', lastSignInAt: 1000 });
  await replace(folder, 2);
  await told({ kind: 'read', lastSignInAt: 2000 });
});

test('a folder that is removed and comes back is watched again, each time', async () => {
  const folder = join(root, 'Preferences');
  for (let round = 1; round <= 5; round++) {
    await mkdir(folder);
    await replace(folder, round);
    if (round === 1) await watchIn(folder);
    else await told({ kind: 'read', lastSignInAt: round * 1000 });
    await rm(folder, { recursive: true });
    await told({ kind: 'absent' });
  }
});

test('a folder whose place another one takes is followed by name', async () => {
  const folder = join(root, 'Preferences');
  const other = join(root, 'other');
  await mkdir(folder);
  await mkdir(other);
  await replace(folder, 1);
  await replace(other, 2);
  const { watch } = await watchIn(folder);
  await rename(folder, join(root, 'old'));
  await rename(other, folder);
  // A Mac need not tell of it; the next reading finds out.
  expect(await watch.read()).toMatchObject({ kind: 'read', lastSignInAt: 2000 });
  await replace(folder, 3);
  await told({ kind: 'read', lastSignInAt: 3000 });
});

test('a file in the place of the folder is no folder', async () => {
  const folder = join(root, 'Preferences');
  await writeFile(folder, '');
  const { first } = await watchIn(folder);
  expect(first).toEqual({ kind: 'absent' });
  await rm(folder);
  await mkdir(folder);
  await replace(folder, 1);
  await told({ kind: 'read', lastSignInAt: 1000 });
});

test('after closing nothing is told', async () => {
  const { watch } = await watchIn(root);
  watch.close();
  const open: PlistFact[] = [];
  watches.push(watchAadPlist(join(root, name), (fact) => open.push(fact)));
  await replace(root, 1);
  await vi.waitFor(() => expect(open).toHaveLength(1), { timeout: 10_000, interval: 2 });
  expect(facts).toEqual([]);
});
