import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, buildBinary } from 'plist';
import { describe, expect, it } from 'vitest';
import { locateMac } from '../../../electron/paths.ts';
import { readIdentity } from '../../../electron/sense/identity.ts';
import { readJamf } from '../../../electron/sense/jamf.ts';
import { readLaunchAgent } from '../../../electron/sense/launch-agent.ts';
import { readMacOsVersion } from '../../../electron/sense/macos-version.ts';
import { parseNetwork, readNetwork } from '../../../electron/sense/network.ts';
import { readPerson } from '../../../electron/sense/person.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { tempFolder } from '../support/temp-folder.ts';

const none = '/nowhere/at/all';

describe('the LaunchAgent', () => {
  async function agentWith(content: Uint8Array | string) {
    const path = join(tempFolder(), 'agent.plist');
    await writeFile(path, content);
    return readLaunchAgent(path);
  }

  it('tells how often it runs, where it does', async () => {
    const present = (intervalMs: number | null) => ({ kind: 'present', intervalMs });
    expect(await agentWith(build({ Label: 'a', StartInterval: 600 }))).toEqual(present(600_000));
    expect(await agentWith(buildBinary({ StartInterval: 900 }))).toEqual(present(900_000));
    expect(await agentWith(build({ Label: 'a' }))).toEqual(present(null));
    for (const odd of [0, -1, 1e12, 'often', true]) {
      expect(await agentWith(build({ StartInterval: odd }))).toEqual(present(null));
    }
  });

  it('that is absent or cannot be read is a fact', async () => {
    expect(readLaunchAgent(none)).toEqual({ kind: 'absent' });
    expect(await agentWith('')).toEqual({ kind: 'unreadable', why: 'empty' });
    expect(await agentWith('<plist>')).toEqual({ kind: 'unreadable', why: 'malformed' });
  });
});

describe('the names of the person and of the Mac', () => {
  const programs = (root: string) => {
    const mac = locateMac({ root, packaged: false, userName: 'robin', home: root });
    if (mac.kind === 'refused') throw new Error(mac.why);
    return mac.paths.run;
  };

  it('are asked for where each of them is known', async () => {
    const { dir } = await temporaryMac({ names: { serial: 'C02XK0AAJGH5' } });
    expect(await readIdentity(programs(dir))).toEqual({
      fullName: 'Robin Fairweather',
      hostNames: ['Robin’s MacBook Air', 'Robins-MacBook-Air', 'robins-macbook-air.corp.example'],
      serial: 'C02XK0AAJGH5',
    });
  });

  it('may not be told', async () => {
    expect(await readIdentity(programs(none))).toEqual({ fullName: null, hostNames: [], serial: null });
  });
});

describe('macOS', () => {
  it('tells its version, or that is not known', async () => {
    const { layout } = await temporaryMac();
    expect(readMacOsVersion(layout.systemVersion)).toEqual({ version: '15.5', build: '24F74' });
    expect(readMacOsVersion(none)).toBeNull();
    const path = join(tempFolder(), 'SystemVersion.plist');
    await writeFile(path, build({ ProductVersion: 15 }));
    expect(readMacOsVersion(path)).toBeNull();
  });
});

describe('Jamf', () => {
  async function jamfWith(info: string | null, computer?: string) {
    const folder = tempFolder();
    const app = join(folder, 'Jamf.app');
    const computerPlist = join(folder, 'jamf.plist');
    if (computer !== undefined) await writeFile(computerPlist, computer);
    const infoPlist = join(app, 'Contents/Info.plist');
    await mkdir(dirname(infoPlist), { recursive: true });
    if (info !== null) await writeFile(infoPlist, info);
    return readJamf({ app, infoPlist, computerPlist });
  }

  it('is there with its version, or without one where it does not tell', async () => {
    const present = (version: string | null) => ({ kind: 'present', version });
    const version = '11.4.1-t1712591696';
    expect(await jamfWith(build({ CFBundleShortVersionString: ` ${version} ` }))).toEqual(present(version));
    expect(await jamfWith(build({ CFBundleName: 'Jamf' }))).toEqual(present(null));
    expect(await jamfWith(build({ CFBundleShortVersionString: 11 }))).toEqual(present(null));
    expect(await jamfWith(build({ CFBundleShortVersionString: '1'.repeat(101) }))).toEqual(present(null));
    expect(await jamfWith('<html>')).toEqual(present(null));
    expect(await jamfWith(null)).toEqual(present(null));
  });

  it('tells the Entra app that its agent signs in to, where it is an app id', async () => {
    const appId = 'b03c10a8-71c7-45f9-b44a-3335ab76e970';
    const told = (value: string) => jamfWith(null, build({ microsoftCANativeClientAppId: value }));
    expect(await told(appId.toUpperCase())).toMatchObject({ appId });
    expect(await told('../../etc/passwd')).toEqual({ kind: 'present', version: null });
  });

  it('that is not installed is absent', async () => {
    const paths = { app: none, infoPlist: `${none}/Info.plist`, computerPlist: `${none}/jamf.plist` };
    expect(readJamf(paths)).toEqual({ kind: 'absent' });
  });
});

describe('the network', () => {
  it.each([
    [
      'online by IPv4',
      '   REACH : flags 0x00000002 (Reachable)\n\n   REACH : flags 0x00000000 (Not Reachable)',
      'online',
    ],
    [
      'online by IPv6',
      '   REACH : flags 0x00000000 (Not Reachable)\n\n   REACH : flags 0x00000002 (Reachable)',
      'online',
    ],
    ['online by VPN', '   REACH : flags 0x00000003 (Reachable,Transient Connection)', 'online'],
    ['offline', '   REACH : flags 0x00000000 (Not Reachable)', 'offline'],
    [
      'offline until somebody dials',
      '   REACH : flags 0x00000007 (Reachable,Transient,Connection Required)',
      'offline',
    ],
    ['unknown when that is not said', 'Network information\n', 'unknown'],
    ['unknown by the line of one interface', '           reach      : 0x00000002 (Reachable)', 'unknown'],
  ])('is %s', (_what, output, kind) => {
    expect(parseNetwork(output)).toEqual({ kind });
  });

  it('is unknown where nobody can be asked', async () => {
    expect(await readNetwork(none)).toEqual({ kind: 'unknown' });
  });
});

it('on a Mac each source tells what is so', async () => {
  const mac = await temporaryMac({ jamfVersion: '11.4.1', startIntervalSeconds: 900 });
  const { layout } = mac;
  expect(readLaunchAgent(layout.launchAgent)).toEqual({ kind: 'present', intervalMs: 900_000 });
  const { jamfApp, jamfInfo, jamfPlist } = layout;
  expect(readJamf({ app: jamfApp, infoPlist: jamfInfo, computerPlist: jamfPlist })).toEqual({
    kind: 'present',
    version: expect.stringMatching(/^11\.4\.1/),
    appId: 'b03c10a8-71c7-45f9-b44a-3335ab76e970',
  });
  const scutil = join(layout.dir, 'usr/sbin/scutil');
  expect(await readNetwork(scutil)).toEqual({ kind: 'online' });
  await mac.setNetwork('offline');
  expect(await readNetwork(scutil)).toEqual({ kind: 'offline' });
  expect(await readPerson(join(layout.dir, 'usr/bin/id'), 'ada')).toEqual({ uid: 501, userName: 'ada' });
});

it('a person whose number nobody tells has none', async () => {
  const id = join(tempFolder(), 'id');
  expect(await readPerson(id, 'ada')).toEqual({ uid: null, userName: 'ada' });
  await writeFile(id, '#!/bin/sh\necho many\n', { mode: 0o755 });
  expect(await readPerson(id, 'ada')).toEqual({ uid: null, userName: 'ada' });
});
