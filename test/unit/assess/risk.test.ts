import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import { at, event, facts, noon, reading, seen, viewOf } from './given.ts';

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
    expect(viewOf({ plist: reading({ lastSignInAt: now - 1000 }) }, now, ledger).atRisk).toBe(expected);
  });

  it('without the log, the history of the plist tells of a deactivation', () => {
    const ledger = seen(
      [at.hours(1), facts({ plist: reading({ registered: false, writtenAt: at.hours(1) }) })],
      [at.hours(2), facts({ plist: reading({ lastSignInAt: at.hours(2) }) })],
    );
    const plist = reading({ lastSignInAt: at.days(4) });
    expect(viewOf({ plist }, at.days(5), ledger).atRisk).toBe(true);
    expect(
      viewOf({ plist: reading({ lastSignInAt: at.days(6) }) }, at.days(5) + 7_200_000, ledger).atRisk,
    ).toBe(false);
  });

  it('turns the quiet phases into ones that ask for attention', () => {
    expect(viewOf({}, at.minutes(111), [event('silent-failed', at.minutes(-10))])).toMatchObject({
      phase: 'due-soon',
      attention: true,
    });
    expect(viewOf({}, at.minutes(121), [event('silent-failed', at.minutes(-10))])).toMatchObject({
      phase: 'checking',
      attention: true,
    });
  });
});
