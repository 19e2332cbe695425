import { request } from 'node:http';
import type { Socket } from 'node:net';
import { codeOf } from './failure.ts';
import type { ProbeTarget } from './probe.ts';

export type Tunnel =
  | { readonly kind: 'open'; readonly socket: Socket }
  | { readonly kind: 'failed'; readonly code: string };

/**
 * Asks the proxy for a way to the host. By hand, because Node's own support of proxies (24) goes on holding the connection
 * to one that never answers. Never rejects, and ends as soon as the signal is aborted.
 */
export function openTunnel(proxy: string, { host, port }: ProbeTarget, signal: AbortSignal): Promise<Tunnel> {
  const url = URL.parse(proxy);
  if (url?.protocol !== 'http:') return Promise.resolve({ kind: 'failed', code: 'not a http:// proxy' });
  const asked = request({
    host: url.hostname,
    port: url.port || 80,
    method: 'CONNECT',
    path: `${host}:${port}`,
    headers: { host: `${host}:${port}`, ...authorization(url) },
    agent: false,
    signal,
  });
  return new Promise((resolve) => {
    asked.once('connect', ({ statusCode = 0 }, socket: Socket) => {
      if (statusCode === 200) return resolve({ kind: 'open', socket });
      socket.destroy();
      resolve({ kind: 'failed', code: `HTTP ${statusCode}` });
    });
    asked.on('error', (error) => resolve({ kind: 'failed', code: codeOf(error) }));
    asked.end();
  });
}

function authorization({ username, password }: URL) {
  if (username === '') return {};
  const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(plain).toString('base64')}` };
}
