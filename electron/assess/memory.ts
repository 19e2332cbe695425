import { type Clues, readClues } from './findings/clues.ts';
import type { LedgerEntry, NotificationEntry, PlistEntry } from './ledger-entry.ts';
import type { LogEvent } from './log-event.ts';

export type AttemptEntry = Extract<LedgerEntry, { type: 'attempt' }>;
export type Refusal = Extract<LedgerEntry, { type: 'refused' }>;

/** The ledger, sorted by kind once, so that every rule asks for what it needs. */
export type Memory = {
  readonly plists: readonly PlistEntry[];
  readonly wakes: readonly number[];
  readonly events: readonly LogEvent[];
  readonly clues: Clues;
  /** Our own sign-ins, each with the newest that is known of it. */
  readonly attempts: readonly AttemptEntry[];
  /** Sign-ins that were asked for and not started. */
  readonly refusals: readonly Refusal[];
  /** Attempts whose outcome the person has looked at. */
  readonly seenAttempts: ReadonlySet<string>;
  readonly posted: ReadonlySet<string>;
  /** Posted and neither withdrawn nor failed since. */
  readonly standing: ReadonlySet<string>;
  readonly notifications: 'not-asked' | 'asked' | 'failed';
};

export function recall(ledger: readonly LedgerEntry[]): Memory {
  const of = <Type extends LedgerEntry['type']>(type: Type) =>
    ledger.filter((entry): entry is Extract<LedgerEntry, { type: Type }> => entry.type === type);
  return {
    plists: of('plist'),
    wakes: of('woke').map(({ at }) => at),
    ...recallEvents(of('log')),
    attempts: [...new Map(of('attempt').map((entry) => [entry.attempt.id, entry])).values()],
    refusals: of('refused'),
    seenAttempts: new Set(of('seen').map(({ attemptId }) => attemptId)),
    ...recallNotifications(of('notification')),
  };
}

type LogEntry = Extract<LedgerEntry, { type: 'log' }>;
type Events = Pick<Memory, 'events' | 'clues'>;

/** A storm of one kind of line says no more than its newest few hundred, and must not make every assessment slow. */
const mostOfAKind = 200;

/** Reading thousands of lines takes longer than all the rest, and most assessments have no new line: by the newest one. */
const recalled = new WeakMap<LogEntry, { readonly count: number; readonly of: Events }>();

function recallEvents(entries: readonly LogEntry[]): Events {
  const newest = entries.at(-1);
  if (newest === undefined) return readEvents([]);
  const known = recalled.get(newest);
  if (known?.count === entries.length) return known.of;
  const of = readEvents(entries);
  recalled.set(newest, { count: entries.length, of });
  return of;
}

function readEvents(entries: readonly LogEntry[]): Events {
  const kinds = Map.groupBy(entries, ({ event }) => event.name);
  const kept = new Set([...kinds.values()].flatMap((kind) => kind.slice(-mostOfAKind)));
  const events = entries
    .filter((entry) => kept.has(entry))
    .map(({ event }) => event)
    // Back-fill brings older lines after newer ones. Those of one millisecond stay in the order in which they were written.
    .sort((a, b) => a.at - b.at);
  return { events, clues: readClues(events) };
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

/**
 * When the newest unbroken run of readings that satisfy `holds` began; null when the newest one does not. A file that could
 * not be read for a while tells of no change.
 */
export function heldSince(
  plists: readonly PlistEntry[],
  holds: (entry: PlistEntry) => boolean,
): number | null {
  let since: number | null = null;
  for (let i = plists.length - 1; i >= 0; i--) {
    const entry = plists[i];
    if (entry === undefined) break;
    if (holds(entry)) since = entry.at;
    else if (entry.state !== 'unreadable') break;
  }
  return since;
}
