import { extname, join, resolve, sep } from 'node:path';

/** Vigil's own scheme: a page from `file://` could not load module scripts, and would be of one origin with every file. */
export const pageScheme = 'vigil';
export const pageHost = 'popover';

const contentTypes: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.woff2', 'font/woff2'],
]);

/** Where the page finds the picture of the organisation. */
const logoPath = '/organisation-logo';

export function asksForLogo(url: string): boolean {
  return url === `${pageScheme}://${pageHost}${logoPath}`;
}

export type PageFile = { readonly path: string; readonly contentType: string };

/** The file in `folder` that `url` asks for; null for anything that is not of the page, or not of a known type. */
export function pageFile(url: string, folder: string): PageFile | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== `${pageScheme}:` || hostname !== pageHost) return null;
  const contentType = contentTypes.get(extname(pathname));
  const inside = resolve(folder);
  const path = resolve(join(inside, decode(pathname)));
  if (contentType === undefined || !path.startsWith(inside + sep) || path.includes('\0')) return null;
  return { path, contentType };
}

/** A path that is no proper one names no file. */
function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}
