import type { Readable } from 'node:stream';
import { codeOf } from '../small-file.ts';
import type { UnreadableLogWhy } from './byte-source.ts';
import { whyUnreadable } from './byte-source.ts';
import type { NotALogWhy } from './detect-style.ts';
import type { ExportedLogSummary } from './exported-log.ts';
import { ExportedLog } from './exported-log.ts';
import type { ExportedRecord } from './exported-record.ts';
import { Overlap } from './overlap.ts';

export type ReadProgress = {
  readonly doneBytes: number;
  /** Null while the length of one of the files is not known. */
  readonly totalBytes: number | null;
};

export type ReadOptions = {
  /** What `-` stands for. */
  readonly stdin: () => Readable;
  readonly onProgress?: (progress: ReadProgress) => void;
  readonly signal?: AbortSignal;
};

export type ReadOutcome =
  | {
      readonly kind: 'read';
      readonly files: readonly ExportedLogSummary[];
      /** Records that came from two of the files, and were delivered once. */
      readonly duplicates: number;
    }
  | { readonly kind: 'not-a-log'; readonly file: string; readonly why: NotALogWhy }
  /** `code` is the system's, such as `EACCES`. */
  | {
      readonly kind: 'unreadable';
      readonly file: string;
      readonly why: UnreadableLogWhy;
      readonly code: string;
    }
  | { readonly kind: 'aborted' };

/** Larger pieces are no faster, smaller ones take up to twice the time. */
const mostBlockBytes = 1024 * 1024;
const leastBlockBytes = 64 * 1024;
/** For all files together. */
const memoryForBlocks = 24 * 1024 * 1024;

/**
 * Reads exported logs of any size and style, and delivers their relevant records: several files merged by time, one in
 * its own order. Every file is looked at before the first record is delivered. Memory does not grow with their size.
 */
export async function readExportedLogs(
  files: readonly string[],
  onRecord: (record: ExportedRecord) => void,
  options: ReadOptions,
): Promise<ReadOutcome> {
  const logs: ExportedLog[] = [];
  try {
    for (const file of files) {
      const log = await named(file, () =>
        ExportedLog.open(file, { ...options, blockBytes: blockBytes(files) }),
      );
      if (typeof log === 'string') return { kind: 'not-a-log', file, why: log };
      logs.push(log);
    }
    const duplicates = await merge(logs, onRecord, options);
    return { kind: 'read', files: logs.map((log) => log.summary()), duplicates };
  } catch (error) {
    if (options.signal?.aborted === true) return { kind: 'aborted' };
    if (!(error instanceof ReadError)) throw error;
    return {
      kind: 'unreadable',
      file: error.file,
      why: whyUnreadable(error.cause),
      code: codeOf(error.cause),
    };
  } finally {
    await Promise.all(logs.map((log) => log.close()));
  }
}

function blockBytes({ length }: readonly string[]): number {
  const share = Math.floor(memoryForBlocks / 2 / Math.max(1, length));
  return Math.min(mostBlockBytes, Math.max(leastBlockBytes, share));
}

/** Tells a file that cannot be read from a mistake in who takes the records. */
class ReadError extends Error {
  readonly file: string;

  constructor(file: string, options: ErrorOptions) {
    super(`cannot read ${file}`, options);
    this.file = file;
  }
}

async function named<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new ReadError(file, { cause: error });
  }
}

/** Delivers the records of all logs; returns how many came twice. */
async function merge(
  logs: readonly ExportedLog[],
  onRecord: (record: ExportedRecord) => void,
  { signal, onProgress }: ReadOptions,
): Promise<number> {
  const cursors = logs.map((log) => new Cursor(log));
  const readOn = async (cursor: Cursor) => {
    do {
      signal?.throwIfAborted();
      await cursor.readOn();
      onProgress?.(progressOf(logs));
    } while (cursor.head === null && !cursor.isOver);
  };
  for (const cursor of cursors) await readOn(cursor);
  const overlap = new Overlap();
  for (;;) {
    const cursor = earliest(cursors);
    if (cursor?.head == null) return overlap.duplicates;
    if (cursors.length === 1 || overlap.isNew(cursor.head)) onRecord(cursor.head);
    cursor.advance();
    if (cursor.head === null && !cursor.isOver) await readOn(cursor);
  }
}

function earliest(cursors: readonly Cursor[]): Cursor | null {
  let first: Cursor | null = null;
  for (const cursor of cursors) {
    if (cursor.head !== null && (first?.head == null || cursor.head.at < first.head.at)) first = cursor;
  }
  return first;
}

function progressOf(logs: readonly ExportedLog[]): ReadProgress {
  let doneBytes = 0;
  let totalBytes: number | null = 0;
  for (const log of logs) {
    doneBytes += log.bytesRead;
    totalBytes = totalBytes === null || log.totalBytes === null ? null : totalBytes + log.totalBytes;
  }
  return { doneBytes, totalBytes };
}

/** How far one log is delivered. */
class Cursor {
  readonly #log: ExportedLog;
  readonly #batches: AsyncGenerator<readonly ExportedRecord[]>;
  #batch: readonly ExportedRecord[] = [];
  #index = 0;
  #isOver = false;

  constructor(log: ExportedLog) {
    this.#log = log;
    this.#batches = log.batches();
  }

  /** The next record; null when more has to be read first. */
  get head(): ExportedRecord | null {
    return this.#batch[this.#index] ?? null;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  advance(): void {
    this.#index += 1;
  }

  async readOn(): Promise<void> {
    const next = await named(this.#log.file, () => this.#batches.next());
    this.#index = 0;
    this.#batch = next.done === true ? [] : next.value;
    this.#isOver = next.done === true;
  }
}
