import { streamArguments } from './log-command.ts';
import type { LogEnd, LogProcess } from './log-process.ts';
import { startLog } from './log-process.ts';
import type { LineHandler } from './ndjson-lines.ts';

/** Pauses between two tries to keep the stream up. */
export const usualBackOff = { firstMs: 1_000, longestMs: 5 * 60_000, stableMs: 60_000 } as const;
export type BackOff = { readonly [Name in keyof typeof usualBackOff]: number };

/** The pause after a stream that lived for `livedMs`: twice the last one, or the first again after a stable life. */
export function nextPauseMs(lastMs: number | null, livedMs: number, backOff: BackOff): number {
  if (lastMs === null || livedMs >= backOff.stableMs) return backOff.firstMs;
  return Math.min(lastMs * 2, backOff.longestMs);
}

/** A `log stream` that says nothing at all is not at work: the real one begins with a banner. */
const readyWithinMs = 30_000;

export type LogStreamOptions = {
  readonly executable: string;
  readonly backOff: BackOff;
  readonly handler: LineHandler;
  /** The stream is at work: what is logged from now on arrives, what was logged before does not. */
  readonly onReady: () => void;
  /** It ended by itself. Unless it was denied it is tried again after a pause. */
  readonly onLost: (end: LogEnd) => void;
};

/** `log stream`, kept running between `open` and `close`. */
export class LogStream {
  readonly #options: LogStreamOptions;
  #process: LogProcess | null = null;
  /** At most one: the wait for the banner, or the pause before the next try. */
  #timer: NodeJS.Timeout | undefined;
  #lastPauseMs: number | null = null;
  #ready = false;
  #open = false;

  constructor(options: LogStreamOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** The run that delivers everything that is logged now; null while there is none. */
  get ready(): LogProcess | null {
    return this.#ready ? this.#process : null;
  }

  open(): void {
    if (this.#open) return;
    this.#open = true;
    this.#lastPauseMs = null;
    this.#start();
  }

  /** Resolves when no process is left. */
  async close(): Promise<void> {
    const process = this.#process;
    this.#open = false;
    this.#reset();
    process?.stop();
    await process?.ended;
  }

  #start(): void {
    const startedAt = performance.now();
    const { executable, handler } = this.#options;
    const process = startLog(executable, streamArguments(), {
      onLine: (line) => {
        this.#onFirstLine(process);
        handler.onLine(line);
      },
      onTooLong: handler.onTooLong,
    });
    this.#process = process;
    this.#timer = setTimeout(process.stop, readyWithinMs);
    void process.ended.then((end) => {
      if (this.#process !== process) return;
      this.#reset();
      this.#onEnd(end, performance.now() - startedAt);
    });
  }

  #onFirstLine(process: LogProcess): void {
    if (this.#ready || this.#process !== process) return;
    clearTimeout(this.#timer);
    this.#ready = true;
    this.#options.onReady();
  }

  #onEnd(end: LogEnd, livedMs: number): void {
    if (end.kind === 'denied') this.#open = false;
    else {
      this.#lastPauseMs = nextPauseMs(this.#lastPauseMs, livedMs, this.#options.backOff);
      this.#timer = setTimeout(() => this.#start(), this.#lastPauseMs);
    }
    this.#options.onLost(end);
  }

  #reset(): void {
    clearTimeout(this.#timer);
    this.#process = null;
    this.#ready = false;
  }
}
