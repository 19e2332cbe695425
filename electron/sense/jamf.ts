import { stat } from 'node:fs/promises';
import type { JamfFact } from '../assess/facts.ts';
import type { MacPaths } from '../paths.ts';
import { readPlistFile } from './plist-file.ts';

const longestVersion = 100;

/** Whether Jamf.app is there, and its version, which is Jamf Pro's. */
export async function readJamf({
  app,
  infoPlist,
}: Pick<MacPaths['jamf'], 'app' | 'infoPlist'>): Promise<JamfFact> {
  const info = await readPlistFile(infoPlist);
  if (info.kind === 'read') {
    return { kind: 'present', version: versionOf(info.values.get('CFBundleShortVersionString')) };
  }
  return (await isFolder(app)) ? { kind: 'present', version: null } : { kind: 'absent' };
}

function versionOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.length > longestVersion ? null : text;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
