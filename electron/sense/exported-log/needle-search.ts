/** Finds the nearest of several needles in bytes. Positions may only be asked for in rising order. */
export class NeedleSearch {
  readonly #needles: readonly Buffer[];
  readonly #next: number[];
  #bytes: Buffer = Buffer.alloc(0);

  constructor(needles: readonly string[]) {
    this.#needles = needles.map((needle) => Buffer.from(needle));
    this.#next = needles.map(() => -1);
  }

  /** Begins again, with other bytes. */
  start(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#next.fill(-1);
  }

  /** Where the first needle at or after that place begins; the length of the bytes where there is none. */
  nearest(from: number): number {
    for (const [i, needle] of this.#needles.entries()) {
      if ((this.#next[i] ?? -1) >= from) continue;
      const found = this.#bytes.indexOf(needle, from);
      this.#next[i] = found === -1 ? this.#bytes.length : found;
    }
    return Math.min(...this.#next);
  }
}
