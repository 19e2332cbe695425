/**
 * Remembers at least the last so many keys that it was asked for, and at most twice as many.
 *
 * Two generations: taking the oldest key out of one Set for each new one makes V8 step over all that were taken out before.
 */
export class RecentKeys {
  readonly #atLeast: number;
  #young = new Set<string>();
  #old: ReadonlySet<string> = new Set();

  constructor(atLeast: number) {
    this.#atLeast = atLeast;
  }

  /** Whether the key is new; from then on it is not. */
  add(key: string): boolean {
    if (this.#young.has(key) || this.#old.has(key)) return false;
    this.#young.add(key);
    if (this.#young.size >= this.#atLeast) {
      this.#old = this.#young;
      this.#young = new Set();
    }
    return true;
  }
}
