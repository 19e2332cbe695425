import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Does the work while no other process that asks for the same lock file does.
 * @param onWait called once if another process is at it
 */
export async function withLock<T>(lockFile: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  let waiting = false;
  while (!(await take(lockFile))) {
    if (await isHeld(lockFile)) {
      if (!waiting) onWait();
      waiting = true;
      await delay(200);
    } else {
      await rm(lockFile, { force: true });
    }
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

/** The lock appears together with its content, so nobody can read half of it. */
async function take(lockFile: string): Promise<boolean> {
  const own = `${lockFile}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, lockFile);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own);
  }
}

/** A process that was killed leaves its lock behind. */
async function isHeld(lockFile: string): Promise<boolean> {
  const pid = await readFile(lockFile, 'utf8').catch(() => undefined);
  if (pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}
