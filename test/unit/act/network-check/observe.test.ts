import { expect, test } from 'vitest';
import { failureWhy } from '../../../../electron/act/network-check/failure.ts';
import { nodeProbe } from '../../../../electron/act/network-check/node-probe.ts';
import { observeHosts } from '../../../../electron/act/network-check/observe.ts';
import { until } from '../../../mac/until.ts';
import { createAuthority } from '../../../support/certificates.ts';
import { serveProxy, serveSockets, serveTls } from '../../../support/servers.ts';

const never = new AbortController().signal;

test('results come in the order of the hosts, and no more are asked at once than is allowed', async () => {
  const authority = await createAuthority('Example');
  const hosts = Array.from({ length: 7 }, (_, i) => `host-${i}.test.example`);
  let open = 0;
  let most = 0;
  const port = await serveTls(await authority.issue('*.test.example'), async (_request, response) => {
    open += 1;
    most = Math.max(most, open);
    // Whoever is allowed to ask, has asked.
    await until('as many as may ask do, or the rest is over', () => open === 3 || most === 3);
    response.end();
    open -= 1;
  });
  const proxy = await serveProxy(() => ({ port }));
  const probe = nodeProbe({ proxy: `http://127.0.0.1:${proxy.port}`, ca: [authority.root] });
  const targets = hosts.map((host) => ({ host, port: 443, path: '/' }));
  const seen = await observeHosts(targets, probe, never, { hostMs: 15_000, allMs: 20_000, atOnce: 3 });
  expect(seen.map(({ host }) => host)).toEqual(hosts);
  expect(new Set(seen.map(({ answer }) => answer.kind))).toEqual(new Set(['answered']));
  expect(most).toBe(3);
});

test('an abort ends it at once: what is known stays, the rest is unfinished', async () => {
  const authority = await createAuthority('Example');
  const good = await serveTls(await authority.issue('localhost'));
  const sockets: unknown[] = [];
  const blackHole = await serveSockets((socket) => sockets.push(socket));
  const abort = new AbortController();
  const targets = [good, blackHole, blackHole, good].map((port) => ({ host: 'localhost', port, path: '/' }));
  const probe = nodeProbe({ proxy: null, ca: [authority.root] });
  const result = observeHosts(targets, probe, abort.signal, { hostMs: 60_000, allMs: 60_000, atOnce: 1 });
  await until('the second is asked', () => sockets.length === 1);
  abort.abort();
  expect((await result).map(({ answer }) => answer.kind)).toEqual([
    'answered',
    'unfinished',
    'unfinished',
    'unfinished',
  ]);
  expect(sockets).toHaveLength(1);
});

test('the limit for all ends it as well, and no timer is left', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  const blackHole = await serveSockets(() => {});
  const targets = [1, 2, 3].map(() => ({ host: 'localhost', port: blackHole, path: '/' }));
  const limits = { hostMs: 60_000, allMs: 300, atOnce: 2 };
  const seen = await observeHosts(targets, nodeProbe({ proxy: null }), never, limits);
  expect(seen.map(({ answer }) => answer)).toEqual([1, 2, 3].map(() => ({ kind: 'unfinished' })));
  expect(timers()).toBeLessThanOrEqual(before);
});

test('asked before it begins, an abort makes no request', async () => {
  let connections = 0;
  const port = await serveSockets(() => {
    connections += 1;
  });
  const probe = nodeProbe({ proxy: null });
  const seen = await observeHosts([{ host: 'localhost', port, path: '/' }], probe, AbortSignal.abort());
  expect(seen.map(({ answer }) => answer.kind)).toEqual(['unfinished']);
  expect(connections).toBe(0);
});

test.each([
  ['ENOTFOUND', 'no-such-name'],
  ['ERR_NAME_NOT_RESOLVED', 'no-such-name'],
  ['ERR_DNS_TIMED_OUT', 'no-such-name'],
  ['ECONNREFUSED', 'refused'],
  ['ERR_CONNECTION_REFUSED', 'refused'],
  ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy'],
  ['ERR_PAC_SCRIPT_FAILED', 'proxy'],
  ['ERR_INTERNET_DISCONNECTED', 'no-network'],
  ['ENETUNREACH', 'no-network'],
  ['ERR_CONNECTION_TIMED_OUT', 'time-limit'],
  ['ETIMEDOUT', 'time-limit'],
  ['ERR_CONNECTION_RESET', 'broken-off'],
  ['ERR_EMPTY_RESPONSE', 'broken-off'],
  ['ECONNRESET', 'broken-off'],
  ['ERR_CERT_AUTHORITY_INVALID', 'encryption'],
  ['ERR_SSL_PROTOCOL_ERROR', 'encryption'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'encryption'],
  ['ERR_SOMETHING_NEW', 'other'],
  ['', 'other'],
])('"%s" means: %s', (code, why) => {
  expect(failureWhy(code)).toBe(why);
});
