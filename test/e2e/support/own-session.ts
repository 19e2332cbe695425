import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { startSession } from '../../support/session.ts';

// Each test file has a desktop and a folder for temporary files of its own, so that files can run side by side.
const outside = tmpdir();

beforeAll(async () => {
  const scratch = await mkdtemp(join(outside, 'e2e-'));
  const session = await startSession();
  Object.assign(process.env, session.env, { TMPDIR: scratch });
  // After what a file itself ends in this way.
  return async () => {
    process.env.TMPDIR = outside;
    await session.end();
    await rm(scratch, { recursive: true, force: true });
  };
});
