import type { AgentRun, Facts } from './facts.ts';
import type { Horizon } from './horizon.ts';
import type { LogEventName } from './log-event.ts';
import type { Memory } from './memory.ts';
import { windowWaitingMs } from './rules.ts';

/** The person's own runs of the agent; other people's sign-ins on this Mac are not their business. */
export function ownRuns({ agentRuns, person }: Facts): readonly AgentRun[] {
  return agentRuns.runs.filter((run) => person.uid === null || run.uid === person.uid);
}

/** Whether the run is the attempt that Vigil (the app or its command line) started. */
export function isOurs(run: AgentRun, { attempt }: Facts): boolean {
  if (attempt.kind !== 'running') return false;
  const { pid, startedAt } = attempt.attempt;
  // For a moment the process exists and its number is not recorded yet.
  return pid === null ? run.startedAt >= wholeSecond(startedAt) && !run.recurring : run.pid === pid;
}

/** The first run that has a sign-in window open, as far as can be told without seeing windows. */
export function runWithWindow(facts: Facts, memory: Memory, horizon: Horizon): AgentRun | null {
  const waiting = (run: AgentRun) =>
    horizon.passed(run.startedAt + windowWaitingMs) || silentFailureUnanswered(run, memory);
  return ownRuns(facts).find(waiting) ?? null;
}

/** The events that say how far a sign-in has come; the others only explain. */
const stages: readonly LogEventName[] = [
  'silent-failed',
  'interactive-cancelled',
  'interactive-error',
  'interactive-failed',
  'sign-in-failed',
  'signed-in',
];

/** Whether the event is a step of a sign-in. */
export function isStage(name: LogEventName): boolean {
  return stages.includes(name);
}

/** The silent sign-in of this run has failed and nothing has come of the window yet. */
function silentFailureUnanswered(run: AgentRun, { events }: Memory): boolean {
  const ofRun = events.filter((event) => event.pid === run.pid && event.at >= wholeSecond(run.startedAt));
  const last = ofRun.findLast((event) => isStage(event.name));
  return last?.name === 'silent-failed';
}

/** Process starts and plist times may come in whole seconds: compare with the second's beginning. */
export function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
