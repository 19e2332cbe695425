const newline = 0x0a;

/** No record of the log comes near; what is longer is no record, and must not fill the memory. */
const longestLineBytes = 1024 * 1024;

export type LineHandler = {
  readonly onLine: (line: string) => void;
  /** A line was left out because of its length. */
  readonly onTooLong: () => void;
};

/**
 * Cuts a stream of bytes into lines, whatever pieces it comes in. Text is decoded per line, so that a character can be
 * split between two pieces; bytes that are not UTF-8 become replacement characters.
 */
export class NdjsonLines {
  readonly #handler: LineHandler;
  readonly #longestBytes: number;
  #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(handler: LineHandler, longestBytes = longestLineBytes) {
    this.#handler = handler;
    this.#longestBytes = longestBytes;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(newline, start);
      if (end === -1) break;
      this.#add(chunk.subarray(start, end));
      this.#finishLine();
      start = end + 1;
    }
    this.#add(chunk.subarray(start));
  }

  /** The stream is over: what follows the last newline is a line too. */
  end(): void {
    this.#finishLine();
  }

  #add(piece: Uint8Array): void {
    this.#length += piece.length;
    // A line that is already too long is only measured.
    if (this.#length > this.#longestBytes) this.#pieces = [];
    else if (piece.length > 0) this.#pieces.push(piece);
  }

  #finishLine(): void {
    const pieces = this.#pieces;
    const length = this.#length;
    this.#pieces = [];
    this.#length = 0;
    if (length > this.#longestBytes) this.#handler.onTooLong();
    else if (length > 0) this.#handler.onLine(Buffer.concat(pieces).toString('utf8'));
  }
}
