import { mkdtempSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FolderWatch } from '../../../electron/sense/watch-folder.ts';

let root: string;
let problems: unknown[];
let watches: FolderWatch[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigil-watch-'));
  problems = [];
  watches = [];
});

afterEach(async () => {
  for (const watch of watches) watch.close();
  await rm(root, { recursive: true, force: true });
  expect(problems).toEqual([]);
});

/** Watches one entry of the folder; `told` says how often it changed. */
function start(folder: string, entry = 'state') {
  let told = 0;
  const watch = new FolderWatch({
    folder,
    concerns: (name) => name === entry,
    onChange: () => {
      told += 1;
    },
    onProblem: (error) => problems.push(error),
  });
  watches.push(watch);
  const tells = async (act: () => Promise<unknown>) => {
    const before = told;
    await act();
    await vi.waitFor(() => expect(told).toBeGreaterThan(before), { timeout: 10_000, interval: 5 });
  };
  return { tells, told: () => told, close: () => watch.close() };
}

async function replace(folder: string, text: string) {
  await writeFile(join(folder, 'temporary'), text);
  await rename(join(folder, 'temporary'), join(folder, 'state'));
}

test('each atomic replacement of a file is told', async () => {
  const { tells } = start(root);
  for (let round = 0; round < 5; round += 1) await tells(() => replace(root, String(round)));
});

test('a file that appears or goes is told', async () => {
  const { tells } = start(root);
  await tells(() => writeFile(join(root, 'state'), ''));
  await tells(() => rm(join(root, 'state')));
});

test('other files of the folder are not told', async () => {
  const { told } = start(root);
  const neighbour = start(root, 'neighbour');
  await neighbour.tells(() => writeFile(join(root, 'neighbour'), ''));
  expect(told()).toBe(0);
});

test('a folder that appears later is watched from then on', async () => {
  const folder = join(root, 'Library', 'Application Support', 'Vigil');
  const { tells } = start(folder);
  await tells(() => mkdir(folder, { recursive: true }));
  await tells(() => replace(folder, 'first'));
});

test('a folder that is removed and made again is still watched', async () => {
  const folder = join(root, 'Vigil');
  await mkdir(folder);
  const { tells } = start(folder);
  for (let round = 0; round < 5; round += 1) {
    await tells(async () => {
      await rm(folder, { recursive: true });
      await mkdir(folder);
    });
    await tells(() => replace(folder, String(round)));
  }
});

test('a file in the place of the folder is no folder', async () => {
  const folder = join(root, 'Vigil');
  await writeFile(folder, '');
  const { tells } = start(folder);
  await tells(async () => {
    await rm(folder);
    await mkdir(folder);
  });
  await tells(() => replace(folder, 'at last'));
});

test('after closing nothing is told', async () => {
  const closed = start(root);
  const open = start(root);
  closed.close();
  await open.tells(() => writeFile(join(root, 'state'), ''));
  expect(closed.told()).toBe(0);
});
