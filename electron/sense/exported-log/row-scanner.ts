import type { RecordSieve } from './record-sieve.ts';
import { longestRecordBytes } from './record-sieve.ts';
import type { Scanner } from './scanner.ts';
import { isRowStart, rowStartBytes } from './text-row.ts';

const newline = 0x0a;

/** Text styles: a record begins with a time at the start of a line, and goes on until the next one. */
export class RowScanner implements Scanner {
  readonly losses = null;
  readonly #sieve: RecordSieve;
  /** Of the window's first byte. */
  #line: number;
  #isCut = false;
  /** Before the first record, or in one that is too long. */
  #skipping = true;
  /** The window begins within a line that is too long. */
  #isMidLine = false;

  constructor(sieve: RecordSieve, firstLine: number) {
    this.#sieve = sieve;
    this.#line = firstLine;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  scan(window: Buffer, isLast: boolean): number {
    const firstLine = this.#isMidLine ? window.indexOf(newline) + 1 : 0;
    if (this.#isMidLine && firstLine === 0) {
      this.#isCut = isLast;
      return window.length;
    }
    if (this.#isMidLine) this.#line += 1;
    this.#isMidLine = false;
    this.#sieve.start(window);
    const done = this.#scanLines(window, firstLine, isLast);
    this.#sieve.end();
    return done;
  }

  #scanLines(window: Buffer, firstLine: number, isLast: boolean): number {
    let line = this.#line;
    let recordStart = this.#skipping ? -1 : 0;
    let recordLine = line;
    let start = firstLine;
    for (;;) {
      if (isRowStart(window, start)) {
        if (recordStart !== -1 && start > recordStart) this.#sieve.record(recordStart, start - 1, recordLine);
        recordStart = start;
        recordLine = line;
      }
      const end = window.indexOf(newline, start);
      if (end === -1) break;
      start = end + 1;
      line += 1;
    }
    const open = { start: recordStart, line: recordLine };
    return isLast ? this.#finish(window, open, start) : this.#keep(window, open, { start, line });
  }

  #finish(window: Buffer, record: Place, lastLine: number): number {
    this.#isCut = lastLine < window.length;
    if (record.start !== -1 && record.start < window.length) {
      // The beginning of a time is no line of the message before it.
      const rest = window.length - lastLine;
      const isStump =
        lastLine > record.start && rest > 0 && rest < rowStartBytes && isDigit(window[lastLine]);
      this.#sieve.record(record.start, isStump ? lastLine - 1 : window.length, record.line, this.#isCut);
    }
    return window.length;
  }

  /** What has to come again: the record that may go on, else the line that may turn out to begin one. */
  #keep(window: Buffer, record: Place, lastLine: Place): number {
    if (record.start !== -1 && window.length - record.start <= longestRecordBytes) {
      this.#skipping = false;
      this.#line = record.line;
      return record.start;
    }
    if (record.start !== -1) this.#sieve.recordTooLong();
    this.#skipping = true;
    this.#line = lastLine.line;
    if (window.length - lastLine.start < rowStartBytes) return lastLine.start;
    this.#isMidLine = true;
    return window.length;
  }
}

type Place = { readonly start: number; readonly line: number };

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
