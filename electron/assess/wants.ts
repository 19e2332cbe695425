import { isOurs } from './agent-run.ts';
import type { AgentRun, Facts } from './facts.ts';
import type { Horizon } from './horizon.ts';
import type { Memory } from './memory.ts';
import type { Standing } from './phase.ts';
import type { Policy } from './policy.ts';
import { dayMs, hourMs, resultNotifiedMs, resultShownMs } from './rules.ts';
import type { AttemptView, Want } from './view.ts';

type Situation = {
  readonly standing: Standing;
  readonly atRisk: boolean;
  readonly windowRun: AgentRun | null;
  readonly attempt: AttemptView | null;
};

/**
 * The notifications that should stand now. Behind a lock nothing new is wanted (nobody would see it, and it would be old
 * news at unlock); what already stands may stay.
 */
export function wantsOf(
  facts: Facts,
  memory: Memory,
  policy: Policy,
  situation: Situation,
  horizon: Horizon,
): Want[] {
  const result = resultWant(situation, facts, horizon);
  const wanted = [
    deactivatedWant(situation.standing, result, memory, facts, horizon),
    dueSoonWant(situation, policy),
    windowWant(situation.windowRun, facts),
    overdueWant(situation.standing),
    result,
  ].filter((want) => want !== null);
  return facts.presence.locked ? wanted.filter((want) => memory.posted.has(want.key)) : wanted;
}

/** Reminders at once, after 1, 4 and 24 hours, then once a working day; only the latest due one counts. */
function deactivatedWant(
  { phase, since }: Standing,
  result: Want | null,
  memory: Memory,
  { presence }: Facts,
  horizon: Horizon,
): Want | null {
  if (phase !== 'deactivated') return null;
  const due = latestReminder(since, horizon);
  const key = (step: number) => `deactivated:${since}/${step}`;
  if (presence.locked) {
    for (let step = due; step >= 0; step--) {
      if (memory.standing.has(key(step)))
        return { key: key(step), cause: { kind: 'deactivated', since, step } };
    }
  }
  // The result of the attempt that deactivated this Mac has just said it.
  if (due === 0 && result !== null) return null;
  return { key: key(due), cause: { kind: 'deactivated', since, step: due } };
}

function latestReminder(since: number, horizon: Horizon): number {
  const first = [0, hourMs, 4 * hourMs, dayMs].map((delayMs) => since + delayMs);
  let step = 0;
  for (const at of first.slice(1)) {
    if (!horizon.passed(at)) return step;
    step += 1;
  }
  // A year of reminders bounds the loop; by then the ledger has forgotten the beginning anyway.
  let at = since + dayMs;
  for (let day = 0; day < 366; day++) {
    at = nextWorkingMorning(at);
    if (!horizon.passed(at)) return step;
    step += 1;
  }
  return step;
}

/** 09:00 on the next Monday to Friday after the day of `at`, in the zone of this Mac. */
export function nextWorkingMorning(at: number): number {
  const morning = new Date(at);
  do {
    morning.setDate(morning.getDate() + 1);
  } while (morning.getDay() === 0 || morning.getDay() === 6);
  return morning.setHours(9, 0, 0, 0);
}

function dueSoonWant({ standing, atRisk }: Situation, { warnBeforeLapse }: Policy): Want | null {
  const lapsesAt = standing.timing?.lapsesAt ?? null;
  if (standing.phase !== 'due-soon' || lapsesAt === null) return null;
  if (warnBeforeLapse === 'never' || (warnBeforeLapse === 'atRisk' && !atRisk)) return null;
  return {
    key: `window:${lapsesAt}/due-soon`,
    cause: { kind: 'due-soon', lapsesAt },
  };
}

/** A window of our own attempt is on the screen of the person who clicked: the popover says so, no notification. */
function windowWant(run: AgentRun | null, facts: Facts): Want | null {
  if (run === null || isOurs(run, facts)) return null;
  return {
    key: `run:${run.pid}:${run.startedAt}/window`,
    cause: { kind: 'window-waiting' },
  };
}

function overdueWant({ phase, since, timing }: Standing): Want | null {
  if (phase !== 'overdue') return null;
  const lapsedAt = timing?.lapsesAt ?? null;
  return {
    key: `window:${lapsedAt ?? since}/overdue`,
    cause: { kind: 'overdue', lapsedAt },
  };
}

function resultWant(
  { attempt, standing }: Situation,
  { attempt: fact }: Facts,
  horizon: Horizon,
): Want | null {
  // Who asked on the command line is answered there.
  if (attempt === null || attempt.outcome === null || attempt.by === 'cli') return null;
  const endedAt =
    fact.kind === 'ended' && fact.attempt.id === attempt.id ? fact.end.endedAt : attempt.startedAt;
  if (horizon.passed(endedAt + (standing.phase === 'deactivated' ? resultShownMs : resultNotifiedMs)))
    return null;
  return {
    key: `attempt:${attempt.id}/result`,
    cause: { kind: 'result', outcome: attempt.outcome },
  };
}
