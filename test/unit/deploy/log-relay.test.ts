import { existsSync } from 'node:fs';
import { readFile, stat, symlink, truncate } from 'node:fs/promises';
import { parse } from 'plist';
import { expect, it } from 'vitest';
import { streamArguments } from '../../../electron/sense/log-command.ts';
import { openRelayFile } from '../../../electron/sense/relay-file.ts';
import { type DeployMac, shells } from '../../support/deploy/deploy-mac.ts';
import { installRelay } from '../../support/deploy/install.ts';
import { deployMac } from './given.ts';

const relay = 'build/deploy/relay/log-relay.sh';
const file = 'Library/Logs/Vigil/log-relay.ndjson';
const line = '{"eventMessage":"a line"}\n';

const read = (mac: DeployMac, path: string) => readFile(mac.at(path), 'utf8');

it.each(shells)(
  'the relay asks for what Vigil itself asks for, for twelve hours, run by $name',
  async (shell) => {
    const mac = await deployMac(shell);
    expect(await mac.run(relay)).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    const asked = await read(mac, mac.state('log-arguments'));
    expect(asked.trimEnd().split('\n')).toEqual([...streamArguments(), '--timeout', '12h']);
    expect(await read(mac, file)).toBe(line);
  },
);

it('what it writes is what Vigil trusts: owned by root, readable by all, written by no other', async () => {
  const mac = await deployMac();
  await mac.run(relay);
  const modes = [file, 'Library/Logs/Vigil'].map(async (path) => (await stat(mac.at(path))).mode & 0o777);
  expect(await Promise.all(modes)).toEqual([0o644, 0o755]);
  expect(await mac.calls()).toEqual(['chown 0:0 /Library/Logs/Vigil', `chown 0:0 /${file}`]);
  const opening = await openRelayFile(mac.at(file), mac.dir);
  expect(opening.kind).toBe('open');
  if (opening.kind === 'open') await opening.file.handle.close();
});

it('each run adds to the file, until it is full and becomes the one before', async () => {
  const mac = await deployMac();
  await mac.run(relay);
  await mac.run(relay);
  expect(await read(mac, file)).toBe(line + line);
  expect(existsSync(mac.at(`${file}.1`))).toBe(false);
  await truncate(mac.at(file), 8 * 1024 * 1024 + 1);
  await mac.run(relay);
  expect(await read(mac, file)).toBe(line);
  expect((await stat(mac.at(`${file}.1`))).size).toBe(8 * 1024 * 1024 + 1);
});

it('a flood cannot fill the disk', async () => {
  const mac = await deployMac();
  await mac.run(relay);
  expect(await read(mac, mac.state('log-limit'))).toBe('65536\n');
});

it('writes through no link', async () => {
  const mac = await deployMac();
  await mac.put('Users/alex/target', 'theirs');
  await mac.run(relay);
  await symlink(mac.at('Users/alex/target'), mac.at(`${file}.1`));
  const { exitCode, stderr } = await mac.run(relay);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('is a symbolic link');
  expect(await read(mac, 'Users/alex/target')).toBe('theirs');
});

it('the LaunchDaemon runs the script where the package puts it, again and again', async () => {
  const mac = await deployMac();
  await installRelay(mac);
  const job = parse(await read(mac, 'Library/LaunchDaemons/io.github.vigil-mac.log-relay.plist'));
  expect(job).toMatchObject({
    Label: 'io.github.vigil-mac.log-relay',
    ProgramArguments: ['/Library/Application Support/Vigil/log-relay.sh'],
    RunAtLoad: true,
    KeepAlive: true,
  });
  expect(job).not.toHaveProperty('StandardOutPath');
  expect(existsSync(mac.at('Library/Application Support/Vigil/log-relay.sh'))).toBe(true);
});
