import { assess } from '../../../electron/assess/assess.ts';
import type { Attempt, AttemptEnd, Facts, PlistReading } from '../../../electron/assess/facts.ts';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import type { LogEvent, LogEventName } from '../../../electron/assess/log-event.ts';
import type { Policy } from '../../../electron/assess/policy.ts';
import { news } from '../../../electron/assess/remember.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../electron/assess/rules.ts';
import type { View } from '../../../electron/assess/view.ts';

/** A Wednesday at noon; every time in the tests of the assessment is told from here. */
export const noon = Date.parse('2026-11-25T12:00:00Z');

export const at = {
  seconds: (n: number) => noon + n * secondMs,
  minutes: (n: number) => noon + n * minuteMs,
  hours: (n: number) => noon + n * hourMs,
  days: (n: number) => noon + n * dayMs,
} as const;

export const policy: Policy = {
  warnMs: 10 * minuteMs,
  warnBeforeLapse: 'atRisk',
  notificationsAllowed: false,
};

/** A plist that was read: a good sign-in at noon, unless told otherwise. */
export function reading(changes: Partial<PlistReading> = {}): PlistReading {
  const lastSignInAt = changes.lastSignInAt === undefined ? noon : changes.lastSignInAt;
  return { kind: 'read', lastSignInAt, registered: true, writtenAt: lastSignInAt ?? noon, ...changes };
}

/** A healthy Mac on Jamf Pro 11.4 whose last sign-in was at noon. */
export function facts(changes: Partial<Facts> = {}): Facts {
  return {
    plist: reading(),
    launchAgent: { kind: 'present', intervalMs: 15 * minuteMs },
    jamf: { kind: 'present', version: '11.4.0' },
    agentRuns: { runs: [], readAt: noon },
    logAccess: { kind: 'granted' },
    presence: { locked: false, awakeSince: at.hours(-5) },
    network: { kind: 'online' },
    attempt: { kind: 'none' },
    person: { uid: 501, userName: 'alex' },
    invalidSettings: [],
    startedAt: at.hours(-4),
    ...changes,
  };
}

/** The ledger as it is after these facts were seen, one after the other. */
export function seen(...steps: readonly (readonly [now: number, facts: Facts])[]): LedgerEntry[] {
  const ledger: LedgerEntry[] = [];
  for (const [now, step] of steps) ledger.push(...news(step, ledger, now));
  return ledger;
}

export function event(name: LogEventName, eventAt: number, more: Partial<LogEvent> = {}): LedgerEntry {
  return {
    type: 'log',
    at: eventAt,
    event: { name, at: eventAt, key: `${name}@${eventAt}`, pid: 4242, ...more },
  };
}

export function run(startedAt: number, more: Partial<Facts['agentRuns']['runs'][number]> = {}) {
  return { pid: 4242, uid: 501, startedAt, recurring: true, ...more };
}

export function attemptAt(startedAt: number, more: Partial<Attempt> = {}): Attempt {
  return { id: 'a1', startedAt, by: 'app', pid: 4242, ...more };
}

export function exited(endedAt: number, more: Partial<AttemptEnd> = {}): AttemptEnd {
  return { endedAt, how: { kind: 'exited', code: 0, signal: null }, claims: null, ...more };
}

/** What the person sees then, of a Mac that differs in this from a healthy one. */
export function viewOf(changes: Partial<Facts>, now: number, ledger?: readonly LedgerEntry[]): View {
  return assess(facts(changes), ledger ?? seen([now, facts(changes)]), policy, now).view;
}

/** A rule, the Mac that it is shown on, and what of the view it is about. */
export type Row = readonly [rule: string, changes: Partial<Facts>, now: number, expected: Partial<View>];

/** Deactivated a minute after noon. */
export const deactivated = reading({ registered: false, writtenAt: at.minutes(1) });
