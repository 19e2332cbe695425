import type { FSWatcher } from 'node:fs';
import { statSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

export type FolderWatchOptions = {
  readonly folder: string;
  /** Whether a change of the entry with this name matters. */
  readonly concerns: (name: string) => boolean;
  readonly onChange: () => void;
  /** Told when the folder can no longer be watched; what depends on it is then only as fresh as its last reading. */
  readonly onProblem: (error: unknown) => void;
};

/**
 * Tells when an entry of a folder changes. Files that are replaced atomically have to be watched this way: a watch on
 * the file itself stays with the old inode. While the folder does not exist, its nearest ancestor is watched.
 *
 * It is a hint and no more: macOS loses events (libuv rebuilds its one FSEvents stream at each watch and unwatch), so
 * read once after starting, and again whenever the Mac wakes.
 */
export class FolderWatch {
  readonly #options: FolderWatchOptions;
  #watcher: FSWatcher | null = null;
  #watched: Place | null = null;

  constructor(options: FolderWatchOptions) {
    this.#options = options;
    this.#watch();
  }

  close(): void {
    this.#watcher?.close();
    this.#watcher = null;
  }

  #watch(): void {
    do {
      this.close();
      this.#watched = nearestPlace(this.#options.folder);
      try {
        this.#watcher = watch(this.#watched.path, (_event, name) => this.#onEvent(name));
      } catch (error) {
        // Gone again between the two calls, or the system has no watches left.
        if (!this.#isWhereItShouldBe()) continue;
        this.#options.onProblem(error);
        return;
      }
      this.#watcher.on('error', (error) => {
        this.close();
        this.#options.onProblem(error);
      });
    } while (!this.#isWhereItShouldBe());
  }

  #onEvent(name: string | null): void {
    if (this.#watcher === null) return;
    // On Linux an event with the folder's own name says that it went; its successor may have got the same inode.
    const went = this.#watched !== null && name === basename(this.#watched.path);
    if (went || !this.#isWhereItShouldBe()) {
      this.#watch();
      this.#options.onChange();
    } else if (
      this.#watched?.path === this.#options.folder &&
      (name === null || this.#options.concerns(name))
    ) {
      this.#options.onChange();
    }
  }

  #isWhereItShouldBe(): boolean {
    const wanted = nearestPlace(this.#options.folder);
    return wanted.path === this.#watched?.path && wanted.inode === this.#watched.inode;
  }
}

/** A folder that exists; one that was removed and made again is another place. */
type Place = { readonly path: string; readonly inode: number };

function nearestPlace(folder: string): Place {
  try {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats?.isDirectory() === true) return { path: folder, inode: stats.ino };
  } catch {
    // Nobody may look into the folder above; that one can still be watched.
  }
  const parent = dirname(folder);
  return parent === folder ? { path: folder, inode: 0 } : nearestPlace(parent);
}
