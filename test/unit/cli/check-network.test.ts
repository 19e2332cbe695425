import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa, type Options } from 'execa';
import { expect, test } from 'vitest';
import { replacePlist } from '../../mac/plist-file.ts';
import { until } from '../../mac/until.ts';
import { createAuthority } from '../../support/certificates.ts';
import { type ConnectProxy, type Route, serveProxy, serveTls } from '../../support/servers.ts';
import { tempFolder } from '../support/temp-folder.ts';

const vigil = join(import.meta.dirname, '../../../electron/vigil.ts');

/** The real command, whose only way out is a proxy of this test. */
function checkNetwork({ port }: ConnectProxy, args: readonly string[], env: Options['env'] = {}) {
  return execa(process.execPath, [vigil, 'check-network', ...args], {
    env: { HTTPS_PROXY: `http://127.0.0.1:${port}`, VIGIL_ROOT: tempFolder(), ...env },
    reject: false,
  });
}

/** All hosts, by certificates of one authority; some go another way. */
async function network(ways: Readonly<Record<string, Route>> = {}) {
  const authority = await createAuthority('Example Inspection GmbH');
  const root = join(tempFolder(), 'root.pem');
  writeFileSync(root, authority.root);
  const names = [
    '*.cdn-apple.com',
    '*.networking.apple',
    '*.microsoftonline.com',
    '*.login.microsoftonline.com',
    'login.microsoft.com',
    '*.windows.net',
    '*.edge.skype.com',
    '*.partner.microsoftonline.cn',
    '*.chinacloudapi.cn',
    '*.microsoftonline.us',
  ];
  const port = await serveTls(await authority.issue('everything', { names }));
  return { proxy: await serveProxy((host) => ways[host] ?? { port }), root };
}

const asked = ({ asked: hosts }: ConnectProxy) => hosts.map((host) => host.replace(':443', '')).sort();

test('behind a proxy that inspects everything, and whose root is on the Mac, Apple’s hosts and the registration are in trouble', async () => {
  const { proxy, root } = await network();
  const { stdout, stderr, exitCode } = await checkNetwork(proxy, ['--json'], { NODE_EXTRA_CA_CERTS: root });
  expect(stderr).toBe('');
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({ schema: 1, vigilVersion: expect.any(String) });
  expect(Math.abs(Date.parse(told.checkedAt) - Date.now())).toBeLessThan(60_000);
  expect(told.hosts[0]).toMatchObject({
    host: 'app-site-association.cdn-apple.com',
    purpose: 'association',
    inspection: 'never',
    verdict: 'inspected',
    rating: 'bad',
    confidence: 'certain',
    text: expect.stringContaining('This host has to be exempt'),
    status: 200,
    failure: null,
    proxy: `PROXY 127.0.0.1:${proxy.port}`,
    certificate: { issuer: { organisation: 'Example Inspection GmbH' }, trusted: true, publicRoot: false },
  });
  const ratings = told.hosts.map(({ host, rating }: Readonly<Record<string, string>>) => `${host} ${rating}`);
  expect(ratings).toEqual([
    'app-site-association.cdn-apple.com bad',
    'app-site-association.networking.apple bad',
    'login.microsoftonline.com note',
    'login.microsoft.com note',
    'sts.windows.net note',
    'enterpriseregistration.windows.net bad',
    'device.login.microsoftonline.com bad',
    'config.edge.skype.com note',
  ]);
  expect(exitCode).toBe(1);
  // And nobody else was asked anything.
  expect(asked(proxy)).toEqual(told.hosts.map(({ host }: { readonly host: string }) => host).sort());
});

test('without --json IT gets a table to copy; what the proxy keeps back is said; --all asks national clouds', async () => {
  const { proxy } = await network({ 'login.microsoft.com': { status: 403 } });
  const { stdout, exitCode } = await checkNetwork(proxy, ['--all']);
  expect(stdout).toMatch(
    /^app-site-association\.cdn-apple\.com +not trusted +PROXY \S+ +Example Inspection GmbH +never$/m,
  );
  expect(stdout).toMatch(/^login\.microsoft\.com +unreachable /m);
  expect(stdout).toContain('login.microsoft.com: the proxy does not let it through (HTTP 403).');
  expect(stdout).toMatch(/^login\.microsoftonline\.us +not trusted /m);
  expect(asked(proxy)).toHaveLength(12);
  expect(exitCode).toBe(1);
});

test('Ctrl-C ends it at once, with what is known', async () => {
  const { proxy } = await network({ 'login.microsoft.com': 'hangs', 'sts.windows.net': 'hangs' });
  const command = checkNetwork(proxy, []);
  await until('the others are asked', () => proxy.asked.length >= 8);
  command.kill('SIGINT');
  const { stdout, exitCode } = await command;
  expect(exitCode).toBe(130);
  expect(stdout).toMatch(/^login\.microsoft\.com +not checked/m);
  expect(stdout).toMatch(/^sts\.windows\.net +not checked/m);
  expect(stdout).toContain('login.microsoft.com: the check ended before there was an answer.');
});

test('a wrong option is a usage error, and asks nobody', async () => {
  const { proxy } = await network();
  const { exitCode } = await checkNetwork(proxy, ['--everything']);
  expect(exitCode).toBe(64);
  expect(proxy.asked).toEqual([]);
});

test('an organisation that does not want it is obeyed: the command says so, and asks nobody', async () => {
  const { proxy } = await network();
  const root = tempFolder();
  const managed = join(root, 'Library/Managed Preferences');
  mkdirSync(managed, { recursive: true });
  await replacePlist(join(managed, 'io.github.vigil-mac.plist'), { NetworkCheckAllowed: false }, 'binary');
  const { stdout, stderr, exitCode } = await checkNetwork(proxy, ['--json'], { VIGIL_ROOT: root });
  expect({ stdout, stderr, exitCode }).toEqual({
    stdout: '',
    stderr: 'Your organization has switched the network check off.',
    exitCode: 77,
  });
  expect(proxy.asked).toEqual([]);
});
