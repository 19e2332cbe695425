import { createGunzip } from 'node:zlib';
import type { ByteSource, Damage, OpenedSource } from './byte-source.ts';

/** Smaller ones change hands too often, larger ones leave the cache of the processor. */
const packedPieceBytes = 256 * 1024;
const unpackedPieceBytes = 256 * 1024;
const nothing: Buffer = Buffer.alloc(0);

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** Unpacks gzip, several members in a row too, as far as it is whole. */
export function unzip(packed: ByteSource): OpenedSource {
  const unpacking = new Unpacking(packed);
  const source: ByteSource = {
    ...packed,
    read: (target) => unpacking.read(target),
    close: async () => {
      unpacking.close();
      await packed.close();
    },
  };
  return { source, isGzip: true, damage: () => unpacking.damage };
}

/**
 * One gzip stream, fed piece by piece instead of by a pipe: the stream of Node throws away what it has unpacked when it
 * then finds the end missing, and a log that was cut off is just what people have.
 */
class Unpacking {
  readonly #packed: ByteSource;
  readonly #gunzip = createGunzip({ chunkSize: unpackedPieceBytes });
  readonly #piece = Buffer.alloc(packedPieceBytes);
  #left = nothing;
  #damage: Damage | null = null;
  /** A piece is being unpacked, or the end is being looked for. */
  #isBusy = false;
  #isOver = false;
  /** Ends the wait for whatever comes next. */
  #wake = () => {};

  constructor(packed: ByteSource) {
    this.#packed = packed;
    this.#gunzip.on('readable', () => this.#wake());
    // It comes early where other bytes follow the last member; the piece that holds them is then never called back.
    this.#gunzip.on('end', () => this.#finish());
    this.#gunzip.on('close', () => this.#finish());
    this.#gunzip.on('error', (error: NodeJS.ErrnoException) => {
      this.#damage = error.code === 'Z_BUF_ERROR' ? 'truncated' : 'corrupt';
      this.#finish();
    });
  }

  get damage(): Damage | null {
    return this.#damage;
  }

  async read(target: Buffer): Promise<number> {
    let filled = 0;
    while (filled < target.length) {
      if (this.#left.length === 0 && !(await this.#next())) break;
      filled += this.#take(target.subarray(filled));
    }
    return filled;
  }

  #take(target: Buffer): number {
    const { buffer, byteOffset } = this.#left;
    const count = this.#left.copy(target);
    const isUsedUp = byteOffset + count === buffer.byteLength && buffer.byteLength === unpackedPieceBytes;
    this.#left = isUsedUp ? nothing : this.#left.subarray(count);
    // zlib fills a buffer to its end and then takes a new one. Left to the garbage collector, used ones pile up to 60 MB,
    // and that each new one comes from the system takes as long as the unpacking itself.
    if (isUsedUp && buffer instanceof ArrayBuffer) buffer.transfer(0);
    return count;
  }

  close(): void {
    this.#gunzip.destroy();
  }

  /** Gets what can be unpacked next; false when that was all. */
  async #next(): Promise<boolean> {
    for (;;) {
      const chunk: Buffer | null = this.#gunzip.read();
      if (chunk !== null) {
        this.#left = chunk;
        return true;
      }
      if (this.#isOver) return false;
      if (this.#isBusy) await this.#change();
      else await this.#feed();
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** All that was unpacked before has been taken: an end that is missing can be found now. */
  async #feed(): Promise<void> {
    const length = await this.#packed.read(this.#piece);
    this.#isBusy = true;
    if (length === 0) this.#gunzip.end();
    else {
      this.#gunzip.write(this.#piece.subarray(0, length), () => {
        this.#isBusy = false;
        this.#wake();
      });
    }
  }

  #finish(): void {
    this.#isOver = true;
    this.#wake();
  }
}
