/** Finds the next of several needles in bytes. Positions may only be asked for in rising order. */
export class NeedleSearch {
  readonly #needles: readonly Buffer[];
  readonly #next: number[];
  #bytes: Buffer = Buffer.alloc(0);
  /** The first needle at or after the last position asked for. */
  #nearest = -1;

  constructor(needles: readonly string[]) {
    this.#needles = needles.map((needle) => Buffer.from(needle));
    this.#next = needles.map(() => -1);
  }

  /** Begins again, with other bytes. */
  start(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#next.fill(-1);
    this.#nearest = -1;
  }

  /** Whether one of the needles begins in that range. */
  isWithin(start: number, end: number): boolean {
    if (this.#nearest < start) this.#nearest = this.#seek(start);
    return this.#nearest < end;
  }

  #seek(start: number): number {
    let nearest = Number.POSITIVE_INFINITY;
    for (const [i, needle] of this.#needles.entries()) {
      let next = this.#next[i] ?? -1;
      if (next < start) {
        const found = this.#bytes.indexOf(needle, start);
        next = found === -1 ? Number.POSITIVE_INFINITY : found;
        this.#next[i] = next;
      }
      nearest = Math.min(nearest, next);
    }
    return nearest;
  }
}
