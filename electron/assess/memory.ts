import { type Clues, readClues } from './findings/clues.ts';
import type { LedgerEntry, NotificationEntry, PlistEntry } from './ledger-entry.ts';
import type { LogEvent } from './log-event.ts';

export type Refusal = Extract<LedgerEntry, { type: 'refused' }>;

/** The ledger, sorted by kind once, so that every rule asks for what it needs. */
export type Memory = {
  readonly plists: readonly PlistEntry[];
  readonly wakes: readonly number[];
  readonly events: readonly LogEvent[];
  readonly clues: Clues;
  /** The newest sign-in that was asked for and not started. */
  readonly refusal: Refusal | null;
  readonly posted: ReadonlySet<string>;
  /** Posted and neither withdrawn nor failed since. */
  readonly standing: ReadonlySet<string>;
  readonly notifications: 'not-asked' | 'asked' | 'failed';
};

export function recall(ledger: readonly LedgerEntry[]): Memory {
  const of = <Type extends LedgerEntry['type']>(type: Type) =>
    ledger.filter((entry): entry is Extract<LedgerEntry, { type: Type }> => entry.type === type);
  // Back-fill brings older lines after newer ones.
  const events = of('log')
    .map(({ event }) => event)
    .sort((a, b) => a.at - b.at);
  return {
    plists: of('plist'),
    wakes: of('woke').map(({ at }) => at),
    events,
    clues: readClues(events),
    refusal: of('refused').at(-1) ?? null,
    ...recallNotifications(of('notification')),
  };
}

function recallNotifications(
  entries: readonly NotificationEntry[],
): Pick<Memory, 'posted' | 'standing' | 'notifications'> {
  const posted = new Set<string>();
  const standing = new Set<string>();
  let notifications: Memory['notifications'] = 'not-asked';
  for (const entry of entries) {
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
  return { posted, standing, notifications };
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
