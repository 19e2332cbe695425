import { describe, expect, it } from 'vitest';
import { assess } from '../../../electron/assess/assess.ts';
import type { Attempt, AttemptEnd } from '../../../electron/assess/facts.ts';
import type { LedgerEntry, PlistEntry } from '../../../electron/assess/ledger-entry.ts';
import { recall } from '../../../electron/assess/memory.ts';
import { minuteMs } from '../../../electron/assess/rules.ts';
import { statusOf } from '../../../electron/assess/status.ts';
import { type MomentKind, timelineOf } from '../../../electron/assess/timeline.ts';
import { at, attemptAt, event, exited, facts, noon, policy } from './given.ts';

/** Seconds after noon, and what happened then. */
type Told = readonly (readonly [seconds: number, kind: MomentKind])[];

function told(ledger: readonly LedgerEntry[], openAttempt: string | null = null): Told {
  return timelineOf(recall(ledger), openAttempt).map((moment) => [(moment.at - noon) / 1000, moment.kind]);
}

/** A reading of the plist; the sign-in in seconds after noon. */
function plist(seconds: number, registered: boolean | null, signedIn: number | null): PlistEntry {
  const lastSignInAt = signedIn === null ? null : at.seconds(signedIn);
  return { type: 'plist', at: at.seconds(seconds), state: 'read', lastSignInAt, registered };
}

const log = (seconds: number, name: Parameters<typeof event>[0], pid = 4242) =>
  event(name, at.seconds(seconds), { pid });

function attempt(from: number, end: (AttemptEnd & { endedAt: number }) | null, more: Partial<Attempt> = {}) {
  const entry = { type: 'attempt', attempt: attemptAt(at.seconds(from), { pid: 77, ...more }) } as const;
  return { ...entry, at: end?.endedAt ?? entry.attempt.startedAt, end } satisfies LedgerEntry;
}

/** As the agent logs it: silent, window, outcome, and then the plist. */
const missed = [
  log(0, 'silent-failed'),
  log(180, 'interactive-error'),
  log(180, 'interactive-failed'),
  log(181, 'sign-in-failed'),
  plist(183, false, -7200),
];

describe('what happened', () => {
  it.each<readonly [string, readonly LedgerEntry[], Told]>([
    ['nothing, as far as is known', [], []],
    [
      'good sign-ins, which the plist tells',
      [plist(1, true, 0), plist(7201, true, 7200)],
      [
        [0, 'signed-in'],
        [7200, 'signed-in'],
      ],
    ],
    [
      'a good sign-in, which the log and the plist tell',
      [log(0.4, 'signed-in'), plist(3, true, 0)],
      [[0, 'signed-in']],
    ],
    [
      'a plist whose file time lags behind the log: off comes last all the same',
      [
        log(0, 'silent-failed'),
        log(180, 'interactive-failed'),
        log(180.01, 'sign-in-failed'),
        plist(179.99, false, -7200),
      ],
      [
        [-7200, 'signed-in'],
        [0, 'silent-failed'],
        [180, 'window-missed'],
        [180.01, 'deactivated'],
      ],
    ],
    [
      'a window that was missed, and what came of it',
      [plist(-7200, true, -7200), ...missed],
      [
        [-7200, 'signed-in'],
        [0, 'silent-failed'],
        [180, 'window-missed'],
        [181, 'deactivated'],
      ],
    ],
    [
      'the same where the log cannot be read',
      [plist(-7200, true, -7200), plist(183, false, -7200)],
      [
        [-7200, 'signed-in'],
        [183, 'deactivated'],
      ],
    ],
    [
      'a Mac that was off when Vigil came: the log knows since when',
      [plist(900, false, -7200), log(181, 'sign-in-failed')],
      [
        [-7200, 'signed-in'],
        [181, 'deactivated'],
      ],
    ],
    [
      'a window that was closed',
      [
        log(0, 'silent-failed'),
        log(9, 'interactive-cancelled'),
        log(9, 'interactive-failed'),
        log(9, 'sign-in-failed'),
      ],
      [
        [0, 'silent-failed'],
        [9, 'window-cancelled'],
        [9, 'deactivated'],
      ],
    ],
    [
      'a window that was answered',
      [log(0, 'silent-failed'), log(60, 'signed-in'), plist(62, true, 60)],
      [
        [0, 'silent-failed'],
        [60, 'signed-in'],
      ],
    ],
    [
      'a window that failed for a known reason',
      [
        log(0, 'silent-failed'),
        event('interactive-error', at.seconds(40), { domain: 'NSURLErrorDomain', code: -1202 }),
      ],
      [
        [0, 'silent-failed'],
        [40, 'window-failed'],
      ],
    ],
    [
      'no window at all, because there was no network',
      [
        event('silent-failed', at.seconds(0), { domain: 'NSURLErrorDomain', code: -1009 }),
        event('interactive-error', at.seconds(1), { domain: 'NSURLErrorDomain', code: -1009 }),
        log(1, 'interactive-failed'),
        log(1, 'sign-in-failed'),
      ],
      [
        [0, 'silent-failed'],
        [1, 'deactivated'],
      ],
    ],
    [
      'a re-activation here, told by log, plist and attempt',
      [
        ...missed,
        attempt(600, null),
        log(605, 'silent-failed', 77),
        log(640.6, 'signed-in', 77),
        attempt(600, exited(at.seconds(641))),
        plist(642, true, 640),
      ],
      [
        [-7200, 'signed-in'],
        [0, 'silent-failed'],
        [180, 'window-missed'],
        [181, 'deactivated'],
        [640, 'reactivated'],
      ],
    ],
    [
      'a re-activation by hand, without a newer sign-in',
      [plist(0, false, -60), plist(600, true, -60)],
      [
        [-60, 'signed-in'],
        [0, 'deactivated'],
        [600, 'reactivated'],
      ],
    ],
    [
      'off, on and off again within seconds',
      [plist(0, false, null), plist(20, true, 19), plist(31, false, 19)],
      [
        [0, 'deactivated'],
        [19, 'reactivated'],
        [31, 'deactivated'],
      ],
    ],
    [
      'a sign-in here that failed on a Mac that was off already',
      [
        plist(0, false, null),
        log(65, 'silent-failed', 77),
        log(90, 'interactive-failed', 77),
        log(90, 'sign-in-failed', 77),
        attempt(60, exited(at.seconds(91))),
      ],
      [
        [0, 'deactivated'],
        [91, 'attempt-failed'],
      ],
    ],
    [
      'a sign-in here that switched a working Mac off',
      [
        plist(0, true, -1),
        log(90, 'sign-in-failed', 77),
        attempt(60, exited(at.seconds(91))),
        plist(92, false, -1),
      ],
      [
        [-1, 'signed-in'],
        [90, 'deactivated'],
        [91, 'attempt-failed'],
      ],
    ],
    [
      'a sign-in here whose window was closed',
      [
        log(65, 'silent-failed', 77),
        log(90, 'interactive-cancelled', 77),
        attempt(60, exited(at.seconds(91))),
      ],
      [[91, 'window-cancelled']],
    ],
    [
      'a sign-in here that the person stopped',
      [attempt(60, exited(at.seconds(80), { how: { kind: 'stopped' } }))],
      [[80, 'attempt-stopped']],
    ],
    [
      'a sign-in here that only claims to have worked',
      [attempt(60, exited(at.seconds(80), { claims: 'acquired' }))],
      [],
    ],
    [
      'sign-ins that were asked for and not started; a second click says nothing new',
      [
        { type: 'refused', at: at.seconds(5), by: 'app', why: 'offline' },
        { type: 'refused', at: at.seconds(9), by: 'app', why: 'offline' },
        attempt(600, exited(at.seconds(600), { how: { kind: 'could-not-start', why: 'spawn-failed' } })),
      ],
      [
        [5, 'not-started'],
        [600, 'not-started'],
      ],
    ],
    [
      'a time that somebody set back, or that lies ahead, is no sign-in',
      [plist(0, true, 0), plist(60, true, -3600), plist(120, true, 9000), plist(180, true, 170)],
      [
        [0, 'signed-in'],
        [170, 'signed-in'],
      ],
    ],
  ])('%s', (_what, ledger, expected) => {
    expect(told(ledger)).toEqual(expected);
  });

  it('a sign-in that is not settled has no outcome yet', () => {
    const ledger = [attempt(60, exited(at.seconds(80)))];
    expect(told(ledger, 'a1')).toEqual([]);
    expect(told(ledger)).toEqual([[80, 'attempt-failed']]);
  });

  it('is at most the newest sixty moments, each in its place', () => {
    const week = Array.from({ length: 84 }, (_, i) => plist(i * 7200 + 1, true, i * 7200));
    const moments = told(week);
    expect(moments).toHaveLength(60);
    expect(moments.at(-1)).toEqual([83 * 7200, 'signed-in']);
  });
});

describe('the view', () => {
  it('holds the timeline in absolute times: it does not change with the minutes, nor what fleets read', () => {
    const ledger = [plist(-7000, true, -7200), plist(1, true, 0)];
    const first = assess(facts(), ledger, policy, at.minutes(1));
    const second = assess(facts(), ledger, policy, at.minutes(9));
    expect(first.view.timeline.map(({ kind }) => kind)).toEqual(['signed-in', 'signed-in']);
    expect(second.view.timeline).toEqual(first.view.timeline);
    const told = { assessedAt: at.minutes(1), vigilVersion: '1', pid: null };
    expect(Object.keys(statusOf(first, told))).not.toContain('timeline');
  });

  it('leaves the outcome of a sign-in open until it has settled', () => {
    const ended = {
      kind: 'ended',
      attempt: attemptAt(noon, { pid: 77 }),
      end: exited(at.seconds(60)),
    } as const;
    const ledger = [attempt(0, exited(at.seconds(60)))];
    const given = facts({
      plist: { kind: 'read', lastSignInAt: null, registered: false, writtenAt: noon - minuteMs },
      attempt: ended,
    });
    const kinds = (now: number) => assess(given, ledger, policy, now).view.timeline.map(({ kind }) => kind);
    expect(kinds(at.seconds(65))).toEqual([]);
    expect(kinds(at.seconds(70))).toEqual(['attempt-failed']);
  });
});
