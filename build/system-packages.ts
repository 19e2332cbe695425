import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import { startProgress } from './progress.ts';

/**
 * What Electron, a display, a session bus and a notification daemon need on a bare Debian. The session bus is that of
 * dbus-x11, since dunst would else choose one that brings systemd.
 */
const PACKAGES = [
  'xvfb',
  'xauth',
  'dbus-x11',
  'dunst',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
] as const;
/** The executables among them: all that can be looked for where there is no dpkg. */
const EXECUTABLES = ['Xvfb', 'xvfb-run', 'xauth', 'dbus-run-session', 'dunst', 'dunstctl'] as const;

/**
 * Makes sure that Electron can be tested on this Linux: installs what is missing on Debian as root.
 * Does nothing on a Mac, which needs nothing.
 * @throws elsewhere, with the command to type
 */
export async function ensureSystemPackages(): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = (await isExecutable('dpkg')) ? await missingPackages() : await missingExecutables();
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !(await isExecutable('apt-get'))) {
    const command = `sudo apt-get update && sudo apt-get ${installArguments(await namesHere()).join(' ')}`;
    throw new Error(
      `Not installed: ${missing.join(', ')}. On Debian or Ubuntu this installs it:\n  ${command}`,
    );
  }
  await install();
}

async function missingPackages(): Promise<readonly string[]> {
  const installed = await installedPackages();
  return PACKAGES.filter((name) => !installed.has(name) && !installed.has(since64BitTime(name)));
}

async function installedPackages(): Promise<ReadonlySet<string>> {
  // Lines like "libgtk-3-0:amd64    install".
  const { stdout } = await execa('dpkg', ['--get-selections']);
  const lines = stdout.split('\n').filter((line) => line.endsWith('\tinstall'));
  return new Set(lines.map((line) => line.replace(/[:\t].*/, '')));
}

async function missingExecutables(): Promise<readonly string[]> {
  const found = await Promise.all(EXECUTABLES.map(isExecutable));
  return EXECUTABLES.filter((_, index) => !found[index]);
}

/** Debian 13 and Ubuntu 24.04 renamed libraries whose time became 64 bits wide. */
function since64BitTime(name: string): string {
  return `${name}t64`;
}

async function namesHere(): Promise<readonly string[]> {
  if (!(await isExecutable('apt-cache'))) return PACKAGES;
  const { stdout } = await execa('apt-cache', ['pkgnames', 'lib']);
  const known = new Set(stdout.split('\n'));
  return PACKAGES.map((name) => (known.has(since64BitTime(name)) ? since64BitTime(name) : name));
}

function installArguments(packages: readonly string[]): readonly string[] {
  return ['install', '-y', '--no-install-recommends', ...packages];
}

async function install(): Promise<void> {
  const done = startProgress(`Installing system packages: ${PACKAGES.join(' ')}`);
  try {
    await aptGet(['update']);
    await aptGet(installArguments(await namesHere()));
  } finally {
    done();
  }
}

/** @throws with all that it printed */
async function aptGet(commandArguments: readonly string[]): Promise<void> {
  // A question from a package would wait for ever.
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const result = await execa('apt-get', commandArguments, { env, stdin: 'ignore', all: true, reject: false });
  if (result.failed) throw new Error(`apt-get ${commandArguments.join(' ')} failed:\n${result.all}`);
}

async function isExecutable(name: string): Promise<boolean> {
  const directories = (process.env.PATH ?? '').split(delimiter);
  const candidates = directories.map((directory) => access(join(directory, name), constants.X_OK));
  return Promise.any(candidates).then(
    () => true,
    () => false,
  );
}
