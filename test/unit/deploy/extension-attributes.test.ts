import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { build } from 'plist';
import { describe, expect, it } from 'vitest';
import { extensionAttributes } from '../../../build/generate/extension-attributes.ts';
import { statusOf } from '../../../electron/assess/status.ts';
import { phases } from '../../../electron/assess/view.ts';
import { StatusPlist } from '../../../electron/show/status-plist.ts';
import { type DeployMac, repository, shells } from '../../support/deploy/deploy-mac.ts';
import { askAll, attributeNames, everyCondition, fleet, install } from '../../support/deploy/fleet.ts';
import { healthy } from '../words/views.ts';
import { deployMac } from './given.ts';

const attribute = (name: string) => `build/deploy/extension-attributes/vigil-${name}.sh`;
const statusOfAlex = 'Users/person-alex/Library/Application Support/Vigil/status.plist';

async function macWithVigil(shell = shells[0]): Promise<DeployMac> {
  const mac = await deployMac(shell);
  await mac.installApp('1.0.0');
  await mac.makeHome('person-alex', 501);
  return mac;
}

async function putStatus(mac: DeployMac, path = statusOfAlex): Promise<void> {
  const minute = 60_000;
  const written = mac.at('written.plist');
  const circumstances = { assessedAt: Date.now(), vigilVersion: '1.2.3', pid: process.pid };
  const assessment = { view: healthy, wants: [], nextAt: Date.now() + 15 * minute, followLog: false };
  await new StatusPlist({ path: written, log: console }).write(statusOf(assessment, circumstances));
  await mac.put(path, await readFile(written));
}

async function ask(
  mac: DeployMac,
  consoleUser: string,
  names: readonly string[] = attributeNames,
): Promise<readonly string[]> {
  const results: string[] = [];
  for (const name of names) {
    const { stdout, exitCode } = await mac.run(attribute(name), [], { CONSOLE_USER: consoleUser });
    expect(exitCode).toBe(0);
    results.push(stdout);
  }
  return results.map((line) => line.replace(/^<result>(.*)<\/result>$/, '$1'));
}

const healthyAnswers = ['protected', '2026-11-25 12:20:00', '2026-11-25 12:20:00', 'none', '1.2.3'];

describe('the extension attributes', () => {
  it('on disk are what `npm run generate` makes', async () => {
    const made = extensionAttributes();
    for (const [path, text] of Object.entries(made)) {
      expect(await readFile(join(repository, path), 'utf8')).toBe(text);
    }
    const folders = new Set(Object.keys(made).map((path) => path.slice(0, path.lastIndexOf('/'))));
    for (const folder of folders) {
      for (const name of await readdir(join(repository, folder)))
        expect(made).toHaveProperty([`${folder}/${name}`]);
    }
  });

  it('tell right of every condition that a status can be in', { timeout: 60_000 }, async () => {
    const mac = await deployMac();
    const people = fleet(everyCondition);
    await install(mac, people);
    const { answers } = await askAll(mac, people);
    const told = people.map(({ condition }, index) => [condition, answers[index]]);
    expect(told).toEqual(people.map(({ condition, expected }) => [condition, expected]));
    expect(new Set(answers.map(({ phase }) => phase))).toEqual(
      new Set([
        ...phases,
        ...['protected', 'deactivated', 'overdue'].map((phase) => `stale (${phase})`),
        'unreadable',
        'not-run',
      ]),
    );
  });

  it.each(shells)('tell what Vigil itself has written, run by $name', async (shell) => {
    const mac = await macWithVigil(shell);
    await putStatus(mac);
    expect(await ask(mac, 'person-alex')).toEqual(healthyAnswers);
  });

  it('say that there is no Vigil, though its last status was left behind', async () => {
    const mac = await deployMac();
    await putStatus(mac);
    expect(await ask(mac, 'person-alex')).toEqual([
      'not-installed',
      '',
      '',
      'not-installed',
      'not-installed',
    ]);
  });

  it('tell of the person whose screen it is, not of others', async () => {
    const mac = await macWithVigil();
    await putStatus(mac);
    expect(await ask(mac, 'person-robin')).toEqual(['not-run', '', '', 'not-run', 'not-run']);
  });

  it.each(['root', '_mbsetupuser', 'loginwindow', ''])(
    'tell of the last person while the screen is that of "%s"',
    async (user) => {
      const mac = await macWithVigil();
      await putStatus(mac);
      expect(await ask(mac, user, ['phase', 'since'])).toEqual(['no-user', '']);
      await mac.put(
        'Library/Preferences/com.apple.loginwindow.plist',
        build({ lastUserName: 'person-alex' }),
      );
      expect(await ask(mac, user)).toEqual(healthyAnswers);
    },
  );

  it('find homes that are not in /Users', async () => {
    const mac = await macWithVigil();
    const { stdout: home } = await execa('sh', ['-c', 'echo ~nobody']);
    await putStatus(mac, join(home.slice(1), 'Library/Application Support/Vigil/status.plist'));
    expect(await ask(mac, 'nobody')).toEqual(healthyAnswers);
  });

  it('take a name for nothing but a name', async () => {
    const mac = await macWithVigil();
    for (const name of ['Ünal Ö', 'a;touch b', '$(touch b)', "it's", 'a*']) {
      await putStatus(mac, `Users/${name}/Library/Application Support/Vigil/status.plist`);
      expect(await ask(mac, name, ['phase'])).toEqual(['protected']);
    }
    await putStatus(mac);
    for (const name of ['../person-alex', '-', '+', '.', 'person-alex/']) {
      expect(await ask(mac, name, ['phase'])).toEqual(['no-user']);
    }
  });

  it.each([
    ['phase', ['stat', 'wc', 'plutil', 'plutil', 'plutil', 'date']],
    ['since', ['stat', 'wc', 'plutil']],
    ['last-sign-in', ['stat', 'wc', 'plutil']],
    ['cause', ['stat', 'wc', 'plutil']],
    ['version', ['stat', 'wc', 'plutil']],
  ])('start few programs, as each takes some milliseconds: vigil-%s.sh', async (name, programs) => {
    const mac = await macWithVigil();
    await putStatus(mac);
    const env = { CONSOLE_USER: 'person-alex' };
    const { stderr: trace } = await execa('sh', ['-x', await mac.copyOf(attribute(name))], { env });
    const started = trace.match(
      /^\++ (?!export|printf|kill|eval|set|exit|return|tell|nothing|value|is_fresh|as_date)[a-z]+(?= |$)/gm,
    );
    expect(started?.map((line) => line.replace(/^\++ /, ''))).toEqual(programs);
  });

  it('ignore what the environment says', async () => {
    const mac = await macWithVigil();
    await putStatus(mac);
    const env = { CONSOLE_USER: 'person-alex', root: '/nowhere', user: 'root', status: '/etc/passwd' };
    const { stdout } = await mac.run(attribute('phase'), [], env);
    expect(stdout).toBe('<result>protected</result>');
  });
});
