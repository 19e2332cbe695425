import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { getElectron } from '../../../build/get-electron.ts';
import { until } from '../../mac/until.ts';
import { createAuthority } from '../../support/certificates.ts';
import { type ConnectProxy, serveProxy, serveTls } from '../../support/servers.ts';

const repository = join(import.meta.dirname, '..', '..', '..');

/** The command in real Electron, whose only way out is a proxy of this test. */
async function checkNetwork({ port }: ConnectProxy, ...args: readonly string[]) {
  const { executable } = await getElectron(() => undefined);
  const child = spawn(executable, [repository, 'check-network', ...args], {
    env: {
      ...process.env,
      https_proxy: `http://127.0.0.1:${port}`,
      no_proxy: '',
      ELECTRON_DISABLE_SANDBOX: '1',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = Promise.all([text(child.stdout), once(child, 'close')]).then(([stdout]) => ({
    stdout,
    exitCode: child.exitCode,
  }));
  return { child, ended };
}

test('“vigil check-network” asks as Chromium does, says what is in the way, and says it again as its exit code', async () => {
  const authority = await createAuthority('Example Inspection GmbH');
  const port = await serveTls(await authority.issue('login.microsoftonline.com'));
  const proxy = await serveProxy((host) => (host === 'sts.windows.net' ? { status: 403 } : { port }));
  const { stdout, exitCode } = await (await checkNetwork(proxy, '--json')).ended;
  const { hosts } = JSON.parse(stdout);
  expect(hosts.map(({ host, verdict }: Readonly<Record<string, string>>) => `${host} ${verdict}`)).toEqual([
    'app-site-association.cdn-apple.com wrong-host',
    'app-site-association.networking.apple wrong-host',
    'login.microsoftonline.com untrusted',
    'login.microsoft.com wrong-host',
    'sts.windows.net unreachable',
    'enterpriseregistration.windows.net wrong-host',
    'device.login.microsoftonline.com wrong-host',
    'config.edge.skype.com wrong-host',
  ]);
  expect(hosts[2]).toMatchObject({
    proxy: `PROXY 127.0.0.1:${proxy.port}`,
    certificate: { issuer: { organisation: 'Example Inspection GmbH' }, publicRoot: false },
  });
  expect(exitCode).toBe(1);
});

test('Ctrl-C ends it at once', async () => {
  const proxy = await serveProxy(() => 'hangs');
  const { child, ended } = await checkNetwork(proxy);
  await until('hosts are asked', () => proxy.asked.length > 0);
  child.kill('SIGINT');
  const { stdout, exitCode } = await ended;
  expect(exitCode).toBe(130);
  expect(stdout).toMatch(/^login\.microsoftonline\.com +not checked/m);
});
