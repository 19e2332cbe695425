import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { pageFile, pageHost, pageScheme } from './page-file.ts';

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

/** Serves the bundled page, which lies in `folder`, to the windows of `session`. */
export function servePage(session: Session, folder: string): void {
  session.protocol.handle(pageScheme, (request) => respond(request, folder));
}

async function respond({ method, url }: Request, folder: string): Promise<Response> {
  const file = method === 'GET' ? pageFile(url, folder) : null;
  const content = file === null ? null : await readFile(file.path).catch(() => null);
  if (file === null || content === null) return new Response(null, { status: 404 });
  return new Response(content, {
    headers: {
      'Content-Type': file.contentType,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
