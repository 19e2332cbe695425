import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { pipeline } from 'node:stream';
import type { TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { KeyPair } from './certificates.ts';

// Real servers on this machine. Each is gone when the test that runs now is over. What they return is their port.

/** An HTTPS server that shows that certificate, and may ask for one. */
export function serveTls(
  pair: KeyPair & Pick<TlsOptions, 'requestCert'>,
  answer: RequestListener = (_request, response) => response.end(),
): Promise<number> {
  return listen(createTlsServer({ ...pair, rejectUnauthorized: false }, answer));
}

/** A server below TLS, such as one that never says anything. */
export function serveSockets(onSocket: (socket: Socket) => void): Promise<number> {
  return listen(createServer(onSocket));
}

/** Where nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

export type ConnectProxy = {
  readonly port: number;
  /** What it was asked to connect to, such as `login.example:443`. */
  readonly asked: readonly string[];
};

/** What the proxy does with a host: goes to that port of this machine, refuses with that status, or never answers. */
export type Route = { readonly port: number } | { readonly status: number } | 'hangs';

/** A proxy for HTTPS. */
export async function serveProxy(route: (host: string) => Route): Promise<ConnectProxy> {
  const asked: string[] = [];
  const server = createHttpServer();
  server.on('connect', ({ url = '' }: IncomingMessage, client: Socket) => {
    asked.push(url);
    client.on('error', () => client.destroy());
    const way = route(url.replace(/:\d+$/, ''));
    if (way === 'hangs') return;
    if ('status' in way) {
      client.end(`HTTP/1.1 ${way.status} No\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const host = connect(way.port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      pipeline(client, host, client, () => {});
    });
    host.on('error', () => client.destroy());
  });
  return { port: await listen(server), asked };
}

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return portOf(server);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
