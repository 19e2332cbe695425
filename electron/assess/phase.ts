import { ownRuns } from './agent-run.ts';
import type { Facts } from './facts.ts';
import type { Horizon } from './horizon.ts';
import { heldSince, type Memory } from './memory.ts';
import { isAttemptOpen } from './outcome.ts';
import type { Policy } from './policy.ts';
import { isRecurring } from './recurrence.ts';
import { futureToleranceMs, windowMs } from './rules.ts';
import { type Timing, timingOf } from './timing.ts';
import type { Phase, View } from './view.ts';

/** The phase, with what only some phases have. */
export type Standing = {
  readonly phase: Phase;
  readonly since: number;
  readonly reason: View['reason'];
  readonly recurring: boolean;
  /** Null where nothing lapses. */
  readonly timing: Timing | null;
};

/**
 * The phases in their order; the first that fits counts. The plist alone decides between protected, lapsed and
 * deactivated, so that evidence which arrives late can never flip a phase.
 */
export function standingOf(facts: Facts, memory: Memory, policy: Policy, horizon: Horizon): Standing {
  const recurring = isRecurring(facts.jamf, facts.launchAgent, memory);
  const lone = { recurring, timing: null, reason: null } as const;
  const { plist } = facts;
  const reason = unknownReason(facts, horizon) ?? unregisteredReason(facts);
  if (reason !== null) return { ...lone, ...reason, since: stateSince(facts, memory) };
  if (isAttemptOpen(facts, horizon) && facts.attempt.kind !== 'none') {
    return {
      ...lone,
      phase: 'reactivating',
      since: facts.attempt.attempt.startedAt,
    };
  }
  if (plist.kind !== 'read' || plist.registered === false) {
    const since = heldSince(memory.plists, (entry) => entry.registered === false);
    return { ...lone, phase: 'deactivated', since: since ?? facts.startedAt };
  }
  if (!recurring)
    return {
      ...lone,
      phase: 'protected',
      since: plist.lastSignInAt ?? stateSince(facts, memory),
    };
  const timing = timingOf(plist, facts);
  return {
    ...lone,
    timing,
    ...workingPhase(timing, facts, memory, policy, horizon),
  };
}

type Reason = Pick<Standing, 'phase' | 'reason'>;

function unknownReason({ plist }: Facts, horizon: Horizon): Reason | null {
  if (plist.kind === 'unreadable') return { phase: 'unknown', reason: plist.why };
  if (plist.kind !== 'read' || plist.lastSignInAt === null || plist.registered === false) return null;
  return horizon.passed(plist.lastSignInAt - futureToleranceMs)
    ? null
    : { phase: 'unknown', reason: 'time-in-future' };
}

function unregisteredReason({ jamf, plist }: Facts): Reason | null {
  // A plist that Jamf has left behind must never nag anybody.
  if (jamf.kind === 'absent') return { phase: 'unregistered', reason: 'no-jamf' };
  if (plist.kind === 'absent') return { phase: 'unregistered', reason: 'no-plist' };
  if (plist.kind === 'read' && plist.registered === null && plist.lastSignInAt === null) {
    return { phase: 'unregistered', reason: 'never-signed-in' };
  }
  return null;
}

function stateSince(facts: Facts, memory: Memory): number {
  const { plist } = facts;
  const time = plist.kind === 'read' ? plist.lastSignInAt : null;
  const same = heldSince(memory.plists, (entry) => entry.state === plist.kind && entry.lastSignInAt === time);
  return same ?? facts.startedAt;
}

function workingPhase(
  { lapsesAt, overdueAt }: Timing,
  facts: Facts,
  memory: Memory,
  { warnMs }: Policy,
  horizon: Horizon,
): Pick<Standing, 'phase' | 'since'> {
  if (lapsesAt !== null) {
    if (!horizon.passed(lapsesAt - warnMs)) return { phase: 'protected', since: lapsesAt - windowMs };
    if (!horizon.passed(lapsesAt)) return { phase: 'due-soon', since: lapsesAt - warnMs };
  }
  const late = overdueAt !== null && horizon.passed(overdueAt) && ownRuns(facts).length === 0;
  if (late) return { phase: 'overdue', since: overdueAt };
  return { phase: 'checking', since: lapsesAt ?? stateSince(facts, memory) };
}
