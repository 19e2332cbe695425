import { describe, expect, it } from 'vitest';
import { assess } from '../../../electron/assess/assess.ts';
import type { Facts } from '../../../electron/assess/facts.ts';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import { at, facts, policy } from './given.ts';

const signIns = (...times: readonly number[]): LedgerEntry[] =>
  times.map((lastSignInAt) => ({
    type: 'plist',
    at: lastSignInAt,
    state: 'read',
    lastSignInAt,
    registered: true,
  }));

const recurring = (changes: Partial<Facts>, ledger: LedgerEntry[] = []) =>
  assess(facts(changes), ledger, policy, at.hours(5)).view.recurring;

const version = (text: string | null): Partial<Facts> => ({ jamf: { kind: 'present', version: text } });

describe('whether this Mac signs in by itself every two hours', () => {
  it.each<readonly [string, Partial<Facts>, LedgerEntry[], boolean]>([
    ['before Jamf Pro 11.5 it does', version('11.4.1'), [], true],
    ['from 11.5 on it does not', version('11.5.0'), [], false],
    ['11.12 is after 11.5', version('11.12.0'), [], false],
    ['10.50 is before', version('10.50.0-t1696333555'), [], true],
    ['12.0 is after', version('12.0'), [], false],
    ['an unknown version with the agent in place counts as before', version(null), [], true],
    ['a version that is none counts as unknown', version('latest'), [], true],
    [
      'an unknown version without the agent',
      { ...version(null), launchAgent: { kind: 'absent' } },
      [],
      false,
    ],
    [
      'two gaps of two hours in a row show it',
      version('11.12'),
      signIns(at.hours(0), at.minutes(125), at.minutes(250)),
      true,
    ],
    [
      'one gap may be a policy that ran twice',
      version('11.12'),
      signIns(at.hours(0), at.minutes(125)),
      false,
    ],
    [
      'longer gaps are something else',
      version('11.12'),
      signIns(at.hours(0), at.minutes(141), at.minutes(282)),
      false,
    ],
    ['shorter ones too', version('11.12'), signIns(at.hours(0), at.minutes(119), at.minutes(238)), false],
    [
      'gaps over a sleep prove nothing',
      version('11.12'),
      [...signIns(at.hours(0), at.minutes(125), at.minutes(250)), { type: 'woke', at: at.minutes(200) }],
      false,
    ],
  ])('%s', (_rule, changes, ledger, expected) => {
    expect(recurring(changes, ledger)).toBe(expected);
  });

  it('nothing speaks of a window where there is none', () => {
    const { view } = assess(facts(version('11.12.1')), [], policy, at.hours(50));
    expect(view).toMatchObject({
      phase: 'protected',
      lapsesAt: null,
      nextCheckFrom: null,
      nextCheckTo: null,
    });
    expect(view.findings.map(({ id }) => id)).toEqual(['recurring-removed']);
  });
});
