import type { MacPaths } from '../paths.ts';
import { readPlistFile } from './plist-file.ts';
import type { PlistDictionary } from './plist-values.ts';

/** Where settings come from, strongest first. A file that is absent or cannot be read sets nothing. */
export type SettingsFiles = {
  readonly forced: readonly PlistDictionary[];
  readonly own: PlistDictionary;
};

/** One look at all of them. */
export function readSettings({ settings }: MacPaths): SettingsFiles {
  const { forcedForUser, forced, own } = settings;
  return { forced: [readValues(forcedForUser), readValues(forced)], own: readValues(own) };
}

/** What one file sets. */
export function readValues(path: string): PlistDictionary {
  const file = readPlistFile(path);
  return file.kind === 'read' ? file.values : new Map();
}
