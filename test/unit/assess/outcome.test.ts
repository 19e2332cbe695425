import { describe, expect, it } from 'vitest';
import { assess } from '../../../electron/assess/assess.ts';
import type { AttemptEnd, Facts, PlistFact } from '../../../electron/assess/facts.ts';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import type { Outcome } from '../../../electron/assess/view.ts';
import { at, attemptAt, event, exited, facts, policy, reading } from './given.ts';

const startedAt = at.minutes(10) + 300;
const endedAt = at.minutes(11);
const before = reading({ registered: false, writtenAt: at.minutes(1) });
const refused = reading({ registered: false, writtenAt: endedAt });
const signedIn = reading({ lastSignInAt: at.minutes(10) + 59_000, writtenAt: endedAt });
const kind = (kind: Outcome['kind']) => ({ kind });
const none: LedgerEntry[] = [];

function outcome(
  plist: PlistFact,
  ledger: readonly LedgerEntry[],
  end: Partial<AttemptEnd> = {},
): Outcome | null {
  const attempt = { kind: 'ended', attempt: attemptAt(startedAt), end: exited(endedAt, end) } as const;
  return assess(facts({ plist, attempt }), ledger, policy, at.minutes(12)).view.attempt?.outcome ?? null;
}

describe('the outcome follows the plist, then the log, then the words of the agent', () => {
  const claims = { claims: 'acquired' } as const;
  const failing = [
    event('silent-failed', at.minutes(10) + 1000),
    event('sign-in-failed', at.minutes(10) + 9000),
  ];
  const cancelling = [event('interactive-cancelled', at.minutes(10) + 8000, { code: -50005 }), ...failing];

  it.each<readonly [string, PlistFact, LedgerEntry[], Partial<AttemptEnd>, Outcome['kind']]>([
    ['a new time in the plist: signed in', signedIn, none, {}, 'signed-in'],
    ['whatever the log says', signedIn, failing, {}, 'signed-in'],
    [
      'a time in the same second, cut to whole seconds, counts',
      reading({ lastSignInAt: at.minutes(10) }),
      none,
      {},
      'signed-in',
    ],
    ['the flag written false: failed, whatever the agent claims', refused, none, claims, 'failed'],
    ['whatever the log claims', refused, [event('signed-in', endedAt)], {}, 'failed'],
    [
      'a success in the log, where the plist is not written yet',
      before,
      [event('signed-in', endedAt)],
      {},
      'signed-in',
    ],
    ['a cancelled window', refused, cancelling, {}, 'cancelled'],
    ['the words of the agent, where nothing else tells', before, none, claims, 'signed-in'],
    ['but never against the log', before, failing, claims, 'failed'],
    ['exit 0 alone proves nothing', before, none, {}, 'failed'],
    ['stopped by the person', refused, failing, { how: { kind: 'stopped' } }, 'stopped'],
    ['stopped too late: it had signed in', signedIn, none, { how: { kind: 'stopped' } }, 'signed-in'],
    ['gone while Vigil was not there', signedIn, none, { how: { kind: 'gone' } }, 'signed-in'],
  ])('%s', (_rule, plist, ledger, end, expected) => {
    expect(outcome(plist, ledger, end)).toMatchObject(kind(expected));
  });

  it('could not start keeps its reason', () => {
    expect(outcome(before, none, { how: { kind: 'could-not-start', why: 'not-trusted' } })).toEqual({
      kind: 'could-not-start',
      why: 'not-trusted',
    });
  });

  it('failed comes with the most telling line of that attempt, and of no other process', () => {
    const telling = event('aad-error', at.minutes(10) + 900, { code: -51412, oauthError: 'invalid_grant' });
    const foreign = event('aad-error', at.minutes(10) + 950, { code: -50000, pid: 1 });
    expect(outcome(refused, [telling, foreign, ...failing])).toMatchObject({ known: { code: -51412 } });
  });

  describe('is shown', () => {
    const attemptSeen = (now: number, by: 'app' | 'cli', ledger: LedgerEntry[] = []) => {
      const attempt = { kind: 'ended', attempt: attemptAt(startedAt, { by }), end: exited(endedAt) } as const;
      return assess(facts({ attempt, plist: refused }), ledger, policy, now).view.attempt;
    };
    const looked: LedgerEntry = { type: 'seen', at: at.minutes(12), attemptId: 'a1' };

    it.each<[string, 'app' | 'cli', LedgerEntry[]]>([
      ['once it was looked at', 'app', [looked]],
      ['to who has asked on the command line', 'cli', []],
    ])('for an hour, %s', (_when, by, ledger) => {
      expect(attemptSeen(at.minutes(71) - 1, by, ledger)).toMatchObject({ isSeen: true });
      expect(attemptSeen(at.minutes(71), by, ledger)).toBeNull();
    });

    it('until somebody has looked at it, at most for a day', () => {
      expect(attemptSeen(at.minutes(11 + 24 * 60) - 1, 'app')).toMatchObject({ isSeen: false });
      expect(attemptSeen(at.minutes(11 + 24 * 60), 'app')).toBeNull();
    });
  });
});

describe('a sign-in that was asked for and not started', () => {
  const refused = (at: number): LedgerEntry => ({ type: 'refused', at, by: 'app', why: 'captive-portal' });
  const seen = (now: number, ledger: LedgerEntry[]) =>
    assess(facts({ plist: before }), ledger, policy, now).view.attempt?.outcome ?? null;

  it('is said for two minutes', () => {
    const ledger = [refused(at.minutes(20))];
    expect(seen(at.minutes(21), ledger)).toEqual({ kind: 'could-not-start', why: 'captive-portal' });
    expect(seen(at.minutes(22), ledger)).toBeNull();
  });

  it('gives way to a later one that was', () => {
    const attempt = { kind: 'running', attempt: attemptAt(at.minutes(21)) } as const;
    const { view } = assess(
      facts({ plist: before, attempt }),
      [refused(at.minutes(20))],
      policy,
      at.minutes(21),
    );
    expect(view.attempt).toMatchObject({ id: 'a1', outcome: null });
  });

  it('while another one runs does not hide that one, nor its result', () => {
    const running = { kind: 'running', attempt: attemptAt(at.minutes(19)) } as const;
    const ended = { kind: 'ended', attempt: running.attempt, end: exited(at.minutes(21)) } as const;
    const idSeen = (attempt: Facts['attempt']) =>
      assess(facts({ plist: before, attempt }), [refused(at.minutes(20))], policy, at.minutes(22)).view
        .attempt?.id;
    expect([idSeen(running), idSeen(ended)]).toEqual(['a1', 'a1']);
  });

  it('changes no phase', () => {
    expect(assess(facts(), [refused(at.minutes(1))], policy, at.minutes(1)).view.phase).toBe('protected');
  });
});
