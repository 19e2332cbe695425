import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../sense/app-pid.ts';

/** A folder for what Chromium wants to keep, for one command. The profile of the app is locked while the app runs. */
export type Profile = { readonly path: string; readonly remove: () => void };

/**
 * Makes one, and removes those of commands that are over: a process that Chromium starts while the command ends makes
 * the folder anew, empty, when nobody is left to remove it.
 */
export function createProfile(within: string = tmpdir()): Profile {
  for (const name of readdirSync(within)) {
    const pid = /^vigil-command-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) remove(join(within, name));
  }
  const path = mkdtempSync(join(within, `vigil-command-${process.pid}-`));
  return { path, remove: () => remove(path) };
}

/** Never throws: a folder may be another user's, or just be written to, and neither is worth failing for. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // The next command tries again.
  }
}
