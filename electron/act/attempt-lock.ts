import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ProcessIdentity } from '../attempt-record.ts';
import type { ActDeps } from './deps.ts';
import { isAlive } from './processes.ts';

export type Locked<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'busy' };

/** The lock is held for milliseconds; whoever holds it this long hangs. */
const patienceMs = 10_000;
const claimName = /^(\d{1,10})-(\d{1,16})-[0-9a-f-]+$/;

/**
 * Does the work while nobody else does any under the same lock, in the app or in the command line.
 *
 * The lock is a folder. Whoever wants it puts a claim there, exclusively created and named by process id and start,
 * then looks: alone it holds the lock, else it withdraws and tries again. Two can thus never both hold it, as the later
 * of two claims always sees the earlier one. Claims that killed processes have left are swept away; each has a name of
 * its own. (That is where a lock of a single file fails: of two processes that find it stale, the slower one removes
 * the lock that the faster one has just made.)
 *
 * Rejects when the folder cannot be written to, or with what the work rejects with.
 */
export async function withLock<T>(deps: ActDeps, work: () => Promise<T>): Promise<Locked<T>> {
  const folder = deps.paths.vigil.attemptLock;
  const self = await deps.self();
  const givenUpAt = performance.now() + patienceMs;
  while (performance.now() < givenUpAt) {
    const claim = await stake(folder, self);
    try {
      const claims = await readdir(folder);
      if (claims.every((name) => name === claim)) return { kind: 'done', value: await work() };
    } finally {
      await rm(join(folder, claim), { force: true });
    }
    await sweep(folder, deps);
    await delay(10 + Math.random() * 50); // each another while, or two that met would meet again
  }
  return { kind: 'busy' };
}

async function stake(folder: string, { pid, startedAt }: ProcessIdentity): Promise<string> {
  const claim = `${pid}-${startedAt}-${crypto.randomUUID()}`;
  await makeFolder(folder);
  await writeFile(join(folder, claim), '', { flag: 'wx', mode: 0o600 });
  return claim;
}

async function makeFolder(folder: string): Promise<void> {
  const make = () => mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await make();
  } catch {
    await rm(folder, { force: true }); // some other file was there; a folder would not go this way
    await make();
  }
}

/** Removes the claims whose processes are gone, and whatever else lies there. */
async function sweep(folder: string, { mac }: ActDeps): Promise<void> {
  const names = await readdir(folder);
  if (names.length === 0) return;
  const processes = await mac.processes();
  for (const name of names) {
    const owner = ownerOf(name);
    if (owner === null || !isAlive(owner, processes))
      await rm(join(folder, name), { recursive: true, force: true });
  }
}

function ownerOf(name: string): ProcessIdentity | null {
  const match = claimName.exec(name);
  return match === null ? null : { pid: Number(match[1]), startedAt: Number(match[2]) };
}
