import { existsSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { parse } from 'plist';
import { describe, expect, it } from 'vitest';
import { installMac, NotASimulatedMac } from '../../mac/install.ts';
import { Mac } from '../../mac/mac.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';

async function run(
  mac: Mac,
  tool: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const { stdout, stderr, exitCode } = await execa(join(mac.dir, tool), args, { reject: false, env });
  return { stdout, stderr, exitCode };
}

const psArgs = ['-axww', '-o', 'pid=,ppid=,uid=,lstart=,args='];

describe('ps', { timeout: 30_000 }, () => {
  it('lists the runs of this Mac by their full path, in the columns of macOS', async () => {
    const mac = await temporaryMac({ behaviour: { silent: 'fails' }, lastSignInAt: 0 });
    const other = await temporaryMac({ behaviour: { silent: 'fails' } });
    const before = Math.floor(Date.now() / 1000) * 1000;
    const byLaunchd = await mac.runAgent();
    const byHand = await mac.runByHand(['gatherAADInfo', '-verbose'], { uid: 502, userName: 'other' });
    await other.runByHand();
    await until('both run', async () => (await mac.agentProcesses()).length === 2);
    const { stdout } = await run(mac, 'bin/ps', psArgs, { LC_ALL: 'C', TZ: 'UTC' });
    for (const line of stdout.split('\n')) {
      expect(line).toMatch(/^ *\d+ +\d+ +\d+ [A-Z][a-z]{2} [A-Z][a-z]{2} [ 123]\d \d\d:\d\d:\d\d \d{4} +\//);
    }
    const processes = await mac.agentProcesses();
    expect(new Map(processes.map(({ pid, uid, args }) => [pid, { uid, args }]))).toEqual(
      new Map([
        [byLaunchd?.pid, { uid: 501, args: `${mac.layout.agent} gatherAADInfo -recurring` }],
        [byHand.pid, { uid: 502, args: `${mac.layout.agent} gatherAADInfo -verbose` }],
      ]),
    );
    expect(processes.find(({ pid }) => pid === byLaunchd?.pid)?.ppid).toBe(1);
    expect(processes.find(({ pid }) => pid === byHand.pid)?.ppid).toBe(process.pid);
    for (const { startedAt } of processes) {
      expect(startedAt).toBeGreaterThanOrEqual(before);
      expect(startedAt).toBeLessThanOrEqual(Date.now());
    }
  });

  it('gives the start in the time zone that it is asked in', async () => {
    const mac = await temporaryMac({ behaviour: { silent: 'fails' } });
    await mac.runByHand();
    await until('it runs', async () => (await mac.agentProcesses()).length === 1);
    const startIn = async (Tz: string) => {
      const { stdout } = await run(mac, 'bin/ps', psArgs, { LC_ALL: 'C', TZ: Tz });
      return Date.parse(`${/\w+ \w+ +\d+ [\d:]+ \d+(?= +\/)/.exec(stdout)?.[0]} UTC`);
    };
    expect((await startIn('Asia/Kolkata')) - (await startIn('UTC'))).toBe(5.5 * 3_600_000);
  });

  it('forgets a run that was killed', async () => {
    const mac = await temporaryMac({ behaviour: { silent: 'fails' } });
    const { pid, ended } = await mac.runByHand();
    await until('it runs', async () => (await mac.agentProcesses()).length === 1);
    process.kill(pid, 'SIGKILL');
    await ended;
    expect((await run(mac, 'bin/ps', psArgs)).stdout).toBe('');
  });
});

describe('the other tools', { timeout: 30_000 }, () => {
  it('id tells the person, or root', async () => {
    const mac = await temporaryMac({ standardUser: true });
    expect((await run(mac, 'usr/bin/id', ['-u'])).stdout).toBe('501');
    expect((await run(mac, 'usr/bin/id', ['-Gn'])).stdout).not.toContain('admin');
    await mac.setUid(0);
    expect((await run(mac, 'usr/bin/id', ['-u'])).stdout).toBe('0');
    expect((await run(mac, 'usr/bin/id', ['-un'])).stdout).toBe('root');
  });

  it('id, scutil, sysctl and ioreg tell what the person and the Mac are called', async () => {
    const mac = await temporaryMac({ names: { fullName: 'Ana Ößmann', serial: 'C02XK0AAJGH5' } });
    expect((await run(mac, 'usr/bin/id', ['-F'])).stdout).toBe('Ana Ößmann');
    const name = async (key: string) => (await run(mac, 'usr/sbin/scutil', ['--get', key])).stdout;
    expect(await name('ComputerName')).toBe('Robin’s MacBook Air');
    expect(await name('LocalHostName')).toBe('Robins-MacBook-Air');
    expect(await run(mac, 'usr/sbin/scutil', ['--get', 'HostName'])).toMatchObject({ exitCode: 1 });
    expect((await run(mac, 'usr/sbin/sysctl', ['-n', 'kern.hostname'])).stdout).toBe(
      'robins-macbook-air.corp.example',
    );
    const platform = await run(mac, 'usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice', '-w0']);
    expect(platform.stdout).toContain('"IOPlatformSerialNumber" = "C02XK0AAJGH5"');
  });

  it('ioreg says that the screen is locked, and nothing when it is not', async () => {
    const mac = await temporaryMac();
    const unlocked = (await run(mac, 'usr/sbin/ioreg', ['-n', 'Root', '-d1'])).stdout;
    expect(unlocked).toContain('"IOConsoleLocked" = No');
    expect(unlocked).not.toContain('CGSSessionScreenIsLocked');
    await mac.lock();
    const locked = (await run(mac, 'usr/sbin/ioreg', ['-n', 'Root', '-d1'])).stdout;
    expect(locked).toMatch(
      /"IOConsoleUsers" = \(\{"kCGSSessionOnConsoleKey"=Yes,.*"CGSSessionScreenIsLocked"=Yes,/,
    );
    const asXml = parse((await run(mac, 'usr/sbin/ioreg', ['-n', 'Root', '-d1', '-a'])).stdout);
    expect(asXml).toMatchObject({
      IOConsoleLocked: true,
      IOConsoleUsers: [{ CGSSessionScreenIsLocked: true }],
    });
    await mac.unlock();
    expect((await run(mac, 'usr/sbin/ioreg', ['-n', 'Root', '-d1'])).stdout).toBe(unlocked);
  });

  it('sysctl tells boot, wake and boot session', async () => {
    const mac = await temporaryMac({ bootedAt: 1_795_000_000_250 });
    const value = async (name: string) =>
      (await run(mac, 'usr/sbin/sysctl', ['-n', name], { TZ: 'UTC' })).stdout;
    expect(await value('kern.boottime')).toBe('{ sec = 1795000000, usec = 250000 } Wed Nov 18 11:06:40 2026');
    expect(await value('kern.waketime')).toBe('{ sec = 0, usec = 0 } Thu Jan  1 00:00:00 1970');
    await mac.wake(1_795_000_060_000);
    expect(await value('kern.waketime')).toMatch(/^\{ sec = 1795000060, usec = 0 \} /);
    expect(await value('kern.bootsessionuuid')).toMatch(/^[0-9A-F-]{36}$/);
    expect(await run(mac, 'usr/sbin/sysctl', ['-n', 'kern.nonsense'])).toMatchObject({ exitCode: 1 });
  });

  it('codesign accepts the team that signed, and no other', async () => {
    const mac = await temporaryMac();
    const requirement = 'anchor apple generic and certificate leaf[subject.OU] = "483DWKW443"';
    const verify = (inline: string) =>
      run(mac, 'usr/bin/codesign', ['--verify', inline, mac.layout.agentApp]);
    expect(await verify(`-R=${requirement}`)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    // The equals sign is part of the option: a second one belongs to the requirement, and is no requirement.
    expect(await verify(`-R==${requirement}`)).toMatchObject({ exitCode: 1 });
    await mac.setSignatures({ agent: 'ABCDE12345' });
    expect(await verify(`-R=${requirement}`)).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: 'test-requirement: code failed to satisfy specified code requirement(s)',
    });
    const shown = await run(mac, 'usr/bin/codesign', ['-dv', '--verbose=4', mac.layout.agentApp]);
    expect(shown.stderr).toContain('\nTeamIdentifier=ABCDE12345\n');
    await mac.setSignatures({ agent: null });
    expect((await verify(`-R=${requirement}`)).stderr).toContain('code object is not signed at all');
  });

  it('launchctl prints the job, or exits with 113 where there is none', async () => {
    const job = ['print', 'gui/501/com.jamf.management.jamfAAD.agent'];
    const mac = await temporaryMac();
    const without = await temporaryMac({ launchAgent: false });
    expect((await run(mac, 'bin/launchctl', job)).stdout).toContain('\n\trun interval = 900 seconds\n');
    expect(await run(without, 'bin/launchctl', job)).toMatchObject({ exitCode: 113 });
    expect((await run(mac, 'bin/launchctl', ['managername'])).stdout).toBe('Aqua');
  });

  it('scutil tells whether there is a network, but not a captive portal', async () => {
    const mac = await temporaryMac({ network: 'captive' });
    expect((await run(mac, 'usr/sbin/scutil', ['--nwi'])).stdout).toContain('Network interfaces: en0');
    await mac.setNetwork('offline');
    expect((await run(mac, 'usr/sbin/scutil', ['--nwi'])).stdout).not.toContain('en0');
    expect((await run(mac, 'usr/sbin/scutil', ['-r', 'login.microsoftonline.com'])).stdout).toBe(
      'Not Reachable',
    );
  });

  it('app-sso tells that there is no Platform SSO', async () => {
    const mac = await temporaryMac();
    expect((await run(mac, 'usr/bin/app-sso', ['platform', '-s'])).stdout).toContain(
      '"registrationCompleted" : false',
    );
  });
});

describe('the sign-in host', { timeout: 30_000 }, () => {
  it('answers as the network lets it', async () => {
    const mac = await temporaryMac();
    const url = (await readFile(mac.layout.state.loginHost, 'utf8')).trim();
    expect(await (await fetch(url)).json()).toMatchObject({
      issuer: expect.stringContaining('microsoftonline.com'),
    });
    await mac.setNetwork('captive');
    expect(await (await fetch(url)).text()).toContain('Hotel');
    await mac.setNetwork('offline');
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('the folder', { timeout: 30_000 }, () => {
  it('has the files of a Mac with Jamf Pro', async () => {
    const mac = await temporaryMac({ jamfVersion: '11.12.0' });
    const plist = async (path: string) => parse(await readFile(path, 'utf8'));
    expect(await plist(mac.layout.jamfInfo)).toMatchObject({ CFBundleShortVersionString: '11.12.0' });
    expect(await plist(mac.layout.launchAgent)).toMatchObject({
      Label: 'com.jamf.management.jamfAAD.agent',
      RunAtLoad: true,
      StartInterval: 900,
    });
    expect(await plist(mac.layout.jamfPlist)).toMatchObject({ microsoftCAEnabled: 1 });
    expect(await plist(mac.layout.systemVersion)).toMatchObject({ ProductName: 'macOS' });
    expect((await stat(mac.layout.agent)).mode & 0o777).toBe(0o755);
  });

  it('can lack Jamf, the plist, or its keys', async () => {
    const bare = await temporaryMac({ jamfVersion: null, aadPlist: false });
    expect(existsSync(bare.layout.jamfApp)).toBe(false);
    expect(existsSync(bare.layout.aadPlist)).toBe(false);
    const empty = await temporaryMac({ registered: null, lastSignInAt: null });
    expect(await empty.readPlist()).toEqual({});
  });

  it('becomes as new when a Mac is made of it again, and never when it is something else', async () => {
    const mac = await temporaryMac({ standardUser: true, locked: true });
    await mac.removePlist();
    await installMac({ dir: mac.dir });
    expect(await mac.readPlist()).toMatchObject({ have_an_Azure_id: true });
    expect(await readFile(mac.layout.state.screen, 'utf8')).toBe('unlocked\n');
    await expect(installMac({ dir: import.meta.dirname })).rejects.toBeInstanceOf(NotASimulatedMac);
    await expect(installMac({ dir: import.meta.filename })).rejects.toBeInstanceOf(NotASimulatedMac);
    // Where nobody can make a folder.
    await expect(installMac({ dir: '/proc/vigil/mac' })).rejects.toBeInstanceOf(NotASimulatedMac);
  });

  it('takes a waiting window with it, also when somebody else removes it', async () => {
    const { dir } = await temporaryMac();
    const mac = await Mac.create({ dir: join(dir, 'inner'), behaviour: { silent: 'fails' } });
    const { ended } = await mac.runByHand();
    await until('the window is open', () => mac.windowIsOpen());
    await rm(mac.dir, { recursive: true, maxRetries: 5 });
    expect(await ended).toMatchObject({ code: 1 });
    await mac.close();
  });

  it('is gone with everything that ran on it when it is disposed of', async () => {
    const { dir } = await temporaryMac();
    const mac = await Mac.create({
      dir: join(dir, 'inner'),
      behaviour: { silent: 'fails', ignoresTerm: true },
    });
    await rm(mac.layout.ps); // it must not depend on what a test may have done to the Mac
    const { ended } = await mac.runByHand();
    await until('it runs', async () => (await mac.agentProcesses()).length === 1);
    await mac.dispose();
    expect(await ended).toMatchObject({ signal: 'SIGKILL' });
    expect(existsSync(mac.dir)).toBe(false);
  });
});
