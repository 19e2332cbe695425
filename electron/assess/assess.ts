import { actionOf } from './action.ts';
import { ownRuns, runWithWindow } from './agent-run.ts';
import { diagnose } from './diagnosis.ts';
import type { Facts } from './facts.ts';
import { type Horizon, nextChange, watching } from './horizon.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { type Memory, recall } from './memory.ts';
import { isAttemptOpen, viewAttempt } from './outcome.ts';
import { type Standing, standingOf } from './phase.ts';
import type { Policy } from './policy.ts';
import { isAtRisk } from './risk.ts';
import { followLogAheadMs, freshMs, secondMs } from './rules.ts';
import { timelineOf } from './timeline.ts';
import type { Assessment, Phase, View } from './view.ts';
import { wantsOf } from './wants.ts';

/** What the facts and the memory mean at `now`: pure, so that it can be asked at any instant. */
export function assess(
  facts: Facts,
  ledger: readonly LedgerEntry[],
  policy: Policy,
  now: number,
): Assessment {
  const memory = recall(ledger);
  const rule = (horizon: Horizon) => answer(facts, memory, policy, horizon);
  const first = watching(now, rule);
  // A reading that is already too old is about to be renewed; asking again at once would spin.
  const limit = Math.max(facts.agentRuns.readAt + first.answer.freshForMs, now + secondMs);
  const { view, wants, followLog } = first.answer;
  return {
    view,
    wants,
    followLog,
    nextAt: nextChange(now, limit, first, rule),
  };
}

type Answer = Omit<Assessment, 'nextAt'> & { readonly freshForMs: number };

function answer(facts: Facts, memory: Memory, policy: Policy, horizon: Horizon): Answer {
  const standing = standingOf(facts, memory, policy, horizon);
  const atRisk = isAtRisk(memory, horizon);
  const windowRun = isRegistered(standing.phase) ? runWithWindow(facts, memory, horizon) : null;
  const notifications =
    memory.notifications === 'not-asked' && policy.notificationsAllowed ? 'asked' : memory.notifications;
  const seen = { atRisk, windowWaiting: windowRun !== null, notifications };
  const view = viewOf(facts, memory, standing, seen, horizon);
  const wants = wantsOf(
    facts,
    memory,
    policy,
    { standing, atRisk, windowRun, attempt: view.attempt },
    horizon,
  );
  const pace = paceOf(standing, facts, horizon);
  const followLog = pace === 'running' || pace === 'expecting';
  return { view, wants, followLog, freshForMs: freshMs[pace] };
}

function isRegistered(phase: Phase): boolean {
  return phase !== 'unknown' && phase !== 'unregistered';
}

function paceOf(standing: Standing, facts: Facts, horizon: Horizon): keyof typeof freshMs {
  if (ownRuns(facts).length > 0 || facts.attempt.kind === 'running') return 'running';
  if (standing.phase === 'reactivating') return 'running';
  if (awaitsRun(standing, horizon)) return 'expecting';
  return standing.phase === 'overdue' ? 'late' : 'resting';
}

/** From a minute before the lapse until its outcome the agent's run is to be expected. */
function awaitsRun({ phase, timing }: Standing, horizon: Horizon): boolean {
  if (phase === 'checking') return true;
  const lapsesAt = timing?.lapsesAt ?? null;
  return phase === 'due-soon' && lapsesAt !== null && horizon.passed(lapsesAt - followLogAheadMs);
}

function viewOf(
  facts: Facts,
  memory: Memory,
  standing: Standing,
  { atRisk, windowWaiting, notifications }: Pick<View, 'atRisk' | 'windowWaiting' | 'notifications'>,
  horizon: Horizon,
): View {
  const { phase, reason, since, recurring, timing } = standing;
  const expected = timing !== null && phase !== 'overdue' && facts.launchAgent.kind === 'present';
  return {
    phase,
    reason,
    since,
    attention: windowWaiting || needsAttention(phase, atRisk),
    atRisk,
    windowWaiting,
    lastSignInAt: facts.plist.kind === 'read' ? facts.plist.lastSignInAt : null,
    lapsesAt: timing?.lapsesAt ?? null,
    nextCheckFrom: expected ? timing.nextCheckFrom : null,
    nextCheckTo: expected ? timing.nextCheckTo : null,
    recurring,
    action: actionOf(phase, facts, horizon),
    attempt: viewAttempt(facts, memory, horizon),
    findings: diagnose(memory.clues, { facts, phase, since, recurring }, horizon),
    timeline: timelineOf(memory, openAttempt(facts, horizon)),
    userName: facts.person.userName,
    jamf: facts.jamf,
    logAccess: facts.logAccess.kind,
    network: facts.network.kind,
    notifications,
  };
}

function openAttempt(facts: Facts, horizon: Horizon): string | null {
  const { attempt } = facts;
  return attempt.kind !== 'none' && isAttemptOpen(facts, horizon) ? attempt.attempt.id : null;
}

function needsAttention(phase: Phase, atRisk: boolean): boolean {
  if (phase === 'due-soon' || phase === 'checking') return atRisk;
  return phase === 'overdue' || phase === 'deactivated';
}
