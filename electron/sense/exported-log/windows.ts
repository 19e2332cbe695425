import type { ByteSource } from './byte-source.ts';
import { longestRecordBytes } from './record-sieve.ts';

/** A stretch of a file. Its bytes stay as they are until the next but one is asked for. */
type Block = { readonly buffer: Buffer; readonly length: number };

/**
 * Reads a file window by window into two buffers that take turns: while one is looked through, the other is filled.
 * Each has room in front for what the last window left over, which is copied there: a few hundred bytes, as a rule.
 */
export class Windows {
  readonly #source: ByteSource;
  readonly #blockBytes: number;
  /** The one that was filled last is the first. The second is made when there is more than one window. */
  #buffers: readonly Buffer[] = [];
  #ahead: Promise<Block> | null = null;

  constructor(source: ByteSource, blockBytes: number) {
    this.#source = source;
    this.#blockBytes = blockBytes;
  }

  /** `left` is the end of the last window, to stand at the beginning of this one. Not to be asked after the last. */
  async next(left: Buffer): Promise<{ readonly window: Buffer; readonly isLast: boolean }> {
    const { buffer, length } = await (this.#ahead ?? this.#fill());
    const isLast = length < this.#blockBytes;
    const start = longestRecordBytes - left.length;
    left.copy(buffer, start);
    this.#ahead = isLast ? null : this.#fill();
    this.#ahead?.catch(() => {}); // it is reported when it is asked for
    return { window: buffer.subarray(start, longestRecordBytes + length), isLast };
  }

  /** Resolves when nothing is written into the buffers any more. */
  async settle(): Promise<void> {
    await this.#ahead?.catch(() => {});
  }

  async #fill(): Promise<Block> {
    const buffer = this.#nextBuffer();
    const length = await this.#source.read(buffer.subarray(longestRecordBytes));
    return { buffer, length };
  }

  #nextBuffer(): Buffer {
    const [first, second] = this.#buffers;
    // Pages that nobody touches cost nothing, and most of the room in front is never touched.
    const next = second ?? Buffer.allocUnsafeSlow(longestRecordBytes + this.#blockBytes);
    this.#buffers = first === undefined ? [next] : [next, first];
    return next;
  }
}
