import type { FSWatcher } from 'node:fs';
import { statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

export type FileWatch = {
  /**
   * Looks whether the folder that is watched is still the one that the path leads to. Its own removal can go unseen
   * on a Mac, so this belongs to every reading.
   */
  readonly rearm: () => void;
  readonly close: () => void;
};

type Folder = { readonly path: string; readonly identity: string };
type Watched = Folder & { readonly watcher: FSWatcher };

/** Folders can come and go while they are looked at, but not for ever. */
const mostTries = 20;

/**
 * Calls `onEvent` when something may have happened to the file: it was written, replaced, removed, made, or the folder
 * that holds it appeared or went.
 *
 * The folder is watched, never the file: an atomic replacement ends the watch of a file for good. While there is no
 * folder its nearest existing ancestor is watched, and only then: ancestors such as ~/Library are never quiet. What a
 * symbolic link points to is not watched; the engine's own re-reading finds such changes, and events that were lost.
 */
export function watchFile(path: string, onEvent: () => void): FileWatch {
  const home = dirname(path);
  let watched: Watched | null = null;
  let closed = false;

  const drop = () => {
    watched?.watcher.close();
    watched = null;
  };

  const onFolderEvent = (folder: Folder, name: string | null) => {
    if (watched?.identity !== folder.identity) return;
    if (folder.path === home && (name === null || name === basename(path))) onEvent();
    // Without a name, with the folder's own, or in an ancestor: the way to the file may be another one now.
    if (name === null || name === basename(folder.path) || folder.path !== home) rearm();
  };

  const open = (folder: Folder): Watched | null => {
    try {
      const watcher = watch(folder.path, (_kind, name) => onFolderEvent(folder, name));
      watcher.on('error', () => {
        if (watched?.watcher === watcher) drop();
      });
      return { ...folder, watcher };
    } catch {
      return null; // it went while we looked, or the system has no watches left
    }
  };

  const rearm = () => {
    const before = watched?.identity;
    for (let tries = 0; tries < mostTries && !closed; tries++) {
      const folder = nearestFolder(home);
      if (folder === null || folder.identity === watched?.identity) break;
      drop();
      watched = open(folder);
      // Once more: what was made between the look and the watch has sent no event.
    }
    if (before !== undefined && before !== watched?.identity) onEvent();
  };

  rearm();
  return {
    rearm,
    close: () => {
      closed = true;
      drop();
    },
  };
}

function nearestFolder(path: string): Folder | null {
  const identity = folderIdentity(path);
  if (identity !== null) return { path, identity };
  return dirname(path) === path ? null : nearestFolder(dirname(path));
}

function folderIdentity(path: string): string | null {
  try {
    const stats = statSync(path, { bigint: true });
    if (!stats.isDirectory()) return null;
    // The time of birth tells a new folder from the old one whose inode it was given.
    return [path, stats.dev, stats.ino, stats.birthtimeNs].join(':');
  } catch {
    return null; // absent, or below a folder that may not be entered: the one above can still be watched
  }
}
