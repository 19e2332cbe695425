import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuseUnlessGenuine } from '../../../build/electron-from-npm.ts';
import { withLock } from '../../../build/lock.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'vigil-get-electron-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

test('a download is refused when a single byte of it is different', async () => {
  const file = join(directory, 'package.tgz');
  const sha512 = createHash('sha512').update('genuine').digest('base64');
  await writeFile(file, 'genuine');
  await expect(refuseUnlessGenuine(file, sha512)).resolves.toBeUndefined();
  await writeFile(file, 'genuinE');
  await expect(refuseUnlessGenuine(file, sha512)).rejects.toThrow(/package\.tgz is refused: its SHA-512 is/);
});

test('two that want Electron at once take turns, and the second says that it waits', async () => {
  const lockFile = join(directory, 'lock');
  const firstHasIt = Promise.withResolvers<void>();
  const secondWaits = Promise.withResolvers<void>();
  const story: string[] = [];
  const first = withLock(
    lockFile,
    () => undefined,
    async () => {
      firstHasIt.resolve();
      await secondWaits.promise;
      story.push('first is done');
    },
  );
  await firstHasIt.promise;
  const second = withLock(lockFile, secondWaits.resolve, async () => story.push('second works'));
  await Promise.all([first, second]);
  expect(story).toEqual(['first is done', 'second works']);
  expect(await readdir(directory)).toEqual([]);
});

test('the lock of a run that was killed is taken over', async () => {
  const lockFile = join(directory, 'lock');
  const dead = execa('sleep', ['0']);
  await writeFile(lockFile, String(dead.pid));
  await dead;
  expect(
    await withLock(
      lockFile,
      () => undefined,
      async () => 'worked',
    ),
  ).toBe('worked');
});
