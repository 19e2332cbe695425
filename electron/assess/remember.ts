import type { AttemptFact, Facts, PlistFact } from './facts.ts';
import type { LedgerEntry, PlistEntry } from './ledger-entry.ts';

/** What of these facts is news to the ledger. Telling it twice adds nothing. */
export function news(facts: Facts, ledger: readonly LedgerEntry[], now: number): LedgerEntry[] {
  return [
    plistNews(facts.plist, ledger, now),
    wakeNews(facts, ledger),
    attemptNews(facts.attempt, ledger),
  ].filter((entry) => entry !== null);
}

function plistNews(plist: PlistFact, ledger: readonly LedgerEntry[], now: number): PlistEntry | null {
  const last = ledger.findLast((entry) => entry.type === 'plist');
  const read = plist.kind === 'read';
  const lastSignInAt = read ? plist.lastSignInAt : null;
  const registered = read ? plist.registered : null;
  const known =
    last?.state === plist.kind && last.lastSignInAt === lastSignInAt && last.registered === registered;
  if (known) return null;
  // A file time in the future, or before the reading that it replaces, is a clock that was set: trust neither.
  const written = read ? Math.min(plist.writtenAt, now) : now;
  const at = last !== undefined && written < last.at ? now : written;
  return { type: 'plist', at, state: plist.kind, lastSignInAt, registered };
}

function wakeNews({ presence }: Facts, ledger: readonly LedgerEntry[]): LedgerEntry | null {
  if (presence.awakeSince === null) return null;
  const last = ledger.findLast((entry) => entry.type === 'woke');
  return last?.at === presence.awakeSince ? null : { type: 'woke', at: presence.awakeSince };
}

function attemptNews(fact: AttemptFact, ledger: readonly LedgerEntry[]): LedgerEntry | null {
  if (fact.kind === 'none') return null;
  const end = fact.kind === 'ended' ? fact.end : null;
  const known = ledger.some(
    (entry) =>
      entry.type === 'attempt' &&
      entry.attempt.id === fact.attempt.id &&
      (entry.end === null) === (end === null),
  );
  if (known) return null;
  return {
    type: 'attempt',
    at: end?.endedAt ?? fact.attempt.startedAt,
    attempt: fact.attempt,
    end,
  };
}
