import { readFile } from 'node:fs/promises';
import { type App, protocol } from 'electron';
import { asksForLogo, pageFile, pageHost, pageScheme } from './page-file.ts';

/** The only page there is. */
export const pageUrl = `${pageScheme}://${pageHost}/index.html`;

/** What the bundled page needs and nothing else: no connection, no inline script or style, no frame, no form. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Electron takes privileges of a scheme only before `ready`. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true } },
  ]);
}

type Content = { readonly bytes: Buffer; readonly contentType: string };

/**
 * Serves the bundled page, which lies in `folder`, and the organisation's picture to every window. Called before the
 * first window is made, which is what makes the session.
 */
export function servePage(app: App, folder: string, logo: () => Content | null): void {
  app.on('session-created', (session) => {
    session.protocol.handle(pageScheme, async ({ method, url }) => {
      if (method !== 'GET') return notFound();
      return respond(asksForLogo(url) ? logo() : await readPageFile(url, folder));
    });
  });
}

async function readPageFile(url: string, folder: string): Promise<Content | null> {
  const file = pageFile(url, folder);
  if (file === null) return null;
  const bytes = await readFile(file.path).catch(() => null);
  return bytes === null ? null : { bytes, contentType: file.contentType };
}

function respond(content: Content | null): Response {
  if (content === null) return notFound();
  return new Response(new Uint8Array(content.bytes), {
    headers: {
      'Content-Type': content.contentType,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
