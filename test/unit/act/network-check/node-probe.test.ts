import { beforeAll, describe, expect, test } from 'vitest';
import { certificateFacts } from '../../../../electron/act/network-check/certificate-facts.ts';
import { nodeProbe } from '../../../../electron/act/network-check/node-probe.ts';
import { observeHosts } from '../../../../electron/act/network-check/observe.ts';
import type { HostObservation } from '../../../../electron/assess/network/observation.ts';
import { type Authority, createAuthority } from '../../../support/certificates.ts';
import { closedPort, serveProxy, serveSockets, serveTls } from '../../../support/servers.ts';

let ours: Authority;
let foreign: Authority;

beforeAll(async () => {
  ours = await createAuthority('Example Inspection GmbH');
  foreign = await createAuthority('Somebody Else');
});

type Asked = {
  readonly host?: string;
  readonly port?: number;
  readonly proxy?: string;
  readonly hostMs?: number;
};

/** One host, on this machine unless told otherwise, where only our authority is trusted. */
async function observe({
  host = 'localhost',
  port = 443,
  proxy,
  hostMs = 15_000,
}: Asked): Promise<HostObservation> {
  const probe = nodeProbe({ proxy: proxy ?? null, ca: [ours.root] });
  const limits = { hostMs, allMs: 30_000, atOnce: 1 };
  const target = { host, port, path: '/path' };
  const [seen] = await observeHosts([target], probe, new AbortController().signal, limits);
  if (seen === undefined) throw new Error('nothing was observed');
  return seen;
}

describe('of a certificate is told', () => {
  test('by whom it was issued, and that a root of this machine alone vouches for it', async () => {
    const port = await serveTls(await ours.issue('localhost'));
    const seen = await observe({ port });
    expect(seen).toMatchObject({
      host: 'localhost',
      proxy: { kind: 'none' },
      answer: { kind: 'answered', status: 200 },
      certificate: {
        subject: 'localhost',
        issuer: { organisation: 'Example Inspection GmbH', name: 'Test root' },
        root: { organisation: 'Example Inspection GmbH' },
        coversHost: true,
        trusted: true,
        publicRoot: false,
      },
    });
    const { validFrom = 0, validTo = 0 } = seen.certificate ?? {};
    expect(validFrom < Date.now() && Date.now() < validTo).toBe(true);
  });

  test('that nobody here trusts it', async () => {
    const { certificate } = await observe({ port: await serveTls(await foreign.issue('localhost')) });
    expect(certificate).toMatchObject({
      issuer: { organisation: 'Somebody Else' },
      coversHost: true,
      trusted: false,
    });
  });

  test('that it has expired, or is of tomorrow, whoever issued it', async () => {
    const [past, future] = [new Date('2020-01-02T03:04:05Z'), new Date(Date.now() + 3_600_000)];
    const expired = await ours.issue('localhost', { from: new Date('2019-01-01'), to: past });
    const { certificate } = await observe({ port: await serveTls(expired) });
    expect(certificate).toMatchObject({ validTo: past.getTime(), trusted: true });
    const early = await ours.issue('localhost', { from: future });
    const other = await observe({ port: await serveTls(early) });
    expect(other.certificate).toMatchObject({
      validFrom: Math.floor(future.getTime() / 1000) * 1000,
      trusted: true,
    });
  });

  test('that it is of another host; a name in the subject alone does not count', async () => {
    const other = await ours.issue('elsewhere.example');
    expect((await observe({ port: await serveTls(other) })).certificate).toMatchObject({
      subject: 'elsewhere.example',
      coversHost: false,
      trusted: true,
    });
    const nameless = await ours.issue('localhost', { names: ['elsewhere.example'] });
    expect((await observe({ port: await serveTls(nameless) })).certificate?.coversHost).toBe(false);
  });

  test('nothing that a terminal would obey, and not more than a line', async () => {
    const hostile = await createAuthority(`Evil\u001b[2J${'x'.repeat(500)}`);
    const { certificate } = await observe({ port: await serveTls(await hostile.issue('localhost')) });
    expect(certificate?.issuer.organisation).toMatch(/^Evil[^\p{Cc}]{100,200}$/u);
  });

  test('nothing where the bytes are none', () => {
    expect(
      certificateFacts({ leaf: 'rubbish', root: null, trusted: true, publicRoot: true }, 'x'),
    ).toBeNull();
  });
});

describe('an answer is', () => {
  test.each([204, 302, 404, 500])('any answer at all, such as %i', async (status) => {
    const port = await serveTls(await ours.issue('localhost'), (_request, response) =>
      response.writeHead(status, { location: 'https://elsewhere.example/' }).end(),
    );
    expect((await observe({ port })).answer).toEqual({ kind: 'answered', status });
  });

  test('one that never comes to its end, too', async () => {
    const port = await serveTls(await ours.issue('localhost'), (_request, response) => response.write('{'));
    expect((await observe({ port })).answer).toEqual({ kind: 'answered', status: 200 });
  });

  test('asked for without anything of the person’s', async () => {
    const seen: unknown[] = [];
    const port = await serveTls(await ours.issue('localhost'), ({ method, url, headers }, response) => {
      seen.push(method, url, Object.keys(headers).sort());
      response.end();
    });
    await observe({ port });
    expect(seen).toEqual(['GET', '/path', ['connection', 'host']]);
  });
});

describe('a host is unreachable', () => {
  test('where nobody listens', async () => {
    expect((await observe({ port: await closedPort() })).answer).toMatchObject({ why: 'refused' });
  });

  test('whose name does not exist', async () => {
    expect((await observe({ host: 'nowhere.invalid' })).answer).toMatchObject({ why: 'no-such-name' });
  });

  test('that never answers, below TLS or above it, after the limit', async () => {
    const blackHole = await serveSockets(() => {});
    expect(await observe({ port: blackHole, hostMs: 200 })).toMatchObject({
      answer: { kind: 'failed', why: 'time-limit' },
      certificate: null,
    });
    const silent = await serveTls(await ours.issue('localhost'), () => {});
    const seen = await observe({ port: silent, hostMs: 2_000 });
    expect(seen.answer).toMatchObject({ why: 'time-limit' });
    expect(seen.certificate?.trusted).toBe(true);
  });

  test('that breaks off, or does not speak TLS', async () => {
    const rude = await serveSockets((socket) => socket.destroy());
    expect((await observe({ port: rude })).answer).toMatchObject({ why: 'broken-off' });
    const plain = await serveSockets((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    expect((await observe({ port: plain })).answer).toMatchObject({ why: 'encryption' });
  });
});

describe('through a proxy', () => {
  test('the host is asked for by its name, and the proxy is told without its password', async () => {
    const port = await serveTls(await ours.issue('login.example'));
    const proxy = await serveProxy(() => ({ port }));
    const seen = await observe({ host: 'login.example', proxy: `http://ada:secret@127.0.0.1:${proxy.port}` });
    expect(seen).toMatchObject({
      proxy: { kind: 'proxy', name: `PROXY 127.0.0.1:${proxy.port}` },
      answer: { kind: 'answered', status: 200 },
      certificate: { coversHost: true, trusted: true },
    });
    expect(proxy.asked).toEqual(['login.example:443']);
  });

  test.each([403, 407, 502])(
    'that says %i nothing is reached, and it is the proxy’s doing',
    async (status) => {
      const { port } = await serveProxy(() => ({ status }));
      const { answer } = await observe({ host: 'login.example', proxy: `http://127.0.0.1:${port}` });
      expect(answer).toMatchObject({ kind: 'failed', why: 'proxy' });
    },
  );

  test('that is not there, or is none, nothing is reached, and it is the proxy’s doing', async () => {
    for (const proxy of [
      `http://127.0.0.1:${await closedPort()}`,
      'http://proxy.invalid:8080',
      '::nonsense::',
    ]) {
      expect((await observe({ host: 'login.example', proxy })).answer).toMatchObject({ why: 'proxy' });
    }
  });

  test('that never answers, nothing is reached, after the limit', async () => {
    const { port } = await serveProxy(() => 'hangs');
    const { answer } = await observe({
      host: 'login.example',
      proxy: `http://127.0.0.1:${port}`,
      hostMs: 200,
    });
    expect(answer).toMatchObject({ why: 'time-limit' });
  });
});
