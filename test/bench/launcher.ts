import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sandboxSwitches } from '../../build/vigil-command.ts';
import { TrayHost } from '../e2e/support/tray-host.ts';
import type { TrayItem } from '../e2e/support/tray-item.ts';
import type { Mac } from '../mac/mac.ts';
import { until } from '../mac/until.ts';
import { prepareApps } from './prepare-apps.ts';

const launchLimitMs = 30_000;

/** An app with a profile of its own, which it keeps from start to start. */
export type App = {
  readonly name: string;
  readonly folder: string;
  readonly profile: string;
  readonly env: Readonly<Record<string, string>>;
};

export type RunningApp = {
  readonly pid: number;
  readonly item: TrayItem;
  /** From before its process was made until its icon was in the tray. */
  readonly startMs: number;
  /** Calls the listener with each line that it writes to stdout. */
  readonly onLine: (listener: (line: string) => void) => void;
  readonly quit: () => Promise<void>;
};

type Stage = {
  readonly tray: TrayHost;
  readonly apps: Awaited<ReturnType<typeof prepareApps>>;
  readonly switches: readonly string[];
};

/** Starts apps in Electron, in a session whose tray it is. */
export class Launcher {
  #stage: Promise<Stage> | null = null;
  readonly #awaited = new Map<number, (item: TrayItem) => void>();

  /** The app that does nothing but show an icon. */
  async bareApp(): Promise<App> {
    return newApp('bare app', join(import.meta.dirname, 'bare-app'));
  }

  async vigilOn(mac: Mac): Promise<App> {
    const { apps } = await this.#open();
    return newApp('Vigil', apps.vigil, { VIGIL_ROOT: mac.dir });
  }

  /** Vigil that tells when its popover is painted. */
  async vigilWithProbeOn(mac: Mac): Promise<App> {
    const { apps } = await this.#open();
    return newApp('Vigil', apps.vigilWithProbe, { VIGIL_ROOT: mac.dir });
  }

  async launch(app: App): Promise<RunningApp> {
    const { apps, switches } = await this.#open();
    const args = [...switches, `--user-data-dir=${app.profile}`, app.folder];
    const env = { ...process.env, XDG_CONFIG_HOME: app.profile, XDG_CACHE_HOME: app.profile, ...app.env };
    const startedAt = performance.now();
    const child = spawn(apps.executable, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const item = await this.#iconOf(child, app.name);
    const startMs = performance.now() - startedAt;
    const lines = createInterface({ input: child.stdout });
    return {
      pid: item.pid,
      item,
      startMs,
      onLine: (listener) => void lines.on('line', listener),
      quit: async () => {
        child.kill();
        await until(`${app.name} has quit`, () => child.exitCode !== null || child.signalCode !== null);
      },
    };
  }

  async close(): Promise<void> {
    const stage = await this.#stage;
    await stage?.tray.close();
  }

  async #iconOf(child: ChildProcess, name: string): Promise<TrayItem> {
    const pid = child.pid ?? 0;
    const { promise, resolve, reject } = Promise.withResolvers<TrayItem>();
    const fail = (why: string) => reject(new Error(`${name} shows no icon: ${why}`));
    const timer = setTimeout(() => fail(`not within ${launchLimitMs / 1000} s`), launchLimitMs);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`it has ended (${code ?? signal})`));
    this.#awaited.set(pid, resolve);
    return promise.finally(() => {
      clearTimeout(timer);
      this.#awaited.delete(pid);
    });
  }

  /** At the first launch, so that what needs no desktop runs without. */
  #open(): Promise<Stage> {
    this.#stage ??= this.#openStage();
    return this.#stage;
  }

  async #openStage(): Promise<Stage> {
    const apps = await prepareApps();
    const tray = await TrayHost.open({ onItem: (item) => this.#awaited.get(item.pid)?.(item) });
    return { apps, tray, switches: await sandboxSwitches() };
  }
}

async function newApp(name: string, folder: string, env: App['env'] = {}): Promise<App> {
  return { name, folder, env, profile: await mkdtemp(join(tmpdir(), 'profile-')) };
}
