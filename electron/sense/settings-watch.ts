import type { MacPaths } from '../paths.ts';
import { watchFile } from './file-watch.ts';
import { afterReading, managedGapMs, nothingManaged } from './managed-file.ts';
import { readPlistFile } from './plist-file.ts';
import { readValues, type SettingsFiles } from './settings.ts';

export type SettingsWatch = {
  /** Reads the files now. The engine does so at its own times too: file events are never trusted alone. */
  readonly read: () => SettingsFiles;
  readonly close: () => void;
};

/** Calls `onEvent` when something may have happened to a file with settings, or when a managed one stays away. */
export function watchSettings({ settings }: MacPaths, now: () => number, onEvent: () => void): SettingsWatch {
  const { forcedForUser, forced, own } = settings;
  const watches = [forcedForUser, forced, own].map((path) => watchFile(path, onEvent));
  let managed = [forcedForUser, forced].map((path) => ({ path, held: nothingManaged }));
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const readManaged = () => {
    const at = now();
    managed = managed.map(({ path, held }) => ({ path, held: afterReading(held, readPlistFile(path), at) }));
    clearTimeout(timer);
    const isGone = managed.some(({ held }) => held.goneSince !== null);
    if (isGone && !closed) timer = setTimeout(onEvent, managedGapMs);
  };

  return {
    read: () => {
      if (!closed) for (const watch of watches) watch.rearm();
      readManaged();
      return { forced: managed.map(({ held }) => held.values), own: readValues(own) };
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      for (const watch of watches) watch.close();
    },
  };
}
