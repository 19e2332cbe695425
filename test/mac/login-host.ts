import { rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { MacLayout } from './layout.ts';

/**
 * The stand-in for Microsoft's sign-in host: a local server that answers as the Mac's network would let it. Online:
 * the OpenID document; behind a captive portal: the portal's page instead; offline: the connection breaks.
 */
export class LoginHost {
  readonly #server: Server;
  readonly #layout: MacLayout;

  private constructor(server: Server, layout: MacLayout) {
    this.#server = server;
    this.#layout = layout;
  }

  static async open(layout: MacLayout): Promise<LoginHost> {
    const network = async () => (await readFile(layout.state.network, 'utf8').catch(() => 'offline')).trim();
    const server = createServer(async (_request, response) => {
      const state = await network();
      if (state === 'offline') response.destroy();
      else if (state === 'captive')
        response.setHeader('content-type', 'text/html').end('<title>Hotel Wi-Fi: accept the terms</title>');
      else response.setHeader('content-type', 'application/json').end(openIdDocument);
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
    await promise;
    const address = server.address();
    if (address === null || typeof address === 'string')
      throw new Error('The stand-in for the sign-in host has no port.');
    writeFileSync(layout.state.loginHost, `http://127.0.0.1:${address.port}\n`);
    server.unref();
    return new LoginHost(server, layout);
  }

  async close(): Promise<void> {
    rmSync(this.#layout.state.loginHost, { force: true });
    this.#server.closeAllConnections();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    await promise;
  }
}

const openIdDocument = JSON.stringify({
  issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
  token_endpoint: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
});
