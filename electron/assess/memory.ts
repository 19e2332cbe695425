import type { LedgerEntry, PlistEntry } from './ledger-entry.ts';
import type { LogEvent } from './log-event.ts';

/** The ledger, sorted by kind once, so that every rule asks for what it needs. */
export type Memory = {
  readonly plists: readonly PlistEntry[];
  readonly wakes: readonly number[];
  readonly events: readonly LogEvent[];
  readonly posted: ReadonlySet<string>;
  /** Posted and neither withdrawn nor failed since. */
  readonly standing: ReadonlySet<string>;
  readonly notifications: 'not-asked' | 'asked' | 'failed';
};

export function recall(ledger: readonly LedgerEntry[]): Memory {
  const plists: PlistEntry[] = [];
  const wakes: number[] = [];
  const events: LogEvent[] = [];
  const posted = new Set<string>();
  const standing = new Set<string>();
  let notifications: Memory['notifications'] = 'not-asked';
  for (const entry of ledger) {
    if (entry.type === 'plist') plists.push(entry);
    else if (entry.type === 'woke') wakes.push(entry.at);
    else if (entry.type === 'log') events.push(entry.event);
    else if (entry.type === 'notification') {
      if (entry.what === 'asked') notifications = 'asked';
      else if (entry.what === 'posted') {
        posted.add(entry.key);
        standing.add(entry.key);
        notifications = 'asked';
      } else {
        standing.delete(entry.key);
        if (entry.what === 'failed') notifications = 'failed';
      }
    }
  }
  // Back-fill brings older lines after newer ones.
  events.sort((a, b) => a.at - b.at);
  return { plists, wakes, events, posted, standing, notifications };
}

/** When the newest unbroken run of readings that satisfy `holds` began; null when the newest one does not. */
export function heldSince(
  plists: readonly PlistEntry[],
  holds: (entry: PlistEntry) => boolean,
): number | null {
  let since: number | null = null;
  for (let i = plists.length - 1; i >= 0; i--) {
    const entry = plists[i];
    if (entry === undefined || !holds(entry)) break;
    since = entry.at;
  }
  return since;
}
