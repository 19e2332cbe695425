import type { Finding, FindingId } from '../../../electron/assess/findings/finding.ts';
import type { Moment } from '../../../electron/assess/timeline.ts';
import type { View } from '../../../electron/assess/view.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** Wednesday, 25 November 2026, 13:08 in Greenwich. */
export const now = Date.UTC(2026, 10, 25, 13, 8);
const signedInAt = Date.UTC(2026, 10, 25, 12, 20);
const lapsesAt = signedInAt + 2 * hourMs;

/** A finding of which a view needs no more than its name, unless told otherwise. */
export function finding(id: FindingId, changes: Partial<Finding> = {}): Finding {
  return {
    id,
    acts: 'either',
    confidence: 'likely',
    because: 'many-lines',
    evidence: [],
    count: 3,
    curedAt: null,
    codes: [],
    steps: [],
    entra: null,
    ...changes,
  };
}

const signInAgain = { id: 'sign-in-again', by: 'person', cost: 'window', version: null } as const;
const finishWindow = { id: 'finish-window', by: 'person', cost: null, version: null } as const;
const lookUp = { id: 'look-up-sign-in', by: 'it', cost: null, version: null } as const;
const reviewRules = { id: 'review-rules', by: 'it', cost: 'looser-rule', version: null } as const;

const missed = finding('window-missed', {
  because: 'long-unanswered',
  evidence: [
    {
      key: 'k2',
      at: Date.UTC(2026, 10, 25, 12, 51),
      name: 'interactive-failed',
      line: 'Did not get a token from acquireTokenInteractive, sending an empty token.',
    },
  ],
  count: 1,
  steps: [signInAgain, finishWindow, lookUp],
});

const rules = finding('conditional-access', {
  because: 'entra-says-so',
  evidence: [
    {
      key: 'k1',
      at: Date.UTC(2026, 10, 25, 12, 46),
      name: 'aad-error',
      line: 'Processing an AAD error with error code -51412, error invalid_grant <b>',
    },
  ],
  codes: [
    {
      family: 'aadsts',
      code: 53_003,
      name: 'AADSTS53003',
      meaning: 'A policy refuses the sign-in.',
      category: 'policy',
      acts: 'it',
    },
  ],
  steps: [signInAgain, lookUp, reviewRules],
  entra: {
    apps: [
      { id: 'b03c', name: 'User registration app' },
      { id: 'dd4f', name: 'Cloud Connector' },
    ],
    account: 'alex',
    fromAt: Date.UTC(2026, 10, 25, 12, 44),
    toAt: Date.UTC(2026, 10, 25, 12, 53),
    correlationIds: ['7F67'],
  },
});

/** Good sign-ins every two hours, up to and with the one at `until`. */
function quietDay(until: number): readonly Moment[] {
  return Array.from({ length: 14 }, (_, i) => ({ at: until - (13 - i) * 2 * hourMs, kind: 'signed-in' }));
}

/** A healthy Mac on Jamf Pro 11.4, 48 minutes after its last sign-in. */
export const healthy = {
  phase: 'protected',
  reason: null,
  since: signedInAt,
  attention: false,
  atRisk: false,
  windowWaiting: false,
  lastSignInAt: signedInAt,
  lapsesAt,
  nextCheckFrom: lapsesAt,
  nextCheckTo: lapsesAt + 15 * minuteMs,
  recurring: true,
  action: { kind: 'sign-in-now' },
  attempt: null,
  findings: [],
  timeline: [],
  userName: 'alex',
  jamf: { kind: 'present', version: '11.4.2' },
  logAccess: 'granted',
  network: 'online',
  notifications: 'asked',
} as const satisfies View;

const nothingExpected = { lapsesAt: null, nextCheckFrom: null, nextCheckTo: null } as const;

const lost: View = {
  ...healthy,
  ...nothingExpected,
  phase: 'deactivated',
  since: Date.UTC(2026, 10, 25, 12, 51),
  attention: true,
  action: { kind: 'reactivate' },
  findings: [],
};

const soon: View = {
  ...healthy,
  phase: 'due-soon',
  lapsesAt: now + 7 * minuteMs,
  nextCheckFrom: now + 7 * minuteMs,
  nextCheckTo: now + 22 * minuteMs,
  lastSignInAt: now + 7 * minuteMs - 2 * hourMs,
};

const lapsed: View = {
  ...healthy,
  phase: 'checking',
  lapsesAt: now - 3 * minuteMs,
  nextCheckFrom: now - 3 * minuteMs,
  nextCheckTo: now + 12 * minuteMs,
  lastSignInAt: now - 3 * minuteMs - 2 * hourMs,
};

const running = { id: 'a', startedAt: now - 20_000, by: 'app', outcome: null, isSeen: false } as const;
const risk = { atRisk: true, attention: true } as const;
const busy = { kind: 'blocked', verb: 'sign-in-now', why: 'agent-running', until: null } as const;

/** Recorded views, one for each thing that the popover can look like. */
export const views = {
  protected: healthy,
  'protected, not asked for notifications': { ...healthy, notifications: 'not-asked' },
  'protected, notifications off': { ...healthy, notifications: 'failed' },
  'protected, after a quiet day': { ...healthy, timeline: quietDay(signedInAt) },
  'protected, with a cause': {
    ...healthy,
    findings: [
      finding('sso-extension-network', {
        acts: 'it',
        steps: [{ id: 'try-other-network', by: 'person', cost: null, version: null }],
      }),
    ],
  },
  'protected, Jamf Pro 11.12': {
    ...healthy,
    ...nothingExpected,
    recurring: false,
    findings: [finding('recurring-removed')],
    jamf: { kind: 'present', version: '11.12.1' },
  },
  'protected, standard user': { ...healthy, logAccess: 'denied', findings: [finding('log-access-denied')] },
  'protected, offline': {
    ...healthy,
    network: 'offline',
    findings: [finding('offline')],
    action: { kind: 'blocked', verb: 'sign-in-now', why: 'offline', until: null },
  },
  'protected, just signed in': {
    ...healthy,
    lastSignInAt: now - minuteMs,
    lapsesAt: now + 119 * minuteMs,
    nextCheckFrom: now + 119 * minuteMs,
    nextCheckTo: now + 134 * minuteMs,
    attempt: { ...running, outcome: { kind: 'signed-in' } },
  },
  'due-soon': soon,
  'due-soon, at risk': { ...soon, ...risk, findings: [finding('conditional-access')] },
  checking: lapsed,
  'checking, at risk': {
    ...lapsed,
    ...risk,
    findings: [finding('sso-extension-network'), finding('multiple-accounts')],
  },
  'checking, window waiting': { ...lapsed, ...risk, windowWaiting: true, action: busy },
  overdue: {
    ...lapsed,
    phase: 'overdue',
    attention: true,
    nextCheckFrom: null,
    nextCheckTo: null,
    findings: [finding('agent-not-running')],
  },
  reactivating: {
    ...lost,
    phase: 'reactivating',
    attention: false,
    action: { kind: 'stop' },
    attempt: running,
    findings: [],
  },
  'reactivating, window waiting': {
    ...lost,
    phase: 'reactivating',
    windowWaiting: true,
    action: { kind: 'stop' },
    attempt: running,
    findings: [],
  },
  deactivated: lost,
  'deactivated, by rules': {
    ...lost,
    findings: [missed, rules, finding('log-access-denied')],
    timeline: [
      ...quietDay(signedInAt),
      { at: Date.UTC(2026, 10, 25, 12, 46), kind: 'silent-failed' },
      { at: Date.UTC(2026, 10, 25, 12, 51), kind: 'window-missed' },
      { at: Date.UTC(2026, 10, 25, 12, 51), kind: 'deactivated' },
    ],
  },
  'deactivated, sign-in failed': {
    ...lost,
    action: { kind: 'blocked', verb: 'reactivate', why: 'too-soon', until: now + 2 * minuteMs },
    attempt: {
      ...running,
      outcome: {
        kind: 'failed',
        known: { name: 'aad-error', at: now, key: 'k', pid: 1, oauthError: 'invalid_grant' },
      },
    },
  },
  'deactivated, cancelled': { ...lost, attempt: { ...running, outcome: { kind: 'cancelled' } } },
  'deactivated, offline': {
    ...lost,
    network: 'offline',
    action: { kind: 'blocked', verb: 'reactivate', why: 'offline', until: null },
    findings: [finding('offline', { because: 'seen-now' }), missed],
  },
  'deactivated, since last week': { ...lost, since: now - 8 * 24 * hourMs },
  'unregistered, no Jamf': {
    ...healthy,
    ...nothingExpected,
    phase: 'unregistered',
    reason: 'no-jamf',
    recurring: false,
    lastSignInAt: null,
    action: { kind: 'none' },
    jamf: { kind: 'absent' },
  },
  'unregistered, no sign-in': {
    ...healthy,
    ...nothingExpected,
    phase: 'unregistered',
    reason: 'never-signed-in',
    lastSignInAt: null,
    action: { kind: 'none' },
  },
  'unknown, damaged': {
    ...healthy,
    ...nothingExpected,
    phase: 'unknown',
    reason: 'malformed',
    lastSignInAt: null,
    action: { kind: 'none' },
  },
  'unknown, time in future': {
    ...healthy,
    ...nothingExpected,
    phase: 'unknown',
    reason: 'time-in-future',
    lastSignInAt: now + 26 * hourMs,
    action: { kind: 'none' },
  },
} as const satisfies Readonly<Record<string, View>>;

export type Recorded = keyof typeof views;

/** All recorded views with their names, for tables of tests. */
export const recorded: readonly (readonly [string, View])[] = Object.entries(views);
