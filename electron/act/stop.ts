import { setTimeout as delay } from 'node:timers/promises';
import type { AttemptRecord } from '../attempt-record.ts';
import { adoptAttempt } from './adopt.ts';
import { changeOpenRecord } from './attempt-record.ts';
import type { ActDeps } from './deps.ts';
import { isAgentAlive } from './processes.ts';

export type StopResult =
  | { readonly kind: 'stopped' }
  /** It was over already, or never began. */
  | { readonly kind: 'nothing-to-stop' }
  | { readonly kind: 'failed'; readonly why: string };

/** What the agent gets to close its window before it is killed. */
const usualGraceMs = 5_000;
const lookEveryMs = 100;

/**
 * The person's Stop: ends the sign-in, whoever started it and whoever watches it. Only ever called by a click; nothing
 * in Vigil ends a sign-in by the clock, as somebody may be typing a code into its window. Never rejects.
 */
export async function stopAttempt(deps: ActDeps, graceMs = usualGraceMs): Promise<StopResult> {
  try {
    // First the record: whoever sees the agent end then knows that it was stopped.
    const record = await changeOpenRecord(deps, (open) => ({
      ...open,
      stopAskedAt: open.stopAskedAt ?? Date.now(),
    }));
    if (record === null || !(await isRunning(deps, record))) return { kind: 'nothing-to-stop' };
    const gone =
      (await endBy('SIGTERM', record, deps, graceMs)) || (await endBy('SIGKILL', record, deps, graceMs));
    return gone ? { kind: 'stopped' } : { kind: 'failed', why: 'it runs on in spite of SIGKILL' };
  } catch (error) {
    deps.log.error('a sign-in could not be stopped', error);
    return { kind: 'failed', why: String(error) };
  } finally {
    await adoptAttempt(deps);
  }
}

async function endBy(
  signal: 'SIGTERM' | 'SIGKILL',
  record: AttemptRecord,
  deps: ActDeps,
  graceMs: number,
): Promise<boolean> {
  deps.log.info('stopping a sign-in', record.id, signal);
  signalGroup(record.pid, signal);
  const givenUpAt = performance.now() + graceMs;
  while (await isRunning(deps, record)) {
    if (performance.now() >= givenUpAt) return false;
    await delay(lookEveryMs);
  }
  return true;
}

async function isRunning({ mac }: ActDeps, record: AttemptRecord): Promise<boolean> {
  return isAgentAlive(record, await mac.agentRuns());
}

/** The group: what the agent has started goes with it. */
function signalGroup(pid: number | null, signal: NodeJS.Signals): void {
  if (pid === null) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone already, or macOS refuses a group that is about to go: whether it lives is asked afterwards anyway.
  }
}
