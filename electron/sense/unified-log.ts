import type { LogAccessFact } from '../assess/facts.ts';
import type { LogRecord } from '../assess/log-event.ts';
import { showArguments } from './log-command.ts';
import type { LogCounters } from './log-intake.ts';
import { LogIntake } from './log-intake.ts';
import type { LogEnd, LogProcess } from './log-process.ts';
import { startLog } from './log-process.ts';
import type { BackOff } from './log-stream.ts';
import { LogStream, usualBackOff } from './log-stream.ts';
import type { LineHandler } from './ndjson-lines.ts';

export type UnifiedLogOptions = {
  /** `paths.run.log` */
  readonly executable: string;
  /** Each record once, as far as memory reaches; not in the order of time where a gap was filled. */
  readonly onRecord: (record: LogRecord) => void;
  readonly onAccess: (access: LogAccessFact) => void;
  /** Why a run of `log` failed, for Vigil's own log file. */
  readonly onTrouble: (what: string) => void;
  readonly backOff?: BackOff;
};

export type CatchUp =
  /** Everything that was logged between the instant asked for and `upTo` was delivered. */
  | { readonly kind: 'read'; readonly upTo: number }
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed' };

type Span = { readonly from: number; readonly to: number };

/** Who is no administrator now may be one later, but not from one minute to the next. */
const deniedForMs = 60 * 60_000;
/** Records reach the store a moment after they are made; what is read twice is delivered once. */
const overlapMs = 2_000;
/** Days of log take half a minute. */
const showLimitMs = 3 * 60_000;

/**
 * The system's log: followed live between `follow` and `unfollow`, and read afterwards for what lay between. A gap that
 * a live stream leaves (its start, its death) is filled as soon as it is at work again.
 */
export class UnifiedLog {
  readonly #options: UnifiedLogOptions;
  readonly #stream: LogStream;
  readonly #handler: LineHandler;
  readonly #intake: LogIntake;
  #access: LogAccessFact['kind'] = 'pending';
  #deniedAtMs: number | null = null;
  /** The time that was read without a gap; while the stream is live it goes on to now. */
  #covered: Span | null = null;
  /** The stream delivers and the gap before it is filled. */
  #live = false;
  #show: LogProcess | null = null;
  /** Runs of `log show` wait for each other. */
  #queue: Promise<unknown> = Promise.resolve();
  #waiting: { readonly since: number; readonly result: Promise<CatchUp> } | null = null;
  #stopped = false;

  constructor(options: UnifiedLogOptions) {
    this.#options = options;
    this.#intake = new LogIntake(options.onRecord);
    this.#handler = { onLine: (line) => this.#onLine(line), onTooLong: () => this.#intake.onTooLong() };
    this.#stream = new LogStream({
      executable: options.executable,
      backOff: options.backOff ?? usualBackOff,
      handler: this.#handler,
      onReady: () => this.#onReady(),
      onLost: (end) => this.#onLost(end),
    });
  }

  get counters(): LogCounters {
    return this.#intake.counters;
  }

  get access(): LogAccessFact {
    return { kind: this.#access };
  }

  /** Follows the log live. Nothing happens while it is followed already, or was denied within the last hour. */
  follow(): void {
    if (this.#stopped || this.#stream.isOpen || this.#isDenied()) return;
    this.#covered ??= { from: Date.now(), to: Date.now() };
    this.#stream.open();
  }

  /** Resolves when the stream's process is gone. */
  async unfollow(): Promise<void> {
    this.#endLive();
    await this.#stream.close();
  }

  /** Delivers what was logged since then and was not read yet. Resolves when all of it was delivered. */
  catchUp(since: number): Promise<CatchUp> {
    // One that has not begun yet reads all of this too.
    if (this.#waiting !== null && this.#waiting.since <= since) return this.#waiting.result;
    const result: Promise<CatchUp> = this.#queue.then(() => {
      if (this.#waiting?.result === result) this.#waiting = null;
      return this.#catchUp(since);
    });
    this.#waiting = { since, result };
    this.#queue = result.catch(() => {}); // whoever asked for it is told
    return result;
  }

  /** For good. Resolves when no process is left. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#show?.stop();
    await Promise.all([this.unfollow(), this.#queue]);
  }

  async #catchUp(since: number): Promise<CatchUp> {
    const known = this.#covered !== null && since >= this.#covered.from;
    const startedAt = Date.now();
    if (known && this.#live) return { kind: 'read', upTo: startedAt };
    if (this.#stopped) return { kind: 'failed' };
    if (this.#isDenied()) return { kind: 'denied' };
    const stream = this.#stream.ready;
    const from = known ? (this.#covered?.to ?? since) : since;
    const end = await this.#runShow(from - overlapMs);
    if (end.kind !== 'done') return { kind: end.kind };
    this.#covered = joined(this.#covered, { from, to: startedAt });
    // Only a stream that was at work before this reading began leaves no gap after it.
    this.#live = stream !== null && this.#stream.ready === stream;
    return { kind: 'read', upTo: startedAt };
  }

  async #runShow(since: number): Promise<LogEnd> {
    let lines = 0;
    const show = startLog(this.#options.executable, showArguments(since), {
      ...this.#handler,
      onLine: (line) => {
        lines += 1;
        this.#onLine(line);
      },
    });
    this.#show = show;
    const timer = setTimeout(show.stop, showLimitMs);
    const end = await show.ended;
    clearTimeout(timer);
    this.#show = null;
    // The last line is a summary: whoever says nothing at all has not read the log.
    return this.#note(end.kind === 'done' && lines === 0 ? { kind: 'failed', said: 'no output' } : end);
  }

  #onReady(): void {
    this.#setAccess('granted');
    if (this.#covered !== null) void this.catchUp(this.#covered.from);
  }

  #onLost(end: LogEnd): void {
    this.#endLive();
    this.#note(end.kind === 'done' ? { kind: 'failed', said: 'the stream ended' } : end);
  }

  #endLive(): void {
    if (this.#live && this.#covered !== null) this.#covered = { ...this.#covered, to: Date.now() };
    this.#live = false;
  }

  #onLine(line: string): void {
    if (!this.#stopped) this.#intake.onLine(line);
  }

  /** Notes how a run of `log` ended, and hands its end on. */
  #note(end: LogEnd): LogEnd {
    if (this.#stopped) return end;
    if (end.kind === 'denied') this.#deniedAtMs = performance.now();
    if (end.kind === 'failed') this.#options.onTrouble(end.said);
    this.#setAccess(this.#accessAfter(end));
    return end;
  }

  #accessAfter(end: LogEnd): LogAccessFact['kind'] {
    if (end.kind === 'denied') return 'denied';
    return end.kind === 'done' || this.#stream.ready !== null ? 'granted' : 'failing';
  }

  #setAccess(kind: LogAccessFact['kind']): void {
    if (kind === 'granted') this.#deniedAtMs = null;
    if (this.#access === kind) return;
    this.#access = kind;
    this.#options.onAccess({ kind });
  }

  #isDenied(): boolean {
    return this.#deniedAtMs !== null && performance.now() - this.#deniedAtMs < deniedForMs;
  }
}

/** Both spans where they touch; the newly read one where they do not. */
function joined(before: Span | null, read: Span): Span {
  if (before === null || before.from > read.to || before.to < read.from) return read;
  return { from: Math.min(before.from, read.from), to: Math.max(before.to, read.to) };
}
