import { existsSync } from 'node:fs';
import { app } from 'electron';
import { type WriteResult, writePreference } from './act/preferences.ts';
import type { Preference, PreferenceChange, Preferences } from './assess/preferences.ts';
import type { MacPaths } from './paths.ts';
import { run } from './sense/run.ts';
import type { ResolvedSettings } from './settings/in-force.ts';

/** What the person may set: from the settings in force, and from the login items, where macOS keeps that one. */
export function preferencesOn(paths: MacPaths, { settings, managed }: ResolvedSettings): Preferences {
  const set = <Value>(name: string, value: Value): Preference<Value> => ({
    value,
    isManaged: managed.includes(name),
  });
  return {
    warnBeforeLapse: set('WarnBeforeLapse', settings.WarnBeforeLapse),
    language: set('Language', settings.Language),
    openAtLogin: openAtLogin(paths),
  };
}

export async function setPreference(paths: MacPaths, change: PreferenceChange): Promise<WriteResult> {
  if (change.name !== 'OpenAtLogin') return writePreference({ paths, run }, change.name, change.value);
  if (openAtLogin(paths)?.isManaged !== false) return { kind: 'failed', why: 'set by the organisation' };
  app.setLoginItemSettings({ openAtLogin: change.value });
  return { kind: 'written' };
}

/** While Vigil is developed the login item would be Electron. */
function openAtLogin({ simulated, vigil }: MacPaths): Preference<boolean> | null {
  if (simulated || !app.isPackaged || process.platform !== 'darwin') return null;
  if (existsSync(vigil.launchAgentPlist)) return { value: true, isManaged: true };
  return { value: app.getLoginItemSettings().openAtLogin, isManaged: false };
}
