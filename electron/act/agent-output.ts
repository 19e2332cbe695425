import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { AttemptEnd } from '../assess/facts.ts';

/** A verbose agent can say a lot; what counts stands at the end. */
const mostReadBytes = 64 * 1024;

/** Makes the file anew, for the agent's standard output and error. It names accounts: nobody else may read it. */
export async function openOutput(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // Never opened where it lies: it could be a link to elsewhere, or a FIFO that nobody reads.
  await rm(path, { recursive: true, force: true });
  return open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_APPEND, 0o600);
}

/** What the agent says came of its sign-in; null where it says nothing, or nothing can be read. Never rejects. */
export async function readClaims(path: string): Promise<AttemptEnd['claims']> {
  const output = await readEnd(path).catch(() => '');
  const claims = Array.from(
    output.matchAll(/(AAD|Microsoft Entra) ID acquired|No AAD ID found/g),
    ([claim]) => claim,
  );
  const last = claims.at(-1);
  if (last === undefined) return null;
  return last.startsWith('No') ? 'not-found' : 'acquired';
}

async function readEnd(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return '';
    const buffer = Buffer.alloc(Math.min(stats.size, mostReadBytes));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, stats.size - buffer.length);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
