import { createHash, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { ProbeTarget } from '../../../electron/act/network-check/probe.ts';
import { until } from '../../mac/until.ts';
import { type Authority, createAuthority, type KeyPair } from '../../support/certificates.ts';
import { closedPort, serveProxy, serveSockets, serveTls } from '../../support/servers.ts';
import { buildSmallApp } from '../support/small-app.ts';
import { launchForFile, launchVigil, type VigilApp } from '../support/vigil-app.ts';
import type { Observe } from './probe-main.ts';

let app = '';
let authority: Authority;
/** Of hosts whose certificates Chromium takes for good. */
let good: KeyPair;
let asking: KeyPair;
/** Asks without a proxy. */
let observe: Observe;

beforeAll(async () => {
  app = await buildSmallApp('probe', join(import.meta.dirname, 'probe-main.ts'));
  authority = await createAuthority('Example Inspection GmbH');
  good = await authority.issue('good.localhost');
  asking = await authority.issue('asking.localhost');
  const { vigil, end } = await launchForFile({ root: app, app, args: [trusting(good, asking)] });
  observe = await probeIn(vigil);
  return end;
});

/** Chromium looks for names that end in "localhost" on this machine. */
const local = (name: string, port: number): ProbeTarget => ({ host: `${name}.localhost`, port, path: '/' });
const remote = (host: string): ProbeTarget => ({ host, port: 443, path: '/' });

/** The probe in an Electron with this switch, for the test that runs now. */
async function startProbe(aSwitch: string): Promise<Observe> {
  return probeIn(await launchVigil({ desktop: null, root: app, app, args: [aSwitch] }));
}

async function probeIn({ electron }: VigilApp): Promise<Observe> {
  await until('the probe is ready', () => electron.evaluate(() => globalThis.observe !== undefined));
  return (targets, hostMs) =>
    electron.evaluate((_electron, asked) => globalThis.observe(asked.targets, asked.hostMs), {
      targets,
      hostMs,
    });
}

/** Chromium's own way to trust a certificate in a test. */
function trusting(...pairs: readonly KeyPair[]): string {
  const hashes = pairs.map(({ cert }) => {
    const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
    return createHash('sha256').update(key).digest('base64');
  });
  return `--ignore-certificate-errors-spki-list=${hashes.join()}`;
}

test('of each certificate is told what is wrong with it, and nothing is sent to a host that shows such a one', async () => {
  const past = new Date('2020-01-02T03:04:05Z');
  let requests = 0;
  const serve = (pair: KeyPair) =>
    serveTls(pair, (_request, response) => {
      requests += 1;
      response.end();
    });
  const seen = await observe([
    local('private', await serve(await authority.issue('private.localhost'))),
    local(
      'expired',
      await serve(await authority.issue('expired.localhost', { from: new Date(0), to: past })),
    ),
    local('wrong', await serve(await authority.issue('elsewhere.example'))),
  ]);
  expect(seen.map(({ answer }) => answer)).toEqual(
    seen.map(() => ({ kind: 'failed', why: 'encryption', code: 'ERR_CERT_AUTHORITY_INVALID' })),
  );
  const issuer = { organisation: 'Example Inspection GmbH', name: 'Test root' };
  const untrusted = { issuer, trusted: false, publicRoot: false };
  expect(seen.map(({ certificate }) => certificate)).toMatchObject([
    { ...untrusted, subject: 'private.localhost', coversHost: true },
    { ...untrusted, validTo: past.getTime(), coversHost: true },
    { ...untrusted, subject: 'elsewhere.example', coversHost: false },
  ]);
  expect(requests).toBe(0);
});

test('a host in order has answered, be it with a redirect, and was sent nothing of the person’s', async () => {
  const headers: string[] = [];
  const port = await serveTls(good, (request, response) => {
    headers.push(...Object.keys(request.headers));
    response.writeHead(302, { location: 'https://elsewhere.localhost/', 'set-cookie': 'x=1' }).end();
  });
  const [seen] = await observe([local('good', port)]);
  expect(seen).toMatchObject({ proxy: { kind: 'none' }, answer: { kind: 'answered', status: 302 } });
  expect(headers).not.toContain('cookie');
  expect(headers).not.toContain('authorization');
});

test('a host that asks for a certificate of the Mac is reached, and is given none', async () => {
  const port = await serveTls({ ...asking, requestCert: true });
  const [seen] = await observe([local('asking', port)]);
  expect(seen?.answer).toEqual({ kind: 'answered', status: null });
});

test('where nothing is reached, it is told why', async () => {
  const seen = await observe(
    [
      local('closed', await closedPort()),
      local('rude', await serveSockets((socket) => socket.destroy())),
      local('silent', await serveSockets(() => {})),
      remote('nowhere.invalid'),
    ],
    3_000,
  );
  expect(seen.map(({ answer }) => answer.kind === 'failed' && answer.why)).toEqual([
    'refused',
    'broken-off',
    'time-limit',
    'no-such-name',
  ]);
});

test('the system’s proxy is used and named', async () => {
  const port = await serveTls(await authority.issue('login.example'));
  const proxy = await serveProxy((host) => {
    if (host === 'forbidden.example') return { status: 403 };
    return host === 'silent.example' ? 'hangs' : { port };
  });
  const name = `PROXY 127.0.0.1:${proxy.port}`;
  const observeByProxy = await startProbe(`--proxy-server=127.0.0.1:${proxy.port}`);
  const seen = await observeByProxy(
    ['login', 'forbidden', 'silent'].map((host) => remote(`${host}.example`)),
    3_000,
  );
  expect(seen.map(({ proxy: used }) => used)).toEqual(seen.map(() => ({ kind: 'proxy', name })));
  expect(seen[0]?.certificate).toMatchObject({ subject: 'login.example', coversHost: true });
  expect(seen.map(({ answer }) => answer.kind === 'failed' && answer.why)).toEqual([
    'encryption',
    'proxy',
    'time-limit',
  ]);
});

test('a PAC file decides for each host', async () => {
  const port = await serveTls(await authority.issue('login.example'));
  const proxy = await serveProxy(() => ({ port }));
  const pac = `function FindProxyForURL(url, host) {
    return host === 'login.example' ? 'PROXY 127.0.0.1:${proxy.port}; DIRECT' : 'DIRECT';
  }`;
  const url = `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(pac).toString('base64')}`;
  const observeByPac = await startProbe(`--proxy-pac-url=${url}`);
  const seen = await observeByPac([remote('login.example'), local('direct', port)]);
  expect(seen.map(({ proxy: used }) => used)).toEqual([
    { kind: 'proxy', name: `PROXY 127.0.0.1:${proxy.port}` },
    { kind: 'none' },
  ]);
  expect(proxy.asked).toEqual(['login.example:443']);
});
