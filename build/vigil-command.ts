import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Children } from './children.ts';
import { getElectron } from './get-electron.ts';

/** A program and its arguments. */
export type Command = readonly [executable: string, ...args: string[]];

const REPOSITORY = join(import.meta.dirname, '..');

/** Vigil's command line under plain Node, which needs no display and no Electron. */
export function vigilInTerminal(...args: readonly string[]): Command {
  return [process.execPath, join(REPOSITORY, 'electron', 'vigil.ts'), ...args];
}

/**
 * Vigil in the menu bar or tray, newly bundled.
 * @param switches Chromium's
 * @throws if it cannot be bundled, or no Electron can be had
 */
export async function vigilInTray(children: Children, ...switches: readonly string[]): Promise<Command> {
  await bundleVigil(children);
  const { executable } = await getElectron();
  return [executable, ...(await sandboxSwitches()), ...switches, REPOSITORY];
}

/**
 * Bundles Vigil anew, into out/.
 * @throws if it cannot be bundled
 */
export async function bundleVigil(children: Children): Promise<void> {
  const code = await children.run(process.execPath, [join(import.meta.dirname, 'bundle.ts')]);
  if (code !== 0) throw new Error('Vigil could not be bundled.');
}

/** Chromium's sandbox cannot be had as root, nor where AppArmor keeps programs from making namespaces (Ubuntu 24.04). */
export async function sandboxSwitches(): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  const restricted = (await readFile(restriction, 'utf8').catch(() => '0')).trim() === '1';
  return process.getuid?.() === 0 || restricted ? ['--no-sandbox'] : [];
}
