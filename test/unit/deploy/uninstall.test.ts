import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  agentLabel,
  DeployMac,
  relayLabel,
  shells,
  vigilExecutable,
} from '../../support/deploy/deploy-mac.ts';
import { installRelay, installVigil } from '../../support/deploy/install.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { deployMac, runs } from './given.ts';

const uninstall = 'build/deploy/uninstall.sh';
const id = 'io.github.vigil-mac';
const stored = [
  'Application Support/Vigil/ledger.jsonl',
  'Application Support/Vigil/Local Storage/leveldb/LOG',
  'Application Support/Vigil/status.plist',
  `Caches/${id}/Cache.db`,
  `HTTPStorages/${id}.binarycookies`,
  `HTTPStorages/${id}/httpstorages.sqlite`,
  'Logs/Vigil/vigil.log',
  `Preferences/ByHost/${id}.0F0F.plist`,
  `Preferences/${id}.plist`,
  `Saved Application State/${id}.savedState/data.data`,
  `WebKit/${id}/x`,
];
const foreign = [
  'Application Support/Vigilant/x',
  `Caches/${id}2/x`,
  'Logs/DiagnosticReports/x',
  'Preferences/com.jamf.management.jamfAAD.plist',
];

/** What was in this home before, and the folders that any home has. */
async function furnish(mac: DeployMac, name: string, uid: number): Promise<void> {
  await mac.makeHome(name, uid);
  for (const path of foreign) await mac.put(`Users/${name}/Library/${path}`, 'theirs');
  for (const folder of ['Preferences/ByHost', 'HTTPStorages', 'Saved Application State', 'WebKit'])
    await mkdir(mac.at(`Users/${name}/Library/${folder}`), { recursive: true });
}

async function use(mac: DeployMac, name: string): Promise<void> {
  for (const path of stored) await mac.put(`Users/${name}/Library/${path}`, 'ours');
}

/** A Mac with everything of Vigil. */
let model: DeployMac;
/** How it was before. */
let before: ReadonlyMap<string, string>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-used-'));
  model = await DeployMac.create(folder);
  await furnish(model, 'alex', 501);
  await furnish(model, 'robin o’hara', 502);
  await model.logIn(501);
  before = await model.tree();
  await installVigil(model);
  await installRelay(model);
  await model.run('build/deploy/relay/log-relay.sh');
  for (const name of ['alex', 'robin o’hara']) await use(model, name);
  await model.calls();
  return () => rm(folder, { recursive: true });
});

const usedMac = (shell = shells[0]) => model.copy(tempFolder(), shell);

describe('uninstall.sh --yes', () => {
  it.each(shells)('leaves the Mac as it was before, run by $name, also the second time', async (shell) => {
    const mac = await usedMac(shell);
    const vigil = await runs(mac, { uid: 501, executable: vigilExecutable });
    expect((await mac.tree()).size).toBeGreaterThan(before.size + 2 * stored.length);
    const first = await mac.run(uninstall, ['--yes']);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await mac.tree()).toEqual(before);
    expect(vigil.isAlive()).toBe(false);
    const calls = await mac.calls();
    expect(calls).toContain(`launchctl bootout gui/501/${agentLabel}`);
    expect(calls).toContain(`launchctl bootout system/${relayLabel}`);
    expect(calls.filter((call) => call.startsWith('sudo'))).toEqual(['sudo #501', 'sudo #502']);
    expect(await mac.run(uninstall, ['--yes'])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await mac.tree()).toEqual(before);
    expect((await mac.calls()).filter((call) => call.startsWith('launchctl'))).toEqual([]);
  });

  it('keeps what is in the homes with --keep-data', async () => {
    const mac = await usedMac();
    expect(await mac.run(uninstall, ['--keep-data', '--yes'])).toMatchObject({ exitCode: 0 });
    const after = await mac.tree();
    const kept = [...after.keys()].filter((path) => !before.has(path));
    expect(kept.length).toBeGreaterThan(2 * stored.length);
    expect(kept.filter((path) => !path.startsWith('/Users/'))).toEqual([]);
  });

  it('takes its options from the parameters of a Jamf policy', async () => {
    const mac = await usedMac();
    const args = ['/', 'Robin’s Mac', 'alex', '--yes', '', ''];
    expect(await mac.run(uninstall, args)).toMatchObject({ exitCode: 0 });
    expect(await mac.tree()).toEqual(before);
  });

  it('removes nothing through a link that leads out of a home', async () => {
    const mac = await usedMac();
    const outside = join(tempFolder(), 'outside');
    await mkdir(join(outside, 'Vigil'), { recursive: true });
    await writeFile(join(outside, 'Vigil/kept'), '');
    const library = mac.at('Users/alex/Library');
    for (const folder of ['Application Support', 'Logs']) {
      await rm(join(library, folder), { recursive: true });
      await symlink(outside, join(library, folder));
    }
    await furnish(mac, 'eve', 503);
    await rm(mac.at('Users/eve/Library'), { recursive: true });
    await symlink(mac.at('Library'), mac.at('Users/eve/Library'));
    await mac.put('Library/Preferences/io.github.vigil-mac.plist', 'not of this person');
    expect(await mac.run(uninstall, ['--yes'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(existsSync(join(outside, 'Vigil/kept'))).toBe(true);
    expect(existsSync(mac.at('Library/Preferences/io.github.vigil-mac.plist'))).toBe(true);
    expect(existsSync(join(library, `Preferences/${id}.plist`))).toBe(false);
  });

  it('removes a link in the place of Vigil’s folder, not what it leads to', async () => {
    const mac = await usedMac();
    const outside = tempFolder();
    await writeFile(join(outside, 'kept'), '');
    const folder = mac.at('Users/alex/Library/Application Support/Vigil');
    await rm(folder, { recursive: true });
    await symlink(outside, folder);
    expect(await mac.run(uninstall, ['--yes'])).toMatchObject({ exitCode: 0 });
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(join(outside, 'kept'))).toBe(true);
  });

  it('finds homes that are elsewhere, and leaves those of the system alone', async () => {
    const mac = await usedMac();
    for (const home of ['Volumes/Data/kim', 'var/root']) {
      await mac.put(`${home}/Library/Logs/Vigil/vigil.log`, 'ours');
    }
    await writeFile(mac.at(mac.state('owners/kim')), '504\n');
    await writeFile(
      mac.at(mac.state('directory')),
      'alex      /Users/alex\nkim       /Volumes/Data/kim\nnobody    /var/empty\nroot      /var/root\n',
    );
    expect(await mac.run(uninstall, ['--yes'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(existsSync(mac.at('Volumes/Data/kim/Library/Logs/Vigil'))).toBe(false);
    expect(existsSync(mac.at('var/root/Library/Logs/Vigil'))).toBe(true);
    expect(await mac.calls()).not.toContain('sudo #0');
  });

  it('says what it could not remove, and removes the rest', async () => {
    const mac = await usedMac();
    // The account is gone, its home was kept.
    await writeFile(mac.at(mac.state('unknown/501')), '');
    const { exitCode, stderr } = await mac.run(uninstall, ['--yes']);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`what Vigil has stored in ${mac.at('Users/alex')} could not be removed`);
    expect(existsSync(mac.at('Users/robin o’hara/Library/Application Support/Vigil'))).toBe(false);
    expect(existsSync(mac.at('Applications/Vigil.app'))).toBe(false);
  });
});

describe('uninstall.sh', () => {
  it.each([
    ['without --yes', [], {}, 64],
    ['with an option that it does not know', ['--yes', '--force'], {}, 64],
    ['not run as root', ['--yes'], { SIMULATED_UID: '501' }, 77],
    ['asked for help', ['--help', '--yes'], {}, 0],
  ])('does nothing %s, and says how it is used', async (_, args, env, code) => {
    const mac = await deployMac();
    await mac.installApp('1.0.0');
    const before = await mac.tree();
    const { exitCode, stdout, stderr } = await mac.run(uninstall, args, env);
    expect(exitCode).toBe(code);
    expect(stdout + stderr).toContain('sudo sh uninstall.sh --yes');
    expect(await mac.tree()).toEqual(before);
    expect(await mac.calls()).toEqual([]);
  });
});
