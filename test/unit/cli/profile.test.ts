import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProfile } from '../../../electron/cli/profile.ts';

/** No process has such a number. */
const nobody = 2 ** 30;

let scratch: string;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'vigil-profile-'));
});

afterEach(async () => {
  await rm(scratch, { recursive: true, force: true });
});

test('a command removes its own profile, and first those of commands that are over', async () => {
  const running = createProfile(scratch);
  await mkdir(join(scratch, `vigil-command-${nobody}-abcdef`, 'Network'), { recursive: true });
  await mkdir(join(scratch, 'vigil-command-of-somebody'));
  await mkdir(join(scratch, 'vigil-else'));
  const own = createProfile(scratch);
  expect((await readdir(scratch)).sort()).toEqual(
    ['vigil-else', basename(running.path), basename(own.path), 'vigil-command-of-somebody'].sort(),
  );
  own.remove();
  own.remove();
  expect(await readdir(scratch)).not.toContain(basename(own.path));
  expect(await readdir(scratch)).toContain(basename(running.path));
});
