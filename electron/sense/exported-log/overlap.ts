import type { ExportedRecord } from './exported-record.ts';

/** More records of one millisecond are not remembered. */
const mostRemembered = 10_000;

/**
 * Knows a record again that another file had too, as where exports overlap. What one file says twice was said twice.
 * Records come in the order of time, so only those of the same millisecond have to be remembered.
 */
export class Overlap {
  readonly #fileOf = new Map<string, string>();
  #at = Number.NaN;
  #duplicates = 0;

  get duplicates(): number {
    return this.#duplicates;
  }

  isNew({ at, pid, message, source }: ExportedRecord): boolean {
    if (at !== this.#at || this.#fileOf.size >= mostRemembered) this.#fileOf.clear();
    this.#at = at;
    const key = `${pid}:${message}`;
    const file = this.#fileOf.get(key);
    if (file !== undefined && file !== source.file) {
      this.#duplicates += 1;
      return false;
    }
    this.#fileOf.set(key, source.file);
    return true;
  }
}
