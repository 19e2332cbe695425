import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import type { LogRecord } from '../assess/log-event.ts';
import { coalesce } from './coalesce.ts';
import type { FileWatch } from './file-watch.ts';
import { watchFile } from './file-watch.ts';
import type { LogCounters } from './log-intake.ts';
import { LogIntake } from './log-intake.ts';
import type { LineHandler } from './ndjson-lines.ts';
import type { TailReading } from './relay-tail.ts';
import { RelayTail } from './relay-tail.ts';
import { notRead } from './small-file.ts';

export type LogRelayOptions = {
  readonly path: string;
  /** `paths.root` */
  readonly root: string;
  /** Each record once, as far as memory reaches. */
  readonly onRecord: (record: LogRecord) => void;
  /** After each reading, whoever asked for it. */
  readonly onReading: (reading: TailReading) => void;
};

/** Records come to the file a moment late, and not quite in the order of time. */
const overlapMs = 60_000;

/**
 * The log as IT's job hands it on, for people who may not read the log themselves: a file that the job fills with the
 * lines of `log stream --style ndjson`.
 */
export class LogRelay {
  readonly #options: LogRelayOptions;
  readonly #intake: LogIntake;
  readonly #tail: RelayTail;
  readonly #readOn = coalesce(() => this.#read());
  /** Nothing older is delivered. */
  #since = Number.POSITIVE_INFINITY;
  #startAnew = false;
  #newestAt: number | null = null;
  #nameWatch: FileWatch | null = null;
  #contentWatch: { readonly identity: string | null; readonly watcher: FSWatcher | null } | null = null;

  constructor(options: LogRelayOptions) {
    this.#options = options;
    this.#intake = new LogIntake((record) => this.#onRecord(record));
    const { path, root } = options;
    const handler: LineHandler = {
      onLine: (line) => this.#intake.onLine(line, this.#since),
      onTooLong: () => this.#intake.onTooLong(),
    };
    this.#tail = new RelayTail({ path, root, handler });
  }

  get counters(): LogCounters {
    return this.#intake.counters;
  }

  /** The time of the newest record that was delivered; null without any. What came after it may still be on its way. */
  get newestAt(): number | null {
    return this.#newestAt;
  }

  /** Delivers what was logged since then and was not read yet. Never rejects. */
  read(since: number): Promise<TailReading> {
    if (since - overlapMs < this.#since) {
      this.#since = since - overlapMs;
      this.#startAnew = true;
    }
    return this.#readOn();
  }

  /** Reads on as soon as there is something to read. */
  follow(since: number): void {
    if (this.#nameWatch !== null) return;
    this.#nameWatch = watchFile(this.#options.path, () => void this.#readOn());
    void this.read(since);
  }

  unfollow(): void {
    this.#nameWatch?.close();
    this.#nameWatch = null;
    this.#contentWatch?.watcher?.close();
    this.#contentWatch = null;
  }

  /** For good. Resolves when no file is held. */
  async close(): Promise<void> {
    this.unfollow();
    this.#tail.close();
    await this.#readOn();
    await this.#tail.forget();
  }

  async #read(): Promise<TailReading> {
    const reading = await this.#readTail();
    this.#nameWatch?.rearm();
    if (this.#nameWatch !== null && this.#contentWatch?.identity !== this.#tail.identity) {
      this.#watchContent();
      // What came before the watch has sent no event.
      void this.#readOn();
    }
    this.#options.onReading(reading);
    return reading;
  }

  async #readTail(): Promise<TailReading> {
    try {
      if (this.#startAnew) await this.#tail.forget();
      this.#startAnew = false;
      return await this.#tail.readOn(this.#since);
    } catch (error) {
      await this.#tail.forget();
      return notRead(error);
    }
  }

  /**
   * A Mac tells who watches a folder of writing only when the writer closes the file, and the job keeps it open. Who
   * watches the file itself is told at once, but only of this one, not of the next of that name.
   */
  #watchContent(): void {
    this.#contentWatch?.watcher?.close();
    this.#contentWatch = { identity: this.#tail.identity, watcher: this.#openContentWatch() };
  }

  #openContentWatch(): FSWatcher | null {
    if (this.#tail.identity === null) return null;
    try {
      const watcher = watch(this.#options.path, () => void this.#readOn());
      // It is re-read without events, too.
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch {
      return null;
    }
  }

  #onRecord(record: LogRecord): void {
    this.#newestAt = Math.max(record.at, this.#newestAt ?? record.at);
    this.#options.onRecord(record);
  }
}
