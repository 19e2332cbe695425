import type { LedgerEntry } from '../assess/ledger-entry.ts';

/** How much Vigil remembers of what. */
export type Counters = {
  /** The oldest entry; null where there is none. */
  readonly sinceAt: number | null;
  readonly plistChanges: number;
  readonly wakes: number;
  readonly attempts: number;
  readonly refusals: number;
  readonly notificationsPosted: number;
  /** Log events by their name. */
  readonly events: Readonly<Record<string, number>>;
};

export function countersOf(entries: readonly LedgerEntry[]): Counters {
  const count = (type: LedgerEntry['type']) => entries.filter((entry) => entry.type === type).length;
  const names = entries.flatMap((entry) => (entry.type === 'log' ? entry.event.name : [])).sort();
  const events = [...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length] as const);
  const attempts = entries.flatMap((entry) => (entry.type === 'attempt' ? entry.attempt.id : []));
  return {
    sinceAt: entries.length === 0 ? null : entries.reduce((at, entry) => Math.min(at, entry.at), Infinity),
    plistChanges: count('plist'),
    wakes: count('woke'),
    // One attempt is told of when it starts and when it ends.
    attempts: new Set(attempts).size,
    refusals: count('refused'),
    notificationsPosted: entries.filter((entry) => entry.type === 'notification' && entry.what === 'posted')
      .length,
    events: Object.fromEntries(events),
  };
}
