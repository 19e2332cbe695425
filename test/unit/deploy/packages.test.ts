import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { agentLabel, relayLabel, vigilExecutable } from '../../support/deploy/deploy-mac.ts';
import { installRelay, installVigil, script } from '../../support/deploy/install.ts';
import { deployMac, runs } from './given.ts';

const preinstall = 'build/deploy/pkg/scripts/preinstall';
const postinstall = 'build/deploy/pkg/scripts/postinstall';
const job = (uid: number) => `gui/${uid}/${agentLabel}`;
const bootstrap = (uid: number) => `launchctl bootstrap gui/${uid} /Library/LaunchAgents/${agentLabel}.plist`;
const bootout = (uid: number) => `launchctl bootout ${job(uid)}`;
const jamfAgent =
  '/Library/Application Support/JAMF/Jamf.app/Contents/MacOS/Jamf Conditional Access.app/Contents/MacOS/Jamf Conditional Access';
const quiet = { stdout: '', stderr: '', exitCode: 0 };

describe('the scripts of the package', () => {
  it('start Vigil once for everybody who is logged in, also behind a fast user switch', async () => {
    const mac = await deployMac();
    await mac.logIn(501);
    await mac.logIn(502);
    for (const run of await installVigil(mac)) expect(run).toEqual(quiet);
    expect(await mac.calls()).toEqual([bootstrap(501), bootstrap(502)]);
    expect(await mac.isLoaded(job(501))).toBe(true);
    expect(await mac.isLoaded(job(502))).toBe(true);
  });

  it('start nothing at enrolment, when nobody is logged in or Setup Assistant is', async () => {
    const mac = await deployMac();
    await mac.logIn(0);
    await mac.logIn(248);
    for (const run of await installVigil(mac)) expect(run).toEqual(quiet);
    expect(await mac.calls()).toEqual([]);
  });

  it('replace a version by another, newer or older: one end, one start', async () => {
    const mac = await deployMac();
    await mac.logIn(501);
    await installVigil(mac, '2.0.0');
    await mac.calls();
    for (const run of await installVigil(mac, '1.0.0')) expect(run).toEqual(quiet);
    expect(await mac.calls()).toEqual([bootout(501), bootstrap(501)]);
    expect(await mac.isLoaded(job(501))).toBe(true);
  });

  it('ask Vigil to quit before its job is taken away, and never touch a sign-in window or a helper', async () => {
    const mac = await deployMac();
    await mac.logIn(501);
    await installVigil(mac);
    const vigil = await runs(mac, { uid: 501, executable: vigilExecutable });
    const others = [
      await runs(mac, { uid: 501, executable: jamfAgent }),
      await runs(mac, { uid: 501, executable: '/Users/alex/Vigil' }),
      await runs(mac, {
        uid: 501,
        executable:
          '/Applications/Vigil.app/Contents/Frameworks/Vigil Helper.app/Contents/MacOS/Vigil Helper',
      }),
    ];
    expect(await script(mac, preinstall)).toEqual(quiet);
    expect(vigil.isAlive()).toBe(false);
    expect(others.map(({ isAlive }) => isAlive())).toEqual([true, true, true]);
  });

  it('end a Vigil that does not quit, after a while', async () => {
    const mac = await deployMac();
    await mac.logIn(501);
    await installVigil(mac);
    const vigil = await runs(mac, { uid: 501, executable: vigilExecutable, stubborn: true });
    expect(await script(mac, preinstall)).toEqual(quiet);
    await expect.poll(vigil.isAlive, { timeout: 10_000 }).toBe(false);
  });

  it('leave a job alone that is there, however often they run', async () => {
    const mac = await deployMac();
    await mac.logIn(501);
    await installVigil(mac);
    await mac.calls();
    for (let i = 0; i < 3; i += 1) expect(await script(mac, postinstall)).toEqual(quiet);
    expect(await mac.calls()).toEqual([]);
  });

  it('wait for a job that goes away slowly', async () => {
    const mac = await deployMac();
    await mac.logIn(501);
    await installVigil(mac);
    await writeFile(mac.at(mac.state('bootout-takes')), '20\n');
    await mac.calls();
    await installVigil(mac);
    expect(await mac.calls()).toEqual([bootout(501), bootstrap(501)]);
    expect(await mac.isLoaded(job(501))).toBe(true);
  });

  it('say so and succeed where launchd refuses: the next login starts it', async () => {
    const mac = await deployMac();
    await mac.logIn(501);
    await installVigil(mac);
    await rm(mac.at(mac.state('loaded')), { recursive: true });
    await writeFile(mac.at(mac.state('bootstrap-fails')), '');
    const { exitCode, stdout } = await script(mac, postinstall);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('user with the id 501; it starts with their next login');
    expect(new Set(await mac.calls())).toEqual(new Set([bootstrap(501)]));
  });

  it('start nothing from one of the two packages alone', async () => {
    const mac = await deployMac();
    await mac.logIn(501);
    await mac.installApp('1.0.0');
    expect(await script(mac, postinstall)).toEqual(quiet);
    expect(await mac.calls()).toEqual([]);
  });

  it('do nothing to the running system when they install on another volume', async () => {
    const mac = await deployMac();
    await mac.logIn(501);
    await installVigil(mac);
    const vigil = await runs(mac, { uid: 501, executable: vigilExecutable });
    await mac.calls();
    for (const path of [preinstall, postinstall]) {
      expect(await script(mac, path, '/Volumes/Other')).toEqual(quiet);
    }
    for (const name of ['preinstall', 'postinstall']) {
      expect(await script(mac, `build/deploy/relay/scripts/${name}`, '/Volumes/Other')).toEqual(quiet);
    }
    expect(await mac.calls()).toEqual([]);
    expect(vigil.isAlive()).toBe(true);
  });
});

describe('the scripts of the log relay', () => {
  it('start it, and replace one that runs', async () => {
    const mac = await deployMac();
    const start = `launchctl bootstrap system /Library/LaunchDaemons/${relayLabel}.plist`;
    for (const run of await installRelay(mac)) expect(run).toEqual(quiet);
    expect(await mac.calls()).toEqual([start]);
    for (const run of await installRelay(mac)) expect(run).toEqual(quiet);
    expect(await mac.calls()).toEqual([`launchctl bootout system/${relayLabel}`, start]);
    expect(await mac.isLoaded(`system/${relayLabel}`)).toBe(true);
  });
});
