import { statSync } from 'node:fs';
import type { JamfFact } from '../assess/facts.ts';
import type { MacPaths } from '../paths.ts';
import { readPlistFile } from './plist-file.ts';

const longestVersion = 100;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether Jamf.app is there, its version, which is Jamf Pro's, and the Entra app that its agent signs in to. */
export function readJamf({
  app,
  infoPlist,
  computerPlist,
}: Pick<MacPaths['jamf'], 'app' | 'infoPlist' | 'computerPlist'>): JamfFact {
  const info = readPlistFile(infoPlist);
  if (info.kind !== 'read' && !isFolder(app)) return { kind: 'absent' };
  const version = info.kind === 'read' ? versionOf(info.values.get('CFBundleShortVersionString')) : null;
  return { kind: 'present', version, ...readAppId(computerPlist) };
}

function readAppId(computerPlist: string): { readonly appId?: string } {
  const computer = readPlistFile(computerPlist);
  const appId = computer.kind === 'read' ? computer.values.get('microsoftCANativeClientAppId') : null;
  return typeof appId === 'string' && uuid.test(appId) ? { appId: appId.toLowerCase() } : {};
}

function versionOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.length > longestVersion ? null : text;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
