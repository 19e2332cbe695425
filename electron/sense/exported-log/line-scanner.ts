import type { RecordSieve } from './record-sieve.ts';
import { longestRecordBytes } from './record-sieve.ts';
import type { Scanner } from './scanner.ts';

const newline = 0x0a;
const brace = 0x7b;
const eventTypeKey = Buffer.from('"eventType"');
const lossEvent = Buffer.from('"lossEvent"');
const ordinary = Buffer.from('logEvent');
/** The object after the last record of `log show`. No record begins with a count. */
const summary = Buffer.from('{"count":');
/** Messages have five types, and the event's type stands right behind: so many places at most on one system. */
const mostPlaces = 6;

/** NDJSON: every line that begins with a brace is a record. */
export class LineScanner implements Scanner {
  readonly #sieve: RecordSieve;
  readonly #places: number[] = [];
  #line: number;
  #losses = 0;
  #isCut = false;
  /** In a line that is too long. */
  #skipping = false;

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
    let start = 0;
    for (;;) {
      const end = window.indexOf(newline, start);
      if (end === -1) break;
      this.#readLine(window, start, end);
      start = end + 1;
    }
    const done = this.#readRest(window, start, isLast);
    this.#sieve.end();
    return done;
  }

  #readRest(window: Buffer, start: number, isLast: boolean): number {
    const { length } = window;
    if (isLast) {
      if (start < length) {
        this.#isCut = !this.#skipping && window[start] === brace && !isJson(window.toString('utf8', start));
        if (!this.#isCut) this.#readLine(window, start, length);
      }
      return length;
    }
    if (length - start <= longestRecordBytes && !this.#skipping) return start;
    if (!this.#skipping) this.#sieve.recordTooLong();
    this.#skipping = true;
    return length;
  }

  #readLine(window: Buffer, start: number, end: number): void {
    const line = this.#line++;
    if (this.#skipping) {
      this.#skipping = false;
      return;
    }
    if (window[start] !== brace || startsWith(window, start, summary)) return;
    this.#sieve.record(start, end, line);
    if (!this.#isOrdinary(window, start, end)) this.#losses += 1;
  }

  /**
   * Whether the record is anything but a loss. To look for that in every line would take longer than everything else,
   * so it looks where the records before had their type.
   */
  #isOrdinary(window: Buffer, start: number, end: number): boolean {
    for (const place of this.#places) {
      if (startsWith(window, start + place, ordinary)) return true;
    }
    const record = window.subarray(start, end);
    const key = record.indexOf(eventTypeKey);
    if (key === -1) return true;
    const value = record.indexOf(0x22, key + eventTypeKey.length);
    if (value === -1) return true;
    if (startsWith(record, value, lossEvent)) return false;
    if (startsWith(record, value + 1, ordinary)) {
      this.#places.unshift(value + 1);
      this.#places.length = Math.min(this.#places.length, mostPlaces);
    }
    return true;
  }
}

function startsWith(bytes: Buffer, at: number, wanted: Buffer): boolean {
  for (let i = 0; i < wanted.length; i++) {
    if (bytes[at + i] !== wanted[i]) return false;
  }
  return true;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
