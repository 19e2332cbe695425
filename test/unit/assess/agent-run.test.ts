import { describe, expect, it } from 'vitest';
import { assess } from '../../../electron/assess/assess.ts';
import type { Facts } from '../../../electron/assess/facts.ts';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import { at, attemptAt, event, facts, policy, run, viewOf } from './given.ts';

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
    expect(viewOf(changes, now, ledger)).toMatchObject({ windowWaiting: expected });
  });

  it('is ours from its first moment, when its number is not on record yet', () => {
    const attempt = { kind: 'running', attempt: attemptAt(at.minutes(5), { pid: null }) } as const;
    const agentRuns = { runs: [run(at.minutes(5), { recurring: false })], readAt: at.minutes(5) };
    expect(assess(facts({ attempt, agentRuns }), [], policy, at.minutes(7)).wants).toEqual([]);
  });

  it('needs the person, whatever the phase', () => {
    expect(viewOf(running(at.minutes(5)), at.minutes(7))).toMatchObject({
      phase: 'protected',
      attention: true,
    });
  });
});
