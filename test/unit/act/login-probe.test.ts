import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { loginUrl, probeLoginHost } from '../../../electron/act/login-probe.ts';
import { locateMac } from '../../../electron/paths.ts';
import { givenMac } from './given-mac.ts';

/** A real server on this machine, gone after the test; returns its URL. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}/openid-configuration`;
}

const replying = (status: number, headers: Readonly<Record<string, string>> = {}, body = '') =>
  serve((_request, response) => response.writeHead(status, headers).end(body));

test('a document for programs is the host’s own answer', async () => {
  const url = await replying(200, { 'content-type': 'application/json; charset=utf-8' }, '{}');
  expect(await probeLoginHost(fetch, url)).toBe('reachable');
});

test.each([400, 404, 429, 500, 503])('an error %i is the host’s own answer, too', async (status) => {
  const url = await replying(status, { 'content-type': 'text/html' }, '<h1>no</h1>');
  expect(await probeLoginHost(fetch, url)).toBe('reachable');
});

test('a redirect within the host is not followed and is no portal', async () => {
  expect(await probeLoginHost(fetch, await replying(302, { location: '/common/v2.0/other' }))).toBe(
    'reachable',
  );
});

test.each(['http://portal.example/login', '//portal.example/', 'https://'])(
  'a redirect to "%s" is a portal’s',
  async (location) => {
    expect(await probeLoginHost(fetch, await replying(302, { location }))).toBe('captive');
  },
);

test('a redirect to nowhere is a portal’s', async () => {
  expect(await probeLoginHost(fetch, await replying(302))).toBe('captive');
});

test('511 says that the network wants a sign-in of its own', async () => {
  expect(await probeLoginHost(fetch, await replying(511))).toBe('captive');
});

test.each([200, 403])(
  'a page for people in the document’s stead, with %i, is a portal’s or a proxy’s',
  async (status) => {
    const url = await replying(
      status,
      { 'content-type': 'text/html; charset=utf-8' },
      '<h1>Welcome to the hotel</h1>',
    );
    expect(await probeLoginHost(fetch, url)).toBe('captive');
  },
);

test('a host that never answers is unreachable after the limit', async () => {
  expect(await probeLoginHost(fetch, await serve(() => {}), 100)).toBe('unreachable');
});

test('a host that never finishes its answer has answered', async () => {
  const url = await serve((_request, response) => response.writeHead(200).write('{'));
  expect(await probeLoginHost(fetch, url, 2_000)).toBe('reachable');
});

test('a port where nobody listens is unreachable', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  const port = typeof address === 'object' ? address?.port : 0;
  expect(await probeLoginHost(fetch, `http://127.0.0.1:${port}/`)).toBe('unreachable');
});

test('plain HTTP where HTTPS was asked for is unreachable: no certificate, no trust', async () => {
  const url = await replying(200);
  expect(await probeLoginHost(fetch, url.replace('http:', 'https:'))).toBe('unreachable');
});

test('the request carries nothing of the person', async () => {
  const seen: unknown[] = [];
  const url = await serve((request, response) => {
    seen.push(request.method, request.headers.cookie, request.headers.authorization);
    response.end();
  });
  await probeLoginHost(fetch, url);
  expect(seen).toEqual(['GET', undefined, undefined]);
});

test('on a Mac Microsoft is asked, on a simulated Mac its stand-in, if there is one', async () => {
  const real = locateMac({ root: undefined, packaged: true, userName: 'ada', home: '/Users/ada' });
  if (real.kind === 'refused') throw new Error(real.why);
  expect(await loginUrl(real.paths)).toMatch(/^https:\/\/login\.microsoftonline\.com\/.+/);
  const { deps } = await givenMac();
  expect(await loginUrl(deps.paths)).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await writeFile(deps.paths.simulatedLoginHost, '\n');
  expect(await loginUrl(deps.paths)).toBeNull();
  await rm(deps.paths.simulatedLoginHost);
  expect(await loginUrl(deps.paths)).toBeNull();
});
