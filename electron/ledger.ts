import {
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { LedgerEntry } from './assess/ledger-entry.ts';
import { formatLines, holdsOlder, parseLines, worthKeeping } from './ledger-lines.ts';

export type LedgerLimits = { readonly bytes: number; readonly keepMs: number };

const minuteMs = 60 * 1000;
const dayMs = 24 * 60 * minuteMs;

/** The time is the longest that anybody may ask for: until it is known what they ask for, nothing is forgotten. */
const defaultLimits: LedgerLimits = { bytes: 5 * 1024 * 1024, keepMs: 90 * dayMs };

/** The first icon does not wait for the ledger to be rewritten, and a setting may be corrected at once. */
const firstLookMs = minuteMs;
/** Once a day and not at every line: forgetting rewrites the ledger. */
const looksMs = dayMs;

export type LedgerOptions = {
  readonly path: string;
  readonly now: () => number;
  /** Told of what could not be read or written; the ledger itself goes on. */
  readonly onProblem: (what: string) => void;
  readonly limits?: LedgerLimits;
};

/**
 * Vigil's only memory: entries as JSON lines, appended by one writer. Each entry is handed to the system before `append`
 * returns, so killing Vigil loses nothing; a line that a crash of the whole Mac has torn is cut off at the next start.
 * While the disk is full, entries are kept in memory and written when there is room again.
 */
export class Ledger {
  readonly #options: LedgerOptions;
  #limits: LedgerLimits;
  #entries: LedgerEntry[] = [];
  #unwritten: LedgerEntry[] = [];
  /** Null: entries stay in memory. */
  #file: number | null = null;
  #bytes = 0;
  /** When it is looked for what is old next. */
  #lookAt: number;

  private constructor(options: LedgerOptions) {
    this.#options = options;
    this.#limits = options.limits ?? defaultLimits;
    this.#lookAt = options.now() + firstLookMs;
  }

  /** Opens for writing. Only the app does this, under its single-instance lock. */
  static open(options: LedgerOptions): Ledger {
    const ledger = new Ledger(options);
    try {
      mkdirSync(dirname(options.path), { recursive: true, mode: 0o700 });
      ledger.#file = openFile(options.path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND);
      ledger.#read(ledger.#file);
      ftruncateSync(ledger.#file, ledger.#bytes);
    } catch (error) {
      options.onProblem(
        `The ledger cannot be opened (${String(error)}); it is kept in memory until the next start.`,
      );
      ledger.close();
    }
    ledger.#compactIfNeeded();
    return ledger;
  }

  /** Reads what is there and keeps what is appended in memory alone: for the command line, beside a running app. */
  static peek(options: LedgerOptions): Ledger {
    const ledger = new Ledger(options);
    try {
      const file = openFile(options.path, constants.O_RDONLY);
      ledger.#read(file);
      closeSync(file);
    } catch (error) {
      const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!absent) options.onProblem(`The ledger cannot be read (${String(error)}).`);
    }
    return ledger;
  }

  /** Oldest first. */
  entries(): readonly LedgerEntry[] {
    return this.#entries;
  }

  append(entries: readonly LedgerEntry[]): void {
    if (entries.length === 0) return;
    this.#entries.push(...entries);
    if (this.#file === null) return;
    this.#unwritten.push(...entries);
    this.#write(this.#file);
    this.#compactIfNeeded();
  }

  /** From now on what is older is forgotten: a minute later, then once a day. */
  keepFor(keepMs: number): void {
    if (keepMs === this.#limits.keepMs) return;
    this.#limits = { ...this.#limits, keepMs };
    this.#lookAt = this.#options.now() + firstLookMs;
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #read(file: number): void {
    const { entries, skipped, wholeBytes } = parseLines(readFileSync(file));
    if (skipped > 0)
      this.#options.onProblem(`The ledger holds ${skipped} lines that are no entries; they are skipped.`);
    this.#entries = entries;
    this.#bytes = wholeBytes;
  }

  #write(file: number): void {
    const lines = Buffer.from(formatLines(this.#unwritten));
    try {
      const written = writeSync(file, lines);
      if (written < lines.length) {
        // Part of a line would join with the next one: take it back and try all of it again later.
        ftruncateSync(file, this.#bytes);
        throw new Error('the disk is full');
      }
      this.#bytes += written;
      this.#unwritten = [];
    } catch (error) {
      this.#options.onProblem(`The ledger cannot be written (${String(error)}); it is kept in memory.`);
    }
  }

  #compactIfNeeded(): void {
    if (this.#file === null) return;
    const { path } = this.#options;
    const now = this.#options.now();
    const oldestAt = now - this.#limits.keepMs;
    const looks = now >= this.#lookAt;
    if (looks) this.#lookAt = now + looksMs;
    const isTooLarge = this.#bytes > this.#limits.bytes;
    if (!isTooLarge && !(looks && holdsOlder(this.#entries, oldestAt))) return;
    const kept = worthKeeping(this.#entries, oldestAt, this.#limits.bytes / 2);
    try {
      const content = formatLines(kept);
      writeFileAtomic.sync(path, content, { mode: 0o600 });
      const file = openFile(path, constants.O_RDWR | constants.O_APPEND);
      // Not before: the number of a closed file is soon another file's.
      closeSync(this.#file);
      this.#file = file;
      this.#entries = kept;
      this.#unwritten = [];
      this.#bytes = Buffer.byteLength(content);
    } catch (error) {
      this.#options.onProblem(`The ledger cannot be shortened (${String(error)}).`);
    }
  }
}

/** Opens a regular file and nothing else: a FIFO in its place would block, a symbolic link could lead anywhere. */
function openFile(path: string, flags: number): number {
  const file = openSync(path, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o600);
  if (fstatSync(file).isFile()) return file;
  closeSync(file);
  throw new Error(`${path} is not a file`);
}
