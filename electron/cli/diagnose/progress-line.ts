import type { ReadProgress } from '../../sense/exported-log/read-exported-logs.ts';
import { message } from '../../words/catalog.ts';
import { type Speech, say } from '../../words/speech.ts';

/** What is read faster needs no word. */
const usualSilentMs = 500;
const pauseMs = 100;
const clearLine = '\r\u001b[K';

/** How far the reading is, in one line of a terminal; nothing where the output goes elsewhere. */
export class ProgressLine {
  readonly #stream: NodeJS.WritableStream;
  readonly #speech: Speech;
  #nextAtMs: number;
  #isShown = false;

  constructor(stream: NodeJS.WritableStream, speech: Speech, silentMs = usualSilentMs) {
    this.#stream = stream;
    this.#speech = speech;
    this.#nextAtMs = performance.now() + silentMs;
  }

  show({ doneBytes, totalBytes }: ReadProgress): void {
    const now = performance.now();
    if (now < this.#nextAtMs || !isTerminal(this.#stream)) return;
    this.#nextAtMs = now + pauseMs;
    this.#isShown = true;
    const share =
      totalBytes === null || totalBytes === 0
        ? `${Math.round(doneBytes / 1e6)} MB`
        : `${Math.floor((doneBytes / totalBytes) * 100)} %`;
    this.#stream.write(`${clearLine}${say(this.#speech, message('diagnose.reading', { share }), 0)}`);
  }

  clear(): void {
    if (this.#isShown) this.#stream.write(clearLine);
  }
}

function isTerminal(stream: NodeJS.WritableStream): boolean {
  return 'isTTY' in stream && stream.isTTY === true;
}
