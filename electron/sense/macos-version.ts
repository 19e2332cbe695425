import { readPlistFile } from './plist-file.ts';

export type MacOsVersion = { readonly version: string; readonly build: string | null };

/** Null where the file does not tell it. */
export function readMacOsVersion(systemVersion: string): MacOsVersion | null {
  const file = readPlistFile(systemVersion);
  if (file.kind !== 'read') return null;
  const version = file.values.get('ProductVersion');
  const build = file.values.get('ProductBuildVersion');
  return typeof version === 'string' ? { version, build: typeof build === 'string' ? build : null } : null;
}
