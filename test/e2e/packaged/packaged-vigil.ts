import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { parse } from 'plist';
import { onTestFinished } from 'vitest';
import { getElectron } from '../../../build/get-electron.ts';
import { packageForThisLinux } from '../../../build/package-app.ts';
import { until } from '../../mac/until.ts';

const QUIT_LIMIT_MS = 15_000;

export type Packaged = { readonly dir: string; readonly executable: string; readonly asar: string };

/** Packages Vigil for this Linux, below `output`. */
export async function packageForLinux(output: string): Promise<Packaged> {
  const dir = await packageForThisLinux(output, await getElectron(() => undefined));
  return { dir, executable: join(dir, 'vigil'), asar: join(dir, 'resources', 'app.asar') };
}

/** A home folder for the test that runs now: to a packaged Vigil all else is this very computer. */
export async function createHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'vigil-home-'));
  onTestFinished(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  await mkdir(vigilFolder(home), { recursive: true });
  await mkdir(join(home, 'tmp'));
  return home;
}

export function vigilFolder(home: string): string {
  return join(home, 'Library', 'Application Support', 'Vigil');
}

type Circumstances = { readonly home: string; readonly env?: Readonly<Record<string, string>> };

function environment({ home, env = {} }: Circumstances): Record<string, string> {
  const folders = {
    HOME: home,
    TMPDIR: join(home, 'tmp'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
  };
  // In containers root is usual, and has no sandbox. As a switch it would be an argument of the command.
  return { ELECTRON_DISABLE_SANDBOX: '1', ...folders, ...env };
}

/** Runs one command of the packaged program. */
export async function runPackaged(
  { executable }: Packaged,
  args: readonly string[],
  circumstances: Circumstances,
) {
  const env = environment(circumstances);
  const { exitCode, stdout, stderr } = await execa(executable, args, { env, reject: false });
  return { exitCode, stdout, stderr };
}

export type Running = {
  readonly pid: number;
  /** What it has written to stdout and stderr. */
  readonly output: () => string;
  readonly hasEnded: () => boolean;
};

/** Starts the packaged program as the app in the tray; it is ended, as by a logout, when the test is over. */
export async function startPackaged(
  { executable }: Packaged,
  args: readonly string[],
  circumstances: Circumstances,
): Promise<Running> {
  const env = { ...process.env, ...environment(circumstances) };
  const child = spawn(executable, ['--disable-gpu', '--disable-dev-shm-usage', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  await once(child, 'spawn');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  onTestFinished(async () => {
    child.kill('SIGTERM');
    try {
      await until('the packaged Vigil has quit', hasEnded, { limitMs: QUIT_LIMIT_MS });
    } finally {
      child.kill('SIGKILL');
    }
  });
  return { pid: child.pid ?? 0, output: () => output, hasEnded };
}

/** What it has left in status.plist; waits for it. */
export async function statusLeftIn(home: string): Promise<unknown> {
  const file = join(vigilFolder(home), 'status.plist');
  const read = async () => readFile(file, 'utf8').catch(() => '');
  await until('status.plist is there', async () => (await read()) !== '');
  return parse(await read());
}
