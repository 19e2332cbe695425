import { describe, expect, it } from 'vitest';
import { assess } from '../../../electron/assess/assess.ts';
import type { Facts } from '../../../electron/assess/facts.ts';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import type { View } from '../../../electron/assess/view.ts';
import { at, attemptAt, event, exited, facts, noon, policy, reading, run, seen } from './given.ts';

const view = (changes: Partial<Facts>, now: number, ledger?: readonly LedgerEntry[]): View =>
  assess(facts(changes), ledger ?? seen([now, facts(changes)]), policy, now).view;

type Row = readonly [rule: string, changes: Partial<Facts>, now: number, expected: Partial<View>];

const deactivated = reading({ registered: false, writtenAt: at.minutes(1) });
const later = { jamf: { kind: 'present', version: '11.12.1' } } as const;

describe('the phases, in their order', () => {
  it.each<Row>([
    [
      'a plist that cannot be read: unknown, with the reason',
      { plist: { kind: 'unreadable', why: 'malformed' } },
      at.minutes(1),
      { phase: 'unknown', reason: 'malformed', attention: false, action: { kind: 'none' } },
    ],
    [
      'a sign-in more than five minutes ahead makes no sense',
      { plist: reading({ lastSignInAt: at.seconds(301) }) },
      noon,
      { phase: 'unknown', reason: 'time-in-future' },
    ],
    [
      'a sign-in up to five minutes ahead is a clock that was corrected',
      { plist: reading({ lastSignInAt: at.minutes(5) }) },
      noon,
      { phase: 'protected' },
    ],
    [
      'without Jamf.app: unregistered',
      { jamf: { kind: 'absent' } },
      noon,
      { phase: 'unregistered', reason: 'no-jamf' },
    ],
    [
      'what Jamf has left behind never nags',
      { jamf: { kind: 'absent' }, plist: deactivated },
      noon,
      { phase: 'unregistered', reason: 'no-jamf', attention: false },
    ],
    [
      'no plist: unregistered',
      { plist: { kind: 'absent' } },
      noon,
      { phase: 'unregistered', reason: 'no-plist' },
    ],
    [
      'a plist that never held a sign-in: unregistered',
      { plist: reading({ lastSignInAt: null, registered: null }) },
      noon,
      { phase: 'unregistered', reason: 'never-signed-in' },
    ],
    [
      'an attempt of ours outranks the plist while it runs',
      { plist: deactivated, attempt: { kind: 'running', attempt: attemptAt(at.minutes(2)) } },
      at.minutes(3),
      { phase: 'reactivating', since: at.minutes(2), action: { kind: 'stop' } },
    ],
    [
      'the false flag: deactivated, whatever the time says',
      { plist: reading({ registered: false, lastSignInAt: at.days(300), writtenAt: at.minutes(1) }) },
      at.minutes(2),
      { phase: 'deactivated', since: at.minutes(1), attention: true, action: { kind: 'reactivate' } },
    ],
    [
      'the false flag without any time: deactivated',
      { plist: reading({ registered: false, lastSignInAt: null, writtenAt: at.minutes(1) }) },
      at.minutes(2),
      { phase: 'deactivated' },
    ],
    [
      'a running window: protected',
      {},
      at.minutes(1),
      {
        phase: 'protected',
        since: noon,
        lapsesAt: at.hours(2),
        nextCheckFrom: at.hours(2),
        nextCheckTo: at.minutes(135),
      },
    ],
    ['one instant before the warning time: protected', {}, at.minutes(110) - 1, { phase: 'protected' }],
    [
      'the warning time: due soon, and calm without risk',
      {},
      at.minutes(110),
      { phase: 'due-soon', since: at.minutes(110), attention: false },
    ],
    ['one instant before the lapse: due soon', {}, at.hours(2) - 1, { phase: 'due-soon' }],
    [
      'the lapse: checking, and calm without risk',
      {},
      at.hours(2),
      { phase: 'checking', since: at.hours(2), attention: false },
    ],
    ['agent interval and grace not over: checking', {}, at.minutes(140) - 1, { phase: 'checking' }],
    [
      'agent interval and grace over: overdue',
      {},
      at.minutes(140),
      { phase: 'overdue', since: at.minutes(140), attention: true, nextCheckFrom: null },
    ],
    [
      'never overdue while the agent runs',
      { agentRuns: { runs: [run(at.minutes(139))], readAt: at.minutes(139) } },
      at.minutes(150),
      { phase: 'checking' },
    ],
    [
      'registered but without a time: checking',
      { plist: reading({ lastSignInAt: null }), startedAt: noon },
      at.minutes(1),
      { phase: 'checking', lapsesAt: null },
    ],
    [
      'no recurring sign-in: protected, however old',
      later,
      at.days(40),
      { phase: 'protected', lapsesAt: null, nextCheckTo: null },
    ],
    [
      'no recurring sign-in and no time: protected',
      { ...later, plist: reading({ lastSignInAt: null }) },
      at.days(1),
      { phase: 'protected', lastSignInAt: null },
    ],
    [
      'deactivated is the same without a recurring sign-in',
      { ...later, plist: deactivated },
      at.hours(1),
      { phase: 'deactivated' },
    ],
  ])('%s', (_rule, changes, now, expected) => {
    expect(view(changes, now)).toMatchObject(expected);
  });
});

describe('what is late is only what an awake and watched Mac let pass', () => {
  it.each<Row>([
    [
      'a wake after the lapse begins the agent interval anew',
      { presence: { locked: false, awakeSince: at.hours(9) } },
      at.hours(9),
      { phase: 'checking', nextCheckFrom: at.hours(9), nextCheckTo: at.minutes(555) },
    ],
    ['so does a start of Vigil', { startedAt: at.hours(9) }, at.minutes(559), { phase: 'checking' }],
    [
      'and then it is overdue',
      { startedAt: at.hours(9) },
      at.minutes(560),
      { phase: 'overdue', since: at.minutes(560) },
    ],
    [
      'a sleeping Mac is not late',
      { presence: { locked: true, awakeSince: null } },
      at.hours(20),
      { phase: 'checking' },
    ],
    [
      'an agent with a longer interval is late later',
      { launchAgent: { kind: 'present', intervalMs: 3_600_000 } },
      at.minutes(184),
      { phase: 'checking' },
    ],
  ])('%s', (_rule, changes, now, expected) => {
    expect(view(changes, now)).toMatchObject(expected);
  });

  it('a change to summer time moves nothing: the window is two hours of elapsed time', () => {
    const beforeChange = Date.parse('2026-03-29T00:30:00Z');
    const plist = reading({ lastSignInAt: beforeChange });
    const past = { startedAt: beforeChange, presence: { locked: false, awakeSince: beforeChange } };
    expect(view({ plist, ...past }, beforeChange + 109 * 60_000)).toMatchObject({
      phase: 'protected',
      lapsesAt: Date.parse('2026-03-29T02:30:00Z'),
    });
  });

  it('a clock set back far makes the last sign-in a future one: unknown until the clock has caught up', () => {
    const { view: unknown, nextAt } = assess(
      facts({ agentRuns: { runs: [], readAt: at.minutes(-8) } }),
      [],
      policy,
      at.minutes(-8),
    );
    expect(unknown).toMatchObject({ phase: 'unknown', reason: 'time-in-future' });
    expect(nextAt).toBe(at.minutes(-5));
  });
});

describe('a sign-in window is waiting', () => {
  const running = (startedAt: number) => ({ agentRuns: { runs: [run(startedAt)], readAt: startedAt } });

  it.each<readonly [string, Partial<Facts>, number, LedgerEntry[], boolean]>([
    [
      'not while a silent sign-in may still be under way',
      running(at.hours(2)),
      at.hours(2) + 59_999,
      [],
      false,
    ],
    ['after a minute of running', running(at.hours(2)), at.hours(2) + 60_000, [], true],
    [
      'at once when the silent sign-in was seen failing',
      running(at.hours(2)),
      at.hours(2) + 2000,
      [event('silent-failed', at.hours(2) + 1000)],
      true,
    ],
    [
      'no more when the window was answered',
      running(at.hours(2)),
      at.hours(2) + 9000,
      [event('silent-failed', at.hours(2) + 1000), event('signed-in', at.hours(2) + 8000)],
      false,
    ],
    [
      'not for a silent failure of an earlier run',
      running(at.hours(2)),
      at.hours(2) + 2000,
      [event('silent-failed', at.hours(1))],
      false,
    ],
    [
      'not for the run of somebody else on this Mac',
      { agentRuns: { runs: [run(at.hours(2), { uid: 502 })], readAt: at.hours(2) } },
      at.hours(3),
      [],
      false,
    ],
    ['also on a Mac in order: a policy may have opened it', running(at.minutes(5)), at.minutes(7), [], true],
    [
      'not before this Mac is registered',
      { plist: { kind: 'absent' }, ...running(at.minutes(5)) },
      at.minutes(7),
      [],
      false,
    ],
  ])('%s', (_rule, changes, now, ledger, expected) => {
    expect(view(changes, now, ledger)).toMatchObject({ windowWaiting: expected });
  });

  it('is ours from its first moment, when its number is not on record yet', () => {
    const attempt = { kind: 'running', attempt: attemptAt(at.minutes(5), { pid: null }) } as const;
    const agentRuns = { runs: [run(at.minutes(5), { recurring: false })], readAt: at.minutes(5) };
    expect(assess(facts({ attempt, agentRuns }), [], policy, at.minutes(7)).wants).toEqual([]);
  });

  it('needs the person, whatever the phase', () => {
    expect(view(running(at.minutes(5)), at.minutes(7))).toMatchObject({
      phase: 'protected',
      attention: true,
    });
  });
});

describe('at risk means evidence', () => {
  it.each<readonly [string, LedgerEntry[], number, boolean]>([
    ['a healthy Mac is not', [], at.minutes(1), false],
    ['a silent failure counts for a day', [event('silent-failed', noon)], at.days(1) - 1, true],
    ['and then no more', [event('silent-failed', noon)], at.days(1), false],
    [
      'so does the SSO extension that does not answer',
      [event('sso-not-appsso-url', noon)],
      at.hours(23),
      true,
    ],
    ['several accounts count for five days', [event('multiple-accounts', noon)], at.days(5) - 1, true],
    ['a missed window counts for five days', [event('interactive-failed', noon)], at.days(4), true],
    ['a deactivation counts for five days', [event('sign-in-failed', noon)], at.days(5), false],
    ['a success is no risk', [event('signed-in', noon)], at.minutes(1), false],
  ])('%s', (_rule, ledger, now, expected) => {
    expect(view({ plist: reading({ lastSignInAt: now - 1000 }) }, now, ledger).atRisk).toBe(expected);
  });

  it('without the log, the history of the plist tells of a deactivation', () => {
    const ledger = seen(
      [at.hours(1), facts({ plist: reading({ registered: false, writtenAt: at.hours(1) }) })],
      [at.hours(2), facts({ plist: reading({ lastSignInAt: at.hours(2) }) })],
    );
    const plist = reading({ lastSignInAt: at.days(4) });
    expect(view({ plist }, at.days(5), ledger).atRisk).toBe(true);
    expect(
      view({ plist: reading({ lastSignInAt: at.days(6) }) }, at.days(5) + 7_200_000, ledger).atRisk,
    ).toBe(false);
  });

  it('turns the quiet phases into ones that ask for attention', () => {
    expect(view({}, at.minutes(111), [event('silent-failed', at.minutes(-10))])).toMatchObject({
      phase: 'due-soon',
      attention: true,
    });
    expect(view({}, at.minutes(121), [event('silent-failed', at.minutes(-10))])).toMatchObject({
      phase: 'checking',
      attention: true,
    });
  });
});

describe('evidence that arrives late never flips a phase', () => {
  it.each(['sign-in-failed', 'silent-failed', 'interactive-failed', 'signed-in'] as const)('%s', (name) => {
    for (const now of [at.minutes(1), at.minutes(112), at.minutes(122), at.hours(3)]) {
      expect(view({}, now, [event(name, now - 1000)]).phase).toBe(view({}, now, []).phase);
    }
  });
});

describe('an attempt', () => {
  const ended = { kind: 'ended', attempt: attemptAt(at.minutes(10)), end: exited(at.minutes(11)) } as const;

  it.each<Row>([
    [
      'settles for ten seconds after its end',
      { plist: deactivated, attempt: ended },
      at.minutes(11) + 9999,
      { phase: 'reactivating', action: { kind: 'none' } },
    ],
    [
      'then the plist decides again',
      { plist: deactivated, attempt: ended },
      at.minutes(11) + 10_000,
      { phase: 'deactivated' },
    ],
    [
      'is over as soon as the plist tells of its sign-in, though it still runs',
      {
        plist: reading({ lastSignInAt: at.minutes(10) }),
        attempt: { kind: 'running', attempt: attemptAt(at.minutes(10) + 400) },
      },
      at.minutes(11),
      { phase: 'protected' },
    ],
    [
      'that could not start does not settle',
      {
        plist: deactivated,
        attempt: {
          ...ended,
          end: exited(at.minutes(11), { how: { kind: 'could-not-start', why: 'not-trusted' } }),
        },
      },
      at.minutes(11),
      { phase: 'deactivated' },
    ],
    [
      'of which the plist cannot be read leaves the phase unknown',
      { plist: { kind: 'unreadable', why: 'empty' }, attempt: ended },
      at.minutes(11),
      { phase: 'unknown' },
    ],
  ])('%s', (_rule, changes, now, expected) => {
    expect(view(changes, now)).toMatchObject(expected);
  });
});

describe('the one action', () => {
  const failed = {
    kind: 'ended',
    attempt: attemptAt(at.minutes(10)),
    end: exited(at.minutes(10) + 20_000),
  } as const;

  it.each<Row>([
    ['is to sign in now, on a Mac that works', {}, at.minutes(1), { action: { kind: 'sign-in-now' } }],
    [
      'is blocked offline: a sign-in would switch the access off',
      { network: { kind: 'offline' } },
      at.minutes(1),
      { action: { kind: 'blocked', verb: 'sign-in-now', why: 'offline', until: null } },
    ],
    [
      'is blocked while the agent runs: its window is there already',
      { plist: deactivated, agentRuns: { runs: [run(at.minutes(3))], readAt: at.minutes(3) } },
      at.minutes(3),
      { action: { kind: 'blocked', verb: 'reactivate', why: 'agent-running', until: null } },
    ],
    [
      'waits two minutes after the beginning of one that failed: MSAL would repeat the old answer',
      { plist: deactivated, attempt: failed },
      at.minutes(11),
      { action: { kind: 'blocked', verb: 'reactivate', why: 'too-soon', until: at.minutes(12) } },
    ],
    [
      'and is free again after that',
      { plist: deactivated, attempt: failed },
      at.minutes(12),
      { action: { kind: 'reactivate' } },
    ],
  ])('%s', (_rule, changes, now, expected) => {
    expect(view(changes, now)).toMatchObject(expected);
  });
});
