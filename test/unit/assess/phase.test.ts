import { describe, expect, it } from 'vitest';
import { assess } from '../../../electron/assess/assess.ts';
import {
  at,
  attemptAt,
  deactivated,
  event,
  exited,
  facts,
  noon,
  policy,
  type Row,
  reading,
  run,
  seen,
  viewOf,
} from './given.ts';

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
    expect(viewOf(changes, now)).toMatchObject(expected);
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
    expect(viewOf(changes, now)).toMatchObject(expected);
  });

  it('a change to summer time moves nothing: the window is two hours of elapsed time', () => {
    const beforeChange = Date.parse('2026-03-29T00:30:00Z');
    const plist = reading({ lastSignInAt: beforeChange });
    const past = { startedAt: beforeChange, presence: { locked: false, awakeSince: beforeChange } };
    expect(viewOf({ plist, ...past }, beforeChange + 109 * 60_000)).toMatchObject({
      phase: 'protected',
      lapsesAt: Date.parse('2026-03-29T02:30:00Z'),
    });
  });

  it('a file that cannot be read for a while does not make it a new deactivation', () => {
    const unreadable = { plist: { kind: 'unreadable', why: 'no-permission' } } as const;
    const ledger = seen(
      [at.minutes(2), facts({ plist: deactivated })],
      [at.hours(24), facts(unreadable)],
      [at.hours(25), facts({ plist: deactivated })],
    );
    const { view, wants } = assess(facts({ plist: deactivated }), ledger, policy, at.hours(25));
    expect(view.since).toBe(at.minutes(1));
    expect(wants).toMatchObject([{ cause: { since: at.minutes(1), step: 3 } }]);
  });

  it('an attempt, a refusal and an event of the log from before the clock was set back say nothing of now', () => {
    const attempt = { kind: 'ended', attempt: attemptAt(at.days(1)), end: exited(at.days(1)) } as const;
    const refusal = { type: 'refused', at: at.days(1), by: 'app', why: 'offline' } as const;
    const failure = event('silent-failed', at.days(1));
    const wrong = { attempt, plist: deactivated };
    expect(viewOf(wrong, at.minutes(2), [refusal, failure])).toMatchObject({
      phase: 'deactivated',
      action: { kind: 'reactivate' },
      attempt: null,
      atRisk: false,
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

describe('evidence that arrives late never flips a phase', () => {
  it.each(['sign-in-failed', 'silent-failed', 'interactive-failed', 'signed-in'] as const)('%s', (name) => {
    for (const now of [at.minutes(1), at.minutes(112), at.minutes(122), at.hours(3)]) {
      expect(viewOf({}, now, [event(name, now - 1000)]).phase).toBe(viewOf({}, now, []).phase);
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
    expect(viewOf(changes, now)).toMatchObject(expected);
  });
});
