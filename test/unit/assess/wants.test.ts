import { describe, expect, it } from 'vitest';
import { assess } from '../../../electron/assess/assess.ts';
import type { Facts } from '../../../electron/assess/facts.ts';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import type { Policy } from '../../../electron/assess/policy.ts';
import { minuteMs } from '../../../electron/assess/rules.ts';
import { nextWorkingMorning } from '../../../electron/assess/wants.ts';
import { at, attemptAt, event, exited, facts, policy, reading, run, seen } from './given.ts';

const off = facts({ plist: reading({ registered: false, writtenAt: at.minutes(1) }) });
const offLedger = seen([at.minutes(1), off]);
const since = at.minutes(1);
const locked: Partial<Facts> = { presence: { locked: true, awakeSince: at.hours(-5) } };

const keys = (given: Facts, now: number, ledger: readonly LedgerEntry[] = [], chosen: Policy = policy) =>
  assess(given, ledger, chosen, now).wants.map(({ key }) => key);

const posted = (key: string): LedgerEntry => ({ type: 'notification', what: 'posted', at: since, key });

describe('a deactivated Mac reminds at once, after 1, 4 and 24 hours, then once a working day', () => {
  it.each([
    ['at once', since, 0],
    ['not again before an hour', since + 60 * minuteMs - 1, 0],
    ['after an hour', since + 60 * minuteMs, 1],
    ['after four hours', since + 240 * minuteMs, 2],
    ['after a day', since + 1440 * minuteMs, 3],
    ['not before the next working morning', nextWorkingMorning(since + 1440 * minuteMs) - 1, 3],
    ['on the next working morning', nextWorkingMorning(since + 1440 * minuteMs), 4],
  ])('%s', (_rule, now, step) => {
    expect(keys(off, now, offLedger)).toEqual([`deactivated:${since}/${step}`]);
  });

  it('never on a Saturday or a Sunday', () => {
    let morning = since;
    for (let day = 0; day < 30; day++) {
      morning = nextWorkingMorning(morning);
      expect([1, 2, 3, 4, 5]).toContain(new Date(morning).getDay());
      expect(new Date(morning).getHours()).toBe(9);
    }
  });

  it('wants nothing behind a lock, and the latest due reminder at unlock', () => {
    const now = since + 250 * minuteMs;
    expect(keys({ ...off, ...locked }, now, offLedger)).toEqual([]);
    expect(keys(off, now, offLedger)).toEqual([`deactivated:${since}/2`]);
  });

  it('leaves standing behind a lock what was posted before it', () => {
    const first = `deactivated:${since}/0`;
    expect(keys({ ...off, ...locked }, since + 250 * minuteMs, [...offLedger, posted(first)])).toEqual([
      first,
    ]);
  });

  it('does not repeat what the result of the person’s own attempt has just said', () => {
    const attempt = {
      kind: 'ended',
      attempt: attemptAt(at.seconds(10)),
      end: exited(at.seconds(55)),
    } as const;
    expect(keys({ ...off, attempt }, at.minutes(2), offLedger)).toEqual(['attempt:a1/result']);
    expect(keys({ ...off, attempt }, since + 60 * minuteMs, offLedger)).toEqual([`deactivated:${since}/1`]);
  });
});

describe('before the lapse', () => {
  const key = `window:${at.hours(2)}/due-soon`;
  const failure = [event('silent-failed', at.hours(-1))];

  it.each([
    ['a healthy Mac is silent', at.minutes(111), [], 'atRisk', []],
    ['a Mac at risk says so once', at.minutes(111), failure, 'atRisk', [key]],
    ['who wants it each time gets it each time', at.minutes(111), [], 'always', [key]],
    ['who never wants it never gets it', at.minutes(111), failure, 'never', []],
    ['not before the warning time', at.minutes(109), failure, 'always', []],
    ['after the lapse it would be old news', at.minutes(121), failure, 'always', []],
  ] as const)('%s', (_rule, now, ledger, warnBeforeLapse, expected) => {
    expect(keys(facts(), now, ledger, { ...policy, warnBeforeLapse })).toEqual(expected);
  });
});

describe('a waiting window', () => {
  const agentRuns = { runs: [run(at.hours(2))], readAt: at.hours(2) };

  it('is said once for each run that has one', () => {
    const key = `run:4242:${at.hours(2)}/window`;
    expect(keys(facts({ agentRuns }), at.minutes(121))).toEqual([key]);
    expect(keys(facts({ agentRuns }), at.minutes(139), [posted(key)])).toEqual([key]);
  });

  it('is said at unlock when it came behind the lock', () => {
    expect(keys(facts({ agentRuns, ...locked }), at.minutes(125))).toEqual([]);
    expect(keys(facts({ agentRuns }), at.minutes(126))).toHaveLength(1);
  });

  it('of the person’s own attempt is said by the popover, not by a notification', () => {
    const attempt = { kind: 'running', attempt: attemptAt(at.hours(2)) } as const;
    expect(keys(facts({ agentRuns, attempt }), at.minutes(121))).toEqual([]);
  });
});

describe('other causes', () => {
  it('overdue is said once', () => {
    const key = `window:${at.hours(2)}/overdue`;
    expect(keys(facts(), at.minutes(140))).toEqual([key]);
    expect(keys(facts(), at.hours(30), [posted(key)])).toEqual([key]);
  });

  it('the result of an attempt stands for ten minutes; who asked on the command line reads it there', () => {
    const ended = (by: 'app' | 'cli') =>
      facts({
        plist: reading({ lastSignInAt: at.minutes(11) }),
        attempt: { kind: 'ended', attempt: attemptAt(at.minutes(10), { by }), end: exited(at.minutes(11)) },
      });
    expect(keys(ended('app'), at.minutes(12))).toEqual(['attempt:a1/result']);
    expect(keys(ended('app'), at.minutes(21))).toEqual([]);
    expect(keys(ended('cli'), at.minutes(12))).toEqual([]);
  });

  it('an unregistered or unreadable Mac never nags', () => {
    expect(keys(facts({ plist: { kind: 'absent' } }), at.hours(9))).toEqual([]);
    expect(keys(facts({ plist: { kind: 'unreadable', why: 'malformed' } }), at.hours(9))).toEqual([]);
    expect(keys({ ...off, jamf: { kind: 'absent' } }, at.hours(9), offLedger)).toEqual([]);
  });
});
