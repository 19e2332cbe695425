import { NeedleSearch } from './needle-search.ts';

/** A record longer than this is none of the log's, and must not fill the memory. */
export const longestRecordBytes = 1024 * 1024;

export type SieveHandler = {
  /** A record that may be relevant. `line` is its first, from 1; `isCut` where the file ends within it. */
  readonly onCandidate: (text: string, line: number, isCut: boolean) => void;
  /** The time that a record tells; null where it tells none. Asked once in a window. */
  readonly timeOf: (text: string) => number | null;
};

/**
 * Takes every record that a scanner finds, as a range of the window's bytes, and decodes only those that hold a needle:
 * a whole log as text would cost many times the time, and one wide character twice the memory.
 */
export class RecordSieve {
  readonly #handler: SieveHandler;
  readonly #search: NeedleSearch;
  #window: Buffer = Buffer.alloc(0);
  /** Where the next needle is: records that end before it are only counted. */
  #nearest = 0;
  #records = 0;
  #tooLong = 0;
  #lastAt: number | null = null;
  /** The last record of the window. */
  #lastStart = -1;
  #lastEnd = -1;

  constructor(needles: readonly string[], handler: SieveHandler) {
    this.#search = new NeedleSearch(needles);
    this.#handler = handler;
  }

  /** Records of any kind, those that are too long left out. */
  get records(): number {
    return this.#records;
  }

  get tooLong(): number {
    return this.#tooLong;
  }

  /** The time of the last record that tells one. */
  get lastAt(): number | null {
    return this.#lastAt;
  }

  start(window: Buffer): void {
    this.#window = window;
    this.#search.start(window);
    this.#nearest = this.#search.nearest(0);
    this.#lastStart = -1;
  }

  /** `line` is the record's first. Called for millions of records, so that every step here counts. */
  record(start: number, end: number, line: number, isCut = false): void {
    if (end - start > longestRecordBytes) {
      this.#tooLong += 1;
      return;
    }
    this.#records += 1;
    this.#lastStart = start;
    this.#lastEnd = end;
    if (this.#nearest < end) this.#take(start, end, line, isCut);
  }

  /** A record that goes on beyond what is kept. */
  recordTooLong(): void {
    this.#tooLong += 1;
  }

  /** The window's bytes will be overwritten. */
  end(): void {
    if (this.#lastStart === -1) return;
    const last = this.#window.toString('utf8', this.#lastStart, this.#lastEnd);
    this.#lastAt = this.#handler.timeOf(last) ?? this.#lastAt;
  }

  #take(start: number, end: number, line: number, isCut: boolean): void {
    if (this.#search.nearest(start) < end) {
      this.#handler.onCandidate(this.#window.toString('utf8', start, end), line, isCut);
    }
    this.#nearest = this.#search.nearest(end);
  }
}
