import type { LogEvent, LogEventName } from '../log-event.ts';
import { hourMs } from '../rules.ts';

/** One sign-in of the agent, as its lines tell it. */
export type SignIn = {
  readonly events: readonly LogEvent[];
  readonly startedAt: number;
  readonly endedAt: number;
  readonly failed: boolean;
};

/** The lines of the agent itself; those of macOS come from other processes and at any time. */
const ofAgent: ReadonlySet<LogEventName> = new Set([
  'flow-begun',
  'flow-finished',
  'fell-back',
  'fallback-considered',
  'aad-error',
  'http-error',
  'interaction-required',
  'extension-error',
  'extension-cancelled',
  'account-missing',
  'no-refresh-token',
  'refresh-token-removed',
  'throttled',
  'token-acquired',
  'silent-failed',
  'interactive-error',
  'interactive-cancelled',
  'interactive-failed',
  'sign-in-failed',
  'signed-in',
]);

const failures: ReadonlySet<LogEventName> = new Set([
  'silent-failed',
  'interactive-error',
  'interactive-cancelled',
  'interactive-failed',
  'sign-in-failed',
]);

const ends: ReadonlySet<LogEventName> = new Set(['sign-in-failed', 'signed-in']);

/** A window may wait for hours; after that the process id belongs to another run. */
const longestPauseMs = 12 * hourMs;

/** The sign-ins in `events` (oldest first), by process: each ends with the agent's own word on it. */
export function signInsOf(events: readonly LogEvent[]): readonly SignIn[] {
  const open = new Map<number, LogEvent[]>();
  const all: LogEvent[][] = [];
  for (const event of events) {
    if (!ofAgent.has(event.name)) continue;
    let signIn = open.get(event.pid);
    if (signIn === undefined || event.at - (signIn.at(-1)?.at ?? 0) > longestPauseMs) {
      signIn = [];
      all.push(signIn);
      open.set(event.pid, signIn);
    }
    signIn.push(event);
    if (ends.has(event.name)) open.delete(event.pid);
  }
  return all.map((lines) => ({
    events: lines,
    startedAt: lines[0]?.at ?? 0,
    endedAt: lines.at(-1)?.at ?? 0,
    failed: lines.some(({ name }) => failures.has(name)),
  }));
}
