import type { LedgerEntry } from './ledger-entry.ts';
import { deactivationRiskMs } from './rules.ts';

/** Since when the log has not been read: from as long ago as a deactivation counts as a risk, where nothing is known. */
export function unreadSince(entries: readonly LedgerEntry[], now: number): number {
  const readAt = entries.findLast((entry) => entry.type === 'log-read')?.at;
  // Read in a future that a corrected clock has undone is not read.
  return Math.min(readAt ?? now - deactivationRiskMs, now);
}
