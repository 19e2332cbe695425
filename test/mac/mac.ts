import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { appendFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PlistValue } from 'plist';
import writeFileAtomic from 'write-file-atomic';
import type { AgentBehaviour, WindowAnswer } from './agent-behaviour.ts';
import { readBehaviour } from './agent-behaviour.ts';
import type { LogFaults } from './executables/log.ts';
import { installMac, secondsAndMicros } from './install.ts';
import type { MacLayout } from './layout.ts';
import type { LogEntry } from './log-record.ts';
import { appendRecord } from './log-record.ts';
import { LoginHost } from './login-host.ts';
import type { MacOptions, NetworkState } from './options.ts';
import type { PlistFormat } from './plist-file.ts';
import { readDictionary, realSeconds, replacePlist } from './plist-file.ts';
import type { MacProcess } from './processes.ts';
import { agentProcesses, killProcesses, listProcesses } from './processes.ts';
import { until } from './until.ts';

/** How a run of the agent ended. Nothing follows from its exit code, as with the real one. */
type AgentRunEnd = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
};
export type AgentRun = { readonly pid: number; readonly ended: Promise<AgentRunEnd> };

/** Another account of the same Mac, with a home of its own. */
export type Account = { readonly uid: number; readonly userName: string };

/**
 * A simulated Mac: a folder that looks like the root of a Mac, with executables that act on its files as the real
 * ones do. Vigil uses it by VIGIL_ROOT. Every change that can be made to it is a method here.
 */
export class Mac {
  readonly dir: string;
  readonly layout: MacLayout;
  readonly #loginHost: LoginHost;

  private constructor(layout: MacLayout, loginHost: LoginHost) {
    this.dir = layout.dir;
    this.layout = layout;
    this.#loginHost = loginHost;
  }

  /** Makes the folder a Mac. Throws NotASimulatedMac where something else lies in it. */
  static async create(options: MacOptions): Promise<Mac> {
    const layout = await installMac(options);
    return new Mac(layout, await LoginHost.open(layout));
  }

  // The person's jamfAAD plist

  /** Replaces it by any value at all, as cfprefsd would. */
  async writePlist(value: PlistValue, format: PlistFormat = 'binary'): Promise<void> {
    await replacePlist(this.layout.aadPlist, value, format);
  }

  /** Replaces it by bytes that need not be a plist. */
  async writePlistBytes(bytes: Uint8Array | string): Promise<void> {
    await writeFileAtomic(this.layout.aadPlist, Buffer.from(bytes), { fsync: false });
  }

  async readPlist(): Promise<Readonly<Record<string, PlistValue>>> {
    return readDictionary(this.layout.aadPlist);
  }

  async removePlist(): Promise<void> {
    await rm(this.layout.aadPlist, { recursive: true, force: true });
  }

  /** Moves the last sign-in and leaves the rest of the plist as it is. */
  async setLastSignIn(at: number): Promise<void> {
    await this.writePlist({ ...(await this.readPlist()), last_aad_token_timestamp: realSeconds(at) });
  }

  // The unified log

  appendLog(entry: LogEntry): void {
    appendRecord(this.layout, entry);
  }

  /** Appends bytes that need not be a record; both `stream` and `show` pass them on. */
  async appendLogBytes(bytes: Uint8Array | string): Promise<void> {
    await appendFile(this.layout.logStore, bytes);
  }

  /** What the next `log stream` does wrong. */
  async setLogFaults(faults: LogFaults): Promise<void> {
    await writeFile(this.layout.state.logFaults, JSON.stringify(faults));
  }

  async setStandardUser(standard: boolean): Promise<void> {
    await this.#set(this.layout.state.logAccess, standard ? 'standard' : 'admin');
  }

  // Jamf's agent

  async setBehaviour(behaviour: Partial<AgentBehaviour>): Promise<void> {
    const { behaviour: path } = this.layout.state;
    await this.#set(path, JSON.stringify({ ...(await readBehaviour(path)), ...behaviour }));
  }

  /** launchd's part: starts what the LaunchAgent says. Null where it is not installed, or runs already. */
  async runAgent(): Promise<AgentRun | null> {
    const { ProgramArguments: program } = await readDictionary(this.layout.launchAgent);
    if (!Array.isArray(program)) return null;
    const running = (await this.agentProcesses()).some(({ args }) => args.endsWith('-recurring'));
    const [path = '', ...args] = program.map(String);
    return running ? null : this.#spawn(join(this.dir, path), args, { SIMULATED_PPID: '1' });
  }

  /** Starts the agent's executable as somebody would in a terminal; by default as the person, else for that account. */
  async runByHand(args: readonly string[] = ['gatherAADInfo'], account?: Account): Promise<AgentRun> {
    const env = account && { SIMULATED_UID: String(account.uid), SIMULATED_USER: account.userName };
    return this.#spawn(this.layout.agent, args, env ?? {});
  }

  async agentProcesses(): Promise<readonly MacProcess[]> {
    return agentProcesses(this.layout);
  }

  async killAgents(): Promise<void> {
    await killProcesses(this.layout, agentProcesses);
  }

  async windowIsOpen(): Promise<boolean> {
    return (await this.#openWindows()).length > 0;
  }

  /** Answers every sign-in window that is open; waits for one to open. */
  async answerWindow(answer: WindowAnswer): Promise<void> {
    await until('a sign-in window is open', () => this.windowIsOpen());
    for (const pid of await this.#openWindows()) {
      await writeFile(join(this.layout.state.windows, `${pid}.answer`), answer);
    }
  }

  // The Mac around it

  /** The organisation's profile with settings for Vigil is installed, or another one takes its place. */
  async manageVigil(settings: Readonly<Record<string, PlistValue>>): Promise<void> {
    await mkdir(dirname(this.layout.managedSettings), { recursive: true, mode: 0o755 });
    await replacePlist(this.layout.managedSettings, settings, 'binary');
  }

  async lock(): Promise<void> {
    await this.#set(this.layout.state.screen, `locked ${Math.floor(Date.now() / 1000)}`);
  }

  async unlock(): Promise<void> {
    await this.#set(this.layout.state.screen, 'unlocked');
  }

  async wake(at: number): Promise<void> {
    await this.#set(this.layout.state.wake, secondsAndMicros(at));
  }

  async setNetwork(network: NetworkState): Promise<void> {
    await this.#set(this.layout.state.network, network);
  }

  /** Who runs programs, in the eyes of `id`: 0 for root. */
  async setUid(uid: number): Promise<void> {
    await this.#set(this.layout.state.uid, String(uid));
  }

  /** The team ids of the code signatures; null: not signed. */
  async setSignatures(teams: {
    readonly jamfApp?: string | null;
    readonly agent?: string | null;
  }): Promise<void> {
    if (teams.jamfApp !== undefined) await this.#set(this.layout.state.jamfTeam, teams.jamfApp ?? 'unsigned');
    if (teams.agent !== undefined) await this.#set(this.layout.state.agentTeam, teams.agent ?? 'unsigned');
  }

  /** Ends everything that runs on this Mac. The folder stays. */
  async close(): Promise<void> {
    await this.#loginHost.close();
    await killProcesses(this.layout, listProcesses);
  }

  /** Ends everything that runs on this Mac and removes the folder. */
  async dispose(): Promise<void> {
    try {
      await this.close();
    } finally {
      await rm(this.dir, { recursive: true, force: true, maxRetries: 5 });
    }
  }

  async #set(path: string, text: string): Promise<void> {
    await writeFileAtomic(path, `${text}\n`, { fsync: false });
  }

  async #openWindows(): Promise<readonly number[]> {
    // Another process may be setting this Mac up anew.
    const files = await readdir(this.layout.state.windows).catch((): string[] => []);
    const open = files.filter((name) => name.endsWith('.open')).map((name) => Number.parseInt(name, 10));
    if (open.length === 0) return open;
    const alive = new Set((await this.agentProcesses()).map(({ pid }) => pid));
    return open.filter((pid) => alive.has(pid)); // a run that was killed leaves its file behind
  }

  async #spawn(
    path: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Promise<AgentRun> {
    const { HOME = this.layout.home, PATH = '/usr/bin:/bin', TZ } = process.env;
    const child = spawn(path, args, {
      env: { HOME, PATH, ...(TZ === undefined ? {} : { TZ }), ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true, // launchd and shells give each job a process group of its own
    });
    const { promise: ended, resolve, reject } = Promise.withResolvers<AgentRunEnd>();
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.once('error', reject).once('close', (code, signal) => resolve({ code, signal, stdout }));
    const pid = child.pid ?? 0;
    // From here on `ps` lists it: whoever asks whether the agent has ended must not be told that it has not begun.
    const registration = join(this.layout.state.processes, String(pid));
    await until(
      'the agent has started',
      () => (statSync(registration, { throwIfNoEntry: false })?.size ?? 0) > 0,
    );
    return { pid, ended };
  }
}
