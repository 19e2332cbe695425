import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Session, startSession } from '../../support/session.ts';

// Each test file has a desktop and a folder for temporary files of its own, so that files can run side by side.
const outside = tmpdir();
let scratch: string;
let session: Session;

beforeAll(async () => {
  scratch = await mkdtemp(join(outside, 'e2e-'));
  session = await startSession();
  Object.assign(process.env, session.env, { TMPDIR: scratch });
});

afterAll(async () => {
  process.env.TMPDIR = outside;
  await session?.end();
  await rm(scratch, { recursive: true, force: true });
});
