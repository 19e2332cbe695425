import type { RecordSieve } from './record-sieve.ts';
import { longestRecordBytes } from './record-sieve.ts';
import type { Scanner } from './scanner.ts';

const lossEvent = /"eventType"\s{0,9}:\s{0,9}"lossEvent"/;
const newline = 0x0a;
const quote = 0x22;
const backslash = 0x5c;
const opening = 0x7b;
const closing = 0x7d;

/**
 * JSON in any layout: an array over many lines as `log` prints it, in one line, or objects one after the other. Every
 * outermost object is a record; brackets and commas between them do not matter, so that a piece of an array can be read.
 */
export class ObjectScanner implements Scanner {
  readonly #sieve: RecordSieve;
  #line: number;
  /** In the window; where it stands in the file. */
  #recordStart = 0;
  #recordLine = 0;
  #losses = 0;
  #isCut = false;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  /** How much of the next window was looked at before. */
  #seen = 0;

  constructor(sieve: RecordSieve, firstLine: number) {
    this.#sieve = sieve;
    this.#line = firstLine;
  }

  get losses(): number {
    return this.#losses;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  scan(window: Buffer, isLast: boolean): number {
    this.#sieve.start(window);
    this.#recordStart = 0; // what the last window left over begins with its record
    for (let i = this.#seen; i < window.length; i++) {
      const byte = window[i];
      if (this.#isInText) this.#readText(byte);
      else if (byte === quote) this.#isInText = this.#depth > 0;
      else if (byte === opening) this.#open(i);
      else if (byte === closing) this.#close(window, i);
      if (byte === newline) this.#line += 1;
    }
    this.#sieve.end();
    this.#isCut = isLast && this.#depth > 0;
    return this.#keep(window, isLast);
  }

  #open(at: number): void {
    if (this.#depth === 0) {
      this.#recordStart = at;
      this.#recordLine = this.#line;
    }
    this.#depth += 1;
  }

  #close(window: Buffer, at: number): void {
    if (this.#depth === 1) this.#take(window, this.#recordStart, at + 1);
    this.#depth = Math.max(0, this.#depth - 1);
  }

  #readText(byte: number | undefined): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === backslash) this.#isEscaped = true;
    else if (byte === quote) this.#isInText = false;
    // No text of JSON holds one: the record was cut short here, and what follows is another.
    else if (byte === newline) this.#startOver();
  }

  #take(window: Buffer, start: number, end: number): void {
    const head = window.toString('latin1', start, Math.min(end, start + 16));
    if (/^\{\s*"count"/.test(head)) return; // the object after the last record
    this.#sieve.record(start, end, this.#recordLine);
    if (
      window.subarray(start, end).includes('lossEvent') &&
      lossEvent.test(window.toString('latin1', start, end))
    ) {
      this.#losses += 1;
    }
  }

  #keep(window: Buffer, isLast: boolean): number {
    if (!isLast && this.#depth > 0) {
      const rest = window.length - this.#recordStart;
      if (rest <= longestRecordBytes) {
        this.#seen = rest;
        return this.#recordStart;
      }
      this.#sieve.recordTooLong();
      this.#startOver();
    }
    this.#seen = 0;
    return window.length;
  }

  #startOver(): void {
    this.#depth = 0;
    this.#isInText = false;
    this.#isEscaped = false;
  }
}
