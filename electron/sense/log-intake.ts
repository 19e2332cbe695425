import type { LogRecord } from '../assess/log-event.ts';
import { parseLogLine } from './log-record.ts';
import { RecentKeys } from './recent-keys.ts';

export type LogCounters = {
  readonly records: number;
  /** Read twice, delivered once. */
  readonly duplicates: number;
  /** Losses that the system itself reports: evidence is incomplete. */
  readonly losses: number;
  readonly malformed: number;
  readonly tooLong: number;
};

const mostKeys = 10_000;

/** Where every line of the log goes, whichever way it came: read, counted, and delivered once as far as memory reaches. */
export class LogIntake {
  readonly #onRecord: (record: LogRecord) => void;
  readonly #keys = new RecentKeys(mostKeys);
  #counters: LogCounters = { records: 0, duplicates: 0, losses: 0, malformed: 0, tooLong: 0 };

  constructor(onRecord: (record: LogRecord) => void) {
    this.#onRecord = onRecord;
  }

  get counters(): LogCounters {
    return this.#counters;
  }

  /** `since`: what was logged before is as good as not read. */
  onLine(line: string, since = Number.NEGATIVE_INFINITY): void {
    const parsed = parseLogLine(line);
    if (parsed.kind === 'loss') this.#count('losses');
    else if (parsed.kind === 'malformed') this.#count('malformed');
    else if (parsed.kind === 'record' && parsed.record.at >= since) {
      const isNew = this.#keys.add(parsed.record.key);
      this.#count(isNew ? 'records' : 'duplicates');
      if (isNew) this.#onRecord(parsed.record);
    }
  }

  onTooLong(): void {
    this.#count('tooLong');
  }

  #count(what: keyof LogCounters): void {
    this.#counters = { ...this.#counters, [what]: this.#counters[what] + 1 };
  }
}
