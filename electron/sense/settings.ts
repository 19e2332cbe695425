import type { MacPaths } from '../paths.ts';
import { readPlistFile } from './plist-file.ts';
import type { PlistDictionary } from './plist-values.ts';

/** Where settings come from, strongest first. A file that is absent or cannot be read sets nothing. */
export type SettingsFiles = {
  readonly forced: readonly PlistDictionary[];
  readonly own: PlistDictionary;
};

const nothing: PlistDictionary = new Map();

export async function readSettings({ settings }: MacPaths): Promise<SettingsFiles> {
  const [forcedForUser, forced, own] = await Promise.all(
    [settings.forcedForUser, settings.forced, settings.own].map(readValues),
  );
  return { forced: [forcedForUser ?? nothing, forced ?? nothing], own: own ?? nothing };
}

async function readValues(path: string): Promise<PlistDictionary> {
  const file = await readPlistFile(path);
  return file.kind === 'read' ? file.values : nothing;
}
