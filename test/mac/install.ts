import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { PlistValue } from 'plist';
import { build } from 'plist';
import { healthyBehaviour } from './agent-behaviour.ts';
import type { MacLayout } from './layout.ts';
import { macLayout } from './layout.ts';
import type { MacNames, MacOptions } from './options.ts';
import { realSeconds, replacePlist } from './plist-file.ts';

const dayMs = 86_400_000;
const jamfTeam = '483DWKW443';
const nodeModules = join(import.meta.dirname, '../../node_modules');
const agentPath =
  '/Library/Application Support/JAMF/Jamf.app/Contents/MacOS/Jamf Conditional Access.app/Contents/MacOS/Jamf Conditional Access';

const shellTools: Readonly<Record<string, string>> = {
  'bin/launchctl': 'launchctl.sh',
  'bin/ps': 'ps.sh',
  'usr/bin/app-sso': 'app-sso.sh',
  'usr/bin/codesign': 'codesign.sh',
  'usr/bin/id': 'id.sh',
  'usr/sbin/ioreg': 'ioreg.sh',
  'usr/sbin/scutil': 'scutil.sh',
  'usr/sbin/sysctl': 'sysctl.sh',
};

/** As on a Mac, whatever this person's umask lets a group do. */
const folderMode = 0o755;

export class NotASimulatedMac extends Error {}

/**
 * Makes the folder a simulated Mac. One that is one already becomes as new; any other folder with something in it is
 * refused with NotASimulatedMac.
 */
export async function installMac(options: MacOptions): Promise<MacLayout> {
  const layout = macLayout(resolve(options.dir));
  await refuseForeignFolder(layout);
  await makeFolder(layout.dir);
  await rm(layout.state.folder, { recursive: true, force: true });
  for (const folder of [
    layout.state.processes,
    layout.state.windows,
    layout.logFolder,
    join(layout.home, 'Library/Logs'),
  ]) {
    await mkdir(folder, { recursive: true, mode: folderMode });
  }
  await writeFile(layout.state.marker, 'This folder is a simulated Mac of Vigil.\n');
  if (!existsSync(join(layout.dir, 'var'))) await symlink('private/var', join(layout.dir, 'var'));
  await writeState(layout, options);
  await writeFile(layout.logStore, '');
  await installSystem(layout);
  await installJamf(layout, options);
  await writeSignInState(layout, options);
  return layout;
}

/** One after the other: in /proc and the like, where nobody can make one, Node's `recursive` tries for ever. */
async function makeFolder(dir: string): Promise<void> {
  if (existsSync(dir)) return;
  await makeFolder(dirname(dir));
  await mkdir(dir, { mode: folderMode }).catch(({ message }: Error) => {
    throw new NotASimulatedMac(`${dir} cannot be made: ${message}`);
  });
}

async function refuseForeignFolder({ dir, state }: MacLayout): Promise<void> {
  if (!existsSync(dir) || existsSync(state.marker)) return;
  const entries = await readdir(dir).catch(() => null);
  if (entries === null) throw new NotASimulatedMac(`${dir} is not a folder.`);
  if (entries.length > 0)
    throw new NotASimulatedMac(`${dir} is neither empty nor a simulated Mac; nothing was changed.`);
}

async function writeState({ state, userName }: MacLayout, options: MacOptions): Promise<void> {
  const { standardUser = false, locked = false, network = 'online', wokeAt = null } = options;
  const line = (path: string, text: string) => writeFile(path, `${text}\n`);
  await line(state.uid, '501');
  await line(state.user, userName);
  await line(state.screen, locked ? `locked ${Math.floor(Date.now() / 1000)}` : 'unlocked');
  await line(
    state.boot,
    `${secondsAndMicros(options.bootedAt ?? Date.now() - 3 * dayMs)} ${randomUUID().toUpperCase()}`,
  );
  await line(state.wake, wokeAt === null ? '0 0' : secondsAndMicros(wokeAt));
  await line(state.network, network);
  await line(state.logAccess, standardUser ? 'standard' : 'admin');
  await line(state.logFaults, '{}');
  await line(state.jamfTeam, jamfTeam);
  await line(state.agentTeam, jamfTeam);
  await writeNames(state, options.names ?? {});
  await line(state.behaviour, JSON.stringify({ ...healthyBehaviour, ...options.behaviour }));
}

async function writeNames(state: MacLayout['state'], given: Partial<MacNames>): Promise<void> {
  const names: MacNames = {
    fullName: 'Robin Fairweather',
    computerName: 'Robin’s MacBook Air',
    localHostName: 'Robins-MacBook-Air',
    hostName: 'robins-macbook-air.corp.example',
    serial: 'FVFSIMULATED',
    ...given,
  };
  for (const name of ['fullName', 'computerName', 'localHostName', 'hostName', 'serial'] as const) {
    await writeFile(state[name], `${names[name]}\n`);
  }
}

export function secondsAndMicros(at: number): string {
  return `${Math.floor(at / 1000)} ${Math.floor((at % 1000) * 1000)}`;
}

async function installSystem(layout: MacLayout): Promise<void> {
  for (const [path, script] of Object.entries(shellTools)) {
    await writeExecutable(join(layout.dir, path), await readFile(executable(script), 'utf8'));
  }
  await rm(layout.managedSettings, { force: true });
  await rm(layout.ownSettings, { force: true });
  await writeExecutable(layout.log, await nodeLauncher(layout, 'log.ts'));
  await writeExecutable(layout.defaults, await nodeLauncher(layout, 'defaults.ts'));
  await writeXml(layout.systemVersion, {
    ProductName: 'macOS',
    ProductVersion: '15.5',
    ProductBuildVersion: '24F74',
  });
}

async function installJamf(layout: MacLayout, options: MacOptions): Promise<void> {
  const { jamfVersion = '11.4.0', launchAgent = true, startIntervalSeconds = 900 } = options;
  await rm(layout.jamfApp, { recursive: true, force: true });
  await rm(layout.launchAgent, { force: true });
  await rm(layout.jamfPlist, { force: true });
  if (jamfVersion === null) return;
  await writeXml(layout.jamfInfo, bundleInfo('com.jamf.management.Jamf', 'Jamf', jamfVersion));
  await writeXml(
    layout.agentInfo,
    bundleInfo('com.jamf.management.jamfAAD', 'Jamf Conditional Access', jamfVersion),
  );
  await writeExecutable(layout.agent, await nodeLauncher(layout, 'jamf-conditional-access.ts'));
  await writeXml(layout.jamfPlist, {
    microsoftCAEnabled: 1,
    microsoftCANativeClientAppId: 'b03c10a8-71c7-45f9-b44a-3335ab76e970',
  });
  if (!launchAgent) return;
  await writeXml(layout.launchAgent, {
    Label: 'com.jamf.management.jamfAAD.agent',
    ProgramArguments: [agentPath, 'gatherAADInfo', '-recurring'],
    RunAtLoad: true,
    StartInterval: startIntervalSeconds,
  });
}

function bundleInfo(identifier: string, name: string, version: string): PlistValue {
  return {
    CFBundleExecutable: name,
    CFBundleIdentifier: identifier,
    CFBundleName: name,
    CFBundlePackageType: 'APPL',
    CFBundleShortVersionString: version,
  };
}

async function writeSignInState(layout: MacLayout, options: MacOptions): Promise<void> {
  const { registered = true, lastSignInAt = Date.now() - 30 * 60_000, aadPlist = true } = options;
  await mkdir(layout.preferences, { recursive: true, mode: folderMode });
  await rm(layout.aadPlist, { recursive: true, force: true });
  if (!aadPlist) return;
  const value = {
    ...(registered === null ? {} : { have_an_Azure_id: registered }),
    ...(lastSignInAt === null ? {} : { last_aad_token_timestamp: realSeconds(lastSignInAt) }),
  };
  await replacePlist(layout.aadPlist, value, 'binary');
}

async function writeXml(path: string, value: PlistValue): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: folderMode });
  await writeFile(path, `${build(value)}\n`, { mode: 0o644 });
}

async function writeExecutable(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: folderMode });
  // A new file each time: the one that is there may be running.
  await rm(path, { force: true });
  await writeFile(path, text);
  await chmod(path, 0o755);
}

async function nodeLauncher(layout: MacLayout, script: string): Promise<string> {
  const launcher = await readFile(executable('run-in-node.sh'), 'utf8');
  const fill = {
    '@ROOT@': layout.dir,
    '@NODE@': nodePath(),
    '@SCRIPT@': executable(script),
    '@CACHE@': join(nodeModules, '.cache/simulated-mac'),
  };
  return Object.entries(fill).reduce(
    (text, [hole, value]) => text.replaceAll(hole, () => shellQuoted(value)),
    launcher,
  );
}

function executable(name: string): string {
  return join(import.meta.dirname, 'executables', name);
}

/** The pinned Node of this repository where there is one: whoever makes the Mac may run in an older one. */
function nodePath(): string {
  const pinned = join(nodeModules, '.bin/node');
  return existsSync(pinned) ? pinned : process.execPath;
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
