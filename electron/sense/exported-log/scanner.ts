/**
 * Finds the records of one style in the bytes of a file, which come window by window. Each window begins with what the
 * last one left over.
 */
export type Scanner = {
  /**
   * `isLast` says that nothing follows. Returns how many bytes are done with; the rest has to come again, at the
   * beginning of the next window, and is never longer than `longestRecordBytes`.
   */
  readonly scan: (window: Buffer, isLast: boolean) => number;
  /** Losses that the system itself reports; null where the style does not show them. */
  readonly losses: number | null;
  /** The end of the file lies within a record. */
  readonly isCut: boolean;
};
