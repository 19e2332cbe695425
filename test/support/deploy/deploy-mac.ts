import { accessSync, constants } from 'node:fs';
import {
  chmod,
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { execa } from 'execa';
import { plutilAnswers } from './plutil.ts';

export const repository = join(import.meta.dirname, '../../..');
export const agentLabel = 'io.github.vigil-mac.agent';
export const relayLabel = 'io.github.vigil-mac.log-relay';
export const vigilExecutable = '/Applications/Vigil.app/Contents/MacOS/Vigil';

/** Where macOS has the tools that the scripts may use. Those of the host do; what others lack or do differently is a stub. */
const hostTools = ['bin/cat', 'bin/cp', 'bin/mkdir', 'bin/mv', 'bin/rm', 'bin/sh', 'bin/chmod'];
const hostUserTools = ['usr/bin/dirname', 'usr/bin/mktemp', 'usr/bin/sort', 'usr/bin/wc'];
const stubs = [
  ...['bin/date', 'bin/launchctl', 'bin/ps', 'bin/sleep'],
  ...[
    'usr/bin/defaults',
    'usr/bin/dscl',
    'usr/bin/id',
    'usr/bin/log',
    'usr/bin/plutil',
    'usr/bin/stat',
    'usr/bin/sudo',
  ],
  ...['usr/sbin/chown', 'usr/sbin/pkgutil'],
];

/** /bin/sh of macOS is one of these, which one is the administrator's choice. */
export const shells: readonly Shell[] = [
  { name: 'sh', command: 'sh', options: [] },
  { name: 'bash --posix', command: 'bash', options: ['--posix'] },
];
type Shell = { readonly name: string; readonly command: string; readonly options: readonly string[] };

export type Run = { readonly stdout: string; readonly stderr: string; readonly exitCode: number };

/**
 * A folder that looks like the root of a Mac to a script of `build/deploy`: with its tools, and stubs that record what
 * they were asked to do. A script finds nothing else, as it runs as a copy whose line `root=` names this folder.
 */
export class DeployMac {
  readonly dir: string;
  readonly #shell: Shell | undefined;

  private constructor(dir: string, shell: Shell | undefined) {
    this.dir = dir;
    this.#shell = shell;
  }

  static async create(dir: string, shell = shells[0]): Promise<DeployMac> {
    const mac = new DeployMac(join(dir, 'root'), shell);
    for (const folder of ['bin', 'usr/bin', 'usr/sbin', 'sbin']) await mac.#folder(folder);
    for (const tool of [...hostTools, ...hostUserTools]) await symlink(onHost(basename(tool)), mac.at(tool));
    for (const tool of stubs) await mac.#installStub(tool);
    for (const folder of ['people', 'processes', 'owners', 'unknown', 'loaded'])
      await mac.#folder(mac.state(folder));
    for (const folder of ['Applications', 'Users/Shared', 'private/var/db/receipts'])
      await mac.#folder(folder);
    for (const folder of ['Application Support', 'LaunchAgents', 'LaunchDaemons', 'Logs', 'Preferences'])
      await mac.#folder(`Library/${folder}`);
    return mac;
  }

  /** Another Mac, below `dir`, that is in every way as this one. */
  async copy(dir: string, shell = shells[0]): Promise<DeployMac> {
    const mac = new DeployMac(join(dir, 'root'), shell);
    await cp(this.dir, mac.dir, { recursive: true, verbatimSymlinks: true });
    return mac;
  }

  at(path: string): string {
    return join(this.dir, path);
  }

  /** Where the stubs keep what they know, for `at`. */
  state(name: string): string {
    return `private/var/mac/${name}`;
  }

  async #folder(path: string): Promise<void> {
    await mkdir(this.at(path), { recursive: true });
  }

  async #installStub(tool: string): Promise<void> {
    const real = `/${tool}`;
    // Where the real one is there, it answers better.
    if (process.platform === 'darwin' && ['bin/date', 'usr/bin/plutil'].includes(tool)) {
      await symlink(real, this.at(tool));
      return;
    }
    await copyFile(join(import.meta.dirname, 'stubs', `${basename(tool)}.sh`), this.at(tool));
    await chmod(this.at(tool), 0o755);
  }

  /** The script of this path in the repository, as a file that knows this Mac. */
  async copyOf(script: string): Promise<string> {
    const text = await readFile(join(repository, script), 'utf8');
    if (text.match(/^root=$/gm)?.length !== 1) throw new Error(`${script} must have one line "root="`);
    const copy = join(dirname(this.dir), script.replaceAll('/', '-'));
    await writeFile(
      copy,
      text.replace(/^root=$/m, () => `root='${this.dir}'`),
    );
    return copy;
  }

  async run(
    script: string,
    args: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ): Promise<Run> {
    const { command = 'sh', options = [] } = this.#shell ?? {};
    const { stdout, stderr, exitCode } = await execa(
      command,
      [...options, await this.copyOf(script), ...args],
      {
        reject: false,
        stdin: 'ignore',
        timeout: 15_000,
        env,
      },
    );
    return { stdout, stderr, exitCode: exitCode ?? -1 };
  }

  /** Somebody logs in at the screen. */
  async logIn(uid: number): Promise<void> {
    await writeFile(this.at(this.state(`people/${uid}`)), '');
  }

  async register(pid: number, uid: number, executable: string): Promise<void> {
    await writeFile(this.at(this.state(`processes/${pid}`)), `${uid}\n${executable}\n`);
  }

  async makeHome(name: string, uid: number): Promise<string> {
    const home = `Users/${name}`;
    await this.#folder(`${home}/Library/Application Support`);
    await writeFile(this.at(this.state(`owners/${name}`)), `${uid}\n`);
    return this.at(home);
  }

  /** Puts a file there, for plutil too. */
  async put(path: string, content: Uint8Array | string): Promise<void> {
    await this.#folder(dirname(path));
    await writeFile(this.at(path), content);
    const answers = plutilAnswers(Buffer.from(content));
    const folder = this.state(`plutil/${path}`);
    await rm(this.at(folder), { recursive: true, force: true });
    if (answers === null) return;
    await this.#folder(folder);
    for (const [key, value] of answers) await writeFile(this.at(join(folder, key)), `${value}\n`);
  }

  async installApp(version: string): Promise<void> {
    await rm(this.at('Applications/Vigil.app'), { recursive: true, force: true });
    await this.put(vigilExecutable, `Vigil ${version}`);
  }

  async isLoaded(job: string): Promise<boolean> {
    const path = this.at(this.state(`loaded/${job}`));
    return (await readFile(path, 'utf8').catch(() => '')) === 'stays\n';
  }

  /** What the stubs were asked to do since the last time. */
  async calls(): Promise<readonly string[]> {
    const path = this.at(this.state('calls'));
    const text = await readFile(path, 'utf8').catch(() => '');
    await rm(path, { force: true });
    return text.split('\n').filter((line) => line !== '');
  }

  /** Everything that is not the stubs' own, with what is in it. */
  async tree(): Promise<ReadonlyMap<string, string>> {
    const own = this.at(this.state(''));
    const entries = new Map<string, string>();
    for (const entry of await readdir(this.dir, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (`${path}/`.startsWith(own)) continue;
      const mode = ((await stat(path).catch(() => null))?.mode ?? 0).toString(8);
      entries.set(path.slice(this.dir.length), `${mode} ${await contentOf(path, entry)}`);
    }
    return entries;
  }
}

type Entry = { isFile(): boolean; isSymbolicLink(): boolean };

async function contentOf(path: string, entry: Entry): Promise<string> {
  if (entry.isSymbolicLink()) return `-> ${await readlink(path)}`;
  return entry.isFile() ? readFile(path, 'utf8') : '';
}

function onHost(tool: string): string {
  const found = (process.env.PATH ?? '').split(delimiter).find((folder) => isExecutable(join(folder, tool)));
  if (found === undefined) throw new Error(`${tool} is not on the PATH`);
  return join(found, tool);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
