import { needles } from './exported-record.ts';
import { NeedleSearch } from './needle-search.ts';

/** A record longer than this is none of the log's, and must not fill the memory. */
export const longestRecordBytes = 1024 * 1024;

export type SieveHandler = {
  /** A record that may be relevant. `line` is its first, from 1; `isCut` where the file ends within it. */
  readonly onCandidate: (text: string, line: number, isCut: boolean) => void;
  /** The time that a record tells; null where it tells none. Asked of few records only. */
  readonly timeOf: (text: string) => number | null;
};

/**
 * Takes every record that a scanner finds, as a range of bytes, and decodes only those that hold a needle: a whole log
 * as text would cost many times the time, and one wide character twice the memory.
 */
export class RecordSieve {
  readonly #handler: SieveHandler;
  readonly #search = new NeedleSearch(needles);
  #bytes: Buffer = Buffer.alloc(0);
  #records = 0;
  #tooLong = 0;
  #firstAt: number | null = null;
  #lastAt: number | null = null;
  /** The last record of these bytes. */
  #lastStart = -1;
  #lastEnd = -1;

  constructor(handler: SieveHandler) {
    this.#handler = handler;
  }

  /** Records of any kind, those that are too long left out. */
  get records(): number {
    return this.#records;
  }

  get tooLong(): number {
    return this.#tooLong;
  }

  /** Times of the first and the last record that tell one: the span of the log. */
  get span(): { readonly firstAt: number | null; readonly lastAt: number | null } {
    return { firstAt: this.#firstAt, lastAt: this.#lastAt };
  }

  start(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#search.start(bytes);
    this.#lastStart = -1;
  }

  record(start: number, end: number, line: number, isCut = false): void {
    if (end - start > longestRecordBytes) {
      this.#tooLong += 1;
      return;
    }
    this.#records += 1;
    if (this.#firstAt === null) this.#firstAt = this.#timeIn(start, end);
    this.#lastStart = start;
    this.#lastEnd = end;
    if (this.#search.isWithin(start, end)) {
      this.#handler.onCandidate(this.#bytes.toString('utf8', start, end), line, isCut);
    }
  }

  /** A record that goes on beyond what is kept. */
  recordTooLong(): void {
    this.#tooLong += 1;
  }

  /** The bytes will be overwritten. */
  end(): void {
    if (this.#lastStart !== -1) this.#lastAt = this.#timeIn(this.#lastStart, this.#lastEnd) ?? this.#lastAt;
  }

  #timeIn(start: number, end: number): number | null {
    return this.#handler.timeOf(this.#bytes.toString('utf8', start, end));
  }
}
