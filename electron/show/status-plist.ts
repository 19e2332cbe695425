import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Status } from '../assess/status.ts';

export type StatusPlistOptions = {
  readonly path: string;
  readonly log: Pick<Console, 'info' | 'warn'>;
};

/**
 * The status as a property list, for `plutil`, Jamf extension attributes and osquery's `plist` table.
 *
 * Times are strings, not `<date>`: osquery turns dates into epoch seconds and `plutil -extract … raw` into text, while a
 * string reads the same with both and in `vigil status --json`.
 */
export class StatusPlist {
  readonly #options: StatusPlistOptions;
  #newest: Status | null = null;
  #written: Status | null = null;
  #failing = false;

  constructor(options: StatusPlistOptions) {
    this.#options = options;
  }

  /**
   * Writes what is news; a fresh time alone is none while the file still tells the truth. What could not be written is
   * said once and tried again at the next call. Never rejects.
   */
  async write(status: Status): Promise<void> {
    this.#newest = status;
    if (this.#written !== null && isKnown(status, this.#written)) return;
    // Loaded at the first write, so that the icon does not wait for it.
    const { build } = await import('plist');
    if (this.#newest === status)
      this.#replace(status, `${build({ ...status, findings: [...status.findings] })}\n`);
  }

  /** Synchronous, so that the newest always wins: it takes less than a millisecond. */
  #replace(status: Status, xml: string): void {
    const { path, log } = this.#options;
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      // Readable by its owner, and by root, as whom extension attributes and osquery run; nobody else has a need.
      // No fsync, which takes long on a Mac: after a power cut Vigil writes the file anew when it starts.
      writeFileAtomic.sync(path, xml, { mode: 0o600, fsync: false });
    } catch (error) {
      if (!this.#failing) log.warn('status.plist cannot be written', error);
      this.#failing = true;
      return;
    }
    if (this.#failing) log.info('status.plist can be written again');
    this.#failing = false;
    this.#written = status;
  }
}

/** Times are ISO 8601 in one zone and of one length, so that they compare as text. */
function isKnown(status: Status, written: Status): boolean {
  if (status.assessedAt >= written.nextAt) return false;
  // Assessed before what is written: the clock was set back, and the old times would look fresh for too long.
  if (status.assessedAt < written.assessedAt) return false;
  return content(status) === content(written);
}

function content(status: Status): string {
  return JSON.stringify({ ...status, assessedAt: null, nextAt: null });
}
