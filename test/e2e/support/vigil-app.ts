import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { getElectron } from '../../../build/get-electron.ts';
import { until } from '../../mac/until.ts';
import type { Desktop } from './desktop.ts';
import { type Look, lookOptions } from './looks.ts';
import { reliably } from './reliably.ts';
import type { TrayItem } from './tray-item.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');
const ICONS = join(REPOSITORY, 'build', 'icons', 'tray');
const GLYPH_END = 'Template@2x.png';
const PICTURES = join(REPOSITORY, 'test', 'results');
/**
 * In containers root is usual, /dev/shm is small, and there is no GPU. Processes for the GPU and the network that serve
 * one small window take a third of what it costs to start Vigil; none of this is what we test.
 */
const chromiumSwitches = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
];
const QUIT_LIMIT_MS = 15_000;

export type LaunchOptions = {
  /** Where its icon is looked for; null where that is told later, by `moveTo`. */
  readonly desktop: Desktop | null;
  /** The folder of the simulated Mac. */
  readonly root: string;
  /** Chromium's or Vigil's. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The folder of an app: Vigil by default. */
  readonly app?: string;
  /** Light by default. */
  readonly look?: Look;
  /** Takes what is to be done in the end, the last first: when the test that runs now is over, by default. */
  readonly atEnd?: (cleanUp: () => Promise<void>) => void;
};

/** One of our icons, and what of it is opaque. */
type Glyph = { readonly name: string; readonly shape: Buffer };

type Command = { readonly executable: string; readonly args: string[]; readonly env: Record<string, string> };

/** Starts the built Vigil in real Electron; it is ended when the test that runs now is over. */
export async function launchVigil(options: LaunchOptions): Promise<VigilApp> {
  const { atEnd = onTestFinished } = options;
  const profile = await mkdtemp(join(tmpdir(), 'vigil-profile-'));
  atEnd(() => removeProfile(profile));
  const command = await commandFor(options, profile);
  const { executable: executablePath, args, env } = command;
  // Colours as the system has them: what Vigil makes of dark mode is Vigil's.
  const app = await _electron.launch({ executablePath, args, env, colorScheme: null });
  const vigil = new VigilApp(app, command, options);
  atEnd(() => vigil.close());
  return vigil;
}

/** The same for all tests of a file, in `beforeAll`, which returns `end`. */
export async function launchForFile(
  options: Omit<LaunchOptions, 'desktop' | 'atEnd'>,
): Promise<{ readonly vigil: VigilApp; readonly end: () => Promise<void> }> {
  const cleanUps: (() => Promise<void>)[] = [];
  const atEnd = (cleanUp: () => Promise<void>) => cleanUps.unshift(cleanUp);
  const vigil = await launchVigil({ ...options, desktop: null, atEnd });
  const end = async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  };
  return { vigil, end };
}

/** Vigil as it runs: what a person sees of it, and what they can do with it. */
export class VigilApp {
  /** For what no person could see. */
  readonly electron: ElectronApplication;
  readonly pid: number;
  readonly look: Look;
  readonly #command: Command;
  #desktop: Desktop | null;
  #output = '';
  #hasEnded = false;
  #glyphs: Promise<readonly Glyph[]> | null = null;

  constructor(electron: ElectronApplication, command: Command, { desktop, look = 'light' }: LaunchOptions) {
    const child = electron.process();
    this.electron = electron;
    this.pid = child.pid ?? 0;
    this.look = look;
    this.#command = command;
    this.#desktop = desktop;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
    }
    child.once('exit', () => {
      this.#hasEnded = true;
    });
  }

  /** What it has written to stdout and stderr. */
  get output(): string {
    return this.#output;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** From now on its icon is looked for there. */
  moveTo(desktop: Desktop): void {
    this.#desktop = desktop;
  }

  /** Its icon; waits for it. */
  async tray(): Promise<TrayItem> {
    if (this.#desktop === null) throw new Error('No desktop was given to look for the icon on');
    return this.#desktop.tray.itemOf(this.pid);
  }

  /** Which of our icons it shows: the name of its file, without "Template". */
  async glyph(): Promise<string> {
    const { argb } = await (await this.tray()).picture();
    const shape = alphaOf(argb, 0);
    this.#glyphs ??= this.#readGlyphs();
    const glyph = (await this.#glyphs).find((known) => known.shape.equals(shape));
    if (glyph === undefined) throw new Error('The tray shows a picture that is none of our icons');
    return glyph.name;
  }

  /** Its popover; waits for it, but does not open it. */
  async popover(): Promise<Page> {
    const [window] = this.electron.windows();
    const page = window ?? (await this.electron.waitForEvent('window'));
    // A new window is empty for a moment.
    await page.waitForURL((url) => url.protocol !== 'about:');
    return page;
  }

  /** A left click on the icon, and the popover that it opens. */
  async openPopover(): Promise<Page> {
    const [page] = await Promise.all([this.popover(), this.tray().then((item) => item.click())]);
    return page;
  }

  async electronVersion(): Promise<string> {
    return this.electron.evaluate(() => process.versions.electron ?? 'none');
  }

  /** A picture of the popover, in test/results/. */
  async screenshot(name: string): Promise<void> {
    await mkdir(PICTURES, { recursive: true });
    await (await this.popover()).screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  /** Starts Vigil once more, as a person who clicks it again would; resolves with the exit code of that start. */
  async startAgain(): Promise<number | null> {
    const { executable, args, env } = this.#command;
    const child = spawn(executable, args, { env, stdio: 'ignore' });
    await once(child, 'exit');
    return child.exitCode;
  }

  /** Quits it. Rejects when it does not end by itself. */
  async close(): Promise<void> {
    if (this.#hasEnded) return;
    const closing = this.electron.close();
    try {
      await until('Vigil has quit', () => this.#hasEnded, { limitMs: QUIT_LIMIT_MS });
      await closing;
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.electron.process().kill('SIGKILL');
    await until('Vigil is gone', () => this.#hasEnded);
  }

  async #readGlyphs(): Promise<readonly Glyph[]> {
    const names = (await readdir(ICONS)).filter((name) => name.endsWith(GLYPH_END));
    // Blue, green, red and alpha.
    const bitmaps = await reliably(() =>
      this.electron.evaluate(
        ({ nativeImage }, paths) =>
          paths.map((path) => nativeImage.createFromPath(path).toBitmap().toString('base64')),
        names.map((name) => join(ICONS, name)),
      ),
    );
    return names.map((name, index) => ({
      name: name.slice(0, -GLYPH_END.length),
      shape: alphaOf(Buffer.from(bitmaps[index] ?? '', 'base64'), 3),
    }));
  }
}

async function commandFor(
  { root, args = [], env = {}, app = REPOSITORY, look = 'light' }: LaunchOptions,
  profile: string,
): Promise<Command> {
  const { executable } = await getElectron(() => undefined);
  const switches = [...chromiumSwitches, `--user-data-dir=${profile}`];
  const folders = { XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile, VIGIL_ROOT: root };
  const inLook = lookOptions[look];
  return {
    executable,
    args: [...switches, ...inLook.args, app, ...args],
    env: { ...inheritedEnv(), ...folders, ...inLook.env, ...env },
  };
}

/** A Vigil that was killed has left the socket, by which a second start finds it, in a folder elsewhere. */
async function removeProfile(profile: string): Promise<void> {
  const socket = await readlink(join(profile, 'SingletonSocket')).catch(() => null);
  const folders = socket === null ? [profile] : [dirname(socket), profile];
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Ours without what is meant for this test runner alone. */
function inheritedEnv(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && name !== 'NODE_OPTIONS' && name !== 'NODE_ENV') env[name] = value;
  }
  return env;
}

function alphaOf(pixels: Buffer, offset: number): Buffer {
  return Buffer.from(pixels.filter((_byte, index) => index % 4 === offset));
}
