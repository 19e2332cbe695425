import { wholeSecond } from './agent-run.ts';
import type { AttemptFact, Facts, PlistFact } from './facts.ts';
import { type Horizon, isFresh } from './horizon.ts';
import type { LogEvent, LogEventName } from './log-event.ts';
import type { Memory } from './memory.ts';
import {
  futureToleranceMs,
  refusalShownMs,
  resultShownMs,
  settleMs,
  throttleMs,
  unseenResultShownMs,
} from './rules.ts';
import type { AttemptView, Outcome } from './view.ts';

type Ended = Omit<Extract<AttemptFact, { kind: 'ended' }>, 'kind'>;

/** An attempt outranks the plist while it runs, and for a short while after: cfprefsd is lazy. */
export function isAttemptOpen({ attempt, plist }: Facts, horizon: Horizon): boolean {
  if (attempt.kind === 'none') return false;
  if (signedInSince(plist, attempt.attempt.startedAt)) return false;
  if (attempt.kind === 'running') return true;
  return attempt.end.how.kind !== 'could-not-start' && isFresh(attempt.end.endedAt, settleMs, horizon);
}

/** What the person asked for last and what came of it, for as long as it is worth showing. */
export function viewAttempt(facts: Facts, memory: Memory, horizon: Horizon): AttemptView | null {
  const refusal = memory.refusals.findLast(({ at }) => horizon.passed(at - futureToleranceMs));
  if (refusal === undefined || refusal.at < lastSign(facts)) return viewStarted(facts, memory, horizon);
  if (horizon.passed(refusal.at + refusalShownMs)) return null;
  const { at, by, why } = refusal;
  const id = `refused:${at}`;
  const isSeen = by === 'cli' || memory.seenAttempts.has(id);
  return { id, startedAt: at, by, outcome: { kind: 'could-not-start', why }, isSeen };
}

/** When the last attempt was seen: one that runs is newer than any refusal. */
function lastSign({ attempt }: Facts): number {
  if (attempt.kind === 'none') return Number.NEGATIVE_INFINITY;
  return attempt.kind === 'running' ? Number.POSITIVE_INFINITY : attempt.end.endedAt;
}

function viewStarted(facts: Facts, memory: Memory, horizon: Horizon): AttemptView | null {
  const fact = facts.attempt;
  if (fact.kind === 'none') return null;
  const { id, startedAt, by } = fact.attempt;
  const isSeen = by === 'cli' || memory.seenAttempts.has(id);
  const seen = { id, startedAt, by, isSeen };
  if (isAttemptOpen(facts, horizon)) return { ...seen, outcome: null };
  if (fact.kind === 'running') return { ...seen, outcome: { kind: 'signed-in' } };
  if (!isFresh(fact.end.endedAt, isSeen ? resultShownMs : unseenResultShownMs, horizon)) return null;
  return { ...seen, outcome: outcomeOf(fact, facts.plist, memory) };
}

/** Until when a new attempt would only get the old answer back, because MSAL throttles; null when it would not. */
export function throttledUntil({ attempt, plist }: Facts, horizon: Horizon): number | null {
  if (attempt.kind !== 'ended' || attempt.end.how.kind === 'could-not-start') return null;
  if (signedInSince(plist, attempt.attempt.startedAt)) return null;
  const { startedAt } = attempt.attempt;
  return isFresh(startedAt, throttleMs, horizon) ? startedAt + throttleMs : null;
}

/** The plist first, then the log, then the attempt's own words; an exit code proves nothing. */
function outcomeOf({ attempt, end }: Ended, plist: PlistFact, memory: Memory): Outcome {
  if (end.how.kind === 'could-not-start') return { kind: 'could-not-start', why: end.how.why };
  if (signedInSince(plist, attempt.startedAt)) return { kind: 'signed-in' };
  const events = eventsOf({ attempt, end }, memory);
  const last = (...names: LogEventName[]) => events.findLast((event) => names.includes(event.name)) ?? null;
  const refused =
    plist.kind === 'read' && plist.registered === false && plist.writtenAt >= wholeSecond(attempt.startedAt);
  if (!refused && last('signed-in') !== null) return { kind: 'signed-in' };
  if (end.how.kind === 'stopped') return { kind: 'stopped' };
  if (last('interactive-cancelled') !== null) return { kind: 'cancelled' };
  const known = last('aad-error') ?? last('silent-failed') ?? last('interactive-failed', 'sign-in-failed');
  if (!refused && known === null && end.claims === 'acquired') return { kind: 'signed-in' };
  return { kind: 'failed', known };
}

function eventsOf({ attempt, end }: Ended, { events }: Memory): readonly LogEvent[] {
  const from = wholeSecond(attempt.startedAt);
  return events.filter(
    (event) => event.pid === attempt.pid && event.at >= from && event.at <= end.endedAt + settleMs,
  );
}

function signedInSince(plist: PlistFact, startedAt: number): boolean {
  if (plist.kind !== 'read' || plist.lastSignInAt === null) return false;
  return plist.registered !== false && plist.lastSignInAt >= wholeSecond(startedAt);
}
