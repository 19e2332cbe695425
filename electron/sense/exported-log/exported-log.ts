import { parseLogLine, parseLogTime } from '../log-record.ts';
import type { Damage, OpenedSource, SourceOptions } from './byte-source.ts';
import { openSource } from './byte-source.ts';
import type { Detection, NotALogWhy } from './detect-style.ts';
import { detectStyle } from './detect-style.ts';
import type { ExportedRecord, LogStyle } from './exported-record.ts';
import { isRelevant, levelOf, needlesOf } from './exported-record.ts';
import { RecordSieve } from './record-sieve.ts';
import type { Scanner } from './scanner.ts';
import { scannerOf } from './scanner-of.ts';
import { parseTextRow, timeOfRow } from './text-row.ts';
import { Windows } from './windows.ts';

/** What one file was and held. Instants are epoch milliseconds. */
export type ExportedLogSummary = {
  readonly file: string;
  /** Null where only a banner is there, which is the same in every style. */
  readonly style: LogStyle | null;
  readonly isGzip: boolean;
  /** Records of all kinds. */
  readonly records: number;
  readonly relevant: number;
  /** Relevant by their look, but no records. */
  readonly malformed: number;
  /** Longer than a mebibyte, and left out. */
  readonly tooLong: number;
  /** Losses that the system itself reports; null where the style does not show them. */
  readonly losses: number | null;
  /** Relevant records of level debug: none in an export without `--debug`. Null where the style tells no level. */
  readonly debugRecords: number | null;
  readonly isCutAtStart: boolean;
  readonly isCutAtEnd: boolean;
  /** What is wrong with the packing. */
  readonly damage: Damage | null;
  /** Times of the first and the last record, relevant or not. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
};

/** The first record tells its time within so many bytes, or the log is taken to tell none. */
const lookedAtBytes = 64 * 1024;

type OpenOptions = SourceOptions & { readonly blockBytes: number };
type LogDetection = Extract<Detection, { readonly kind: 'log' }>;
type FirstWindow = { readonly window: Buffer; readonly isLast: boolean };

/** One exported log, while it is read. */
export class ExportedLog {
  readonly file: string;
  readonly #opened: OpenedSource;
  readonly #windows: Windows;
  readonly #detection: LogDetection;
  readonly #first: FirstWindow;
  readonly #sieve: RecordSieve;
  readonly #scanner: Scanner | null;
  readonly #firstAt: number | null;
  #found: ExportedRecord[] = [];
  #relevant = 0;
  #malformed = 0;
  #debugRecords = 0;

  private constructor(
    file: string,
    opened: OpenedSource,
    windows: Windows,
    detection: LogDetection,
    first: FirstWindow,
  ) {
    this.file = file;
    this.#opened = opened;
    this.#windows = windows;
    this.#detection = detection;
    this.#first = first;
    const { style, start, line } = detection;
    this.#sieve = new RecordSieve(style === null ? [] : needlesOf(style), {
      onCandidate: (...candidate) => this.#onCandidate(...candidate),
      timeOf: (text) => (style === null ? null : timeOf(style, text)),
    });
    this.#scanner = style === null ? null : scannerOf(style, this.#sieve, line);
    const firstRecord = first.window.toString('utf8', start, start + lookedAtBytes);
    this.#firstAt = style === null ? null : timeOf(style, firstRecord);
  }

  /** Opens a file and says what it is. Rejects with the system's error where it cannot be read. */
  static async open(
    file: string,
    { blockBytes, ...options }: OpenOptions,
  ): Promise<ExportedLog | NotALogWhy> {
    const opened = await openSource(file, options);
    const windows = new Windows(opened.source, blockBytes);
    try {
      const first = await windows.next(Buffer.alloc(0));
      const detection = detectStyle(first.window);
      if (detection.kind === 'log') return new ExportedLog(file, opened, windows, detection, first);
      await windows.settle();
      await opened.source.close();
      return opened.damage() === null ? detection.why : 'gzip-damaged';
    } catch (error) {
      await opened.source.close().catch(() => {});
      throw error;
    }
  }

  get bytesRead(): number {
    return this.#opened.source.bytesRead();
  }

  get totalBytes(): number | null {
    return this.#opened.source.totalBytes;
  }

  /** The relevant records, a window's worth at a time, in the order of the file. A window can hold none. */
  async *batches(): AsyncGenerator<readonly ExportedRecord[]> {
    const scanner = this.#scanner;
    if (scanner === null) return;
    let { window, isLast } = this.#first;
    window = window.subarray(this.#detection.start);
    for (;;) {
      const done = scanner.scan(window, isLast);
      const batch = this.#found;
      this.#found = [];
      yield batch;
      if (isLast) return;
      ({ window, isLast } = await this.#windows.next(window.subarray(done)));
    }
  }

  async close(): Promise<void> {
    await this.#windows.settle();
    await this.#opened.source.close().catch(() => {});
  }

  summary(): ExportedLogSummary {
    const { style, isCut } = this.#detection;
    const { records, tooLong, lastAt } = this.#sieve;
    return {
      file: this.file,
      style,
      isGzip: this.#opened.isGzip,
      records,
      relevant: this.#relevant,
      malformed: this.#malformed,
      tooLong,
      losses: this.#scanner?.losses ?? null,
      debugRecords: style === 'syslog' ? null : this.#debugRecords,
      isCutAtStart: isCut,
      isCutAtEnd: this.#scanner?.isCut ?? false,
      damage: this.#opened.damage(),
      firstAt: this.#firstAt,
      lastAt,
    };
  }

  #onCandidate(text: string, line: number, isCut: boolean): void {
    const { style } = this.#detection;
    const record = style === null ? null : recordOf(style, text);
    if (record === null && !isCut) this.#malformed += 1;
    if (record === null || record === 'other' || !isRelevant(record)) return;
    this.#relevant += 1;
    if (record.level === 'debug') this.#debugRecords += 1;
    this.#found.push({ ...record, source: { file: this.file, line } });
  }
}

/** Null where it is no record; `other` where it is one that says nothing to Vigil, such as a signpost. */
function recordOf(style: LogStyle, text: string): Omit<ExportedRecord, 'source'> | 'other' | null {
  if (style !== 'ndjson' && style !== 'json') return parseTextRow(style, text);
  const line = parseLogLine(text);
  if (line.kind === 'malformed') return null;
  return line.kind === 'record' ? { ...line.record, level: levelOf(line.level) } : 'other';
}

function timeOf(style: LogStyle, text: string): number | null {
  if (style !== 'ndjson' && style !== 'json') return timeOfRow(style, text);
  return parseLogTime(/"timestamp"\s{0,9}:\s{0,9}"([^"]{1,40})"/.exec(text)?.[1] ?? '');
}
