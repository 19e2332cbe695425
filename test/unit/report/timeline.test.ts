import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import { createRedactor } from '../../../electron/report/redact.ts';
import { timelineOf } from '../../../electron/report/timeline.ts';
import { at, attemptAt, event, exited, noon } from '../assess/given.ts';

const nobody = { userName: '', fullName: null, hostNames: [], serial: null, home: '' };

function told(...entries: readonly LedgerEntry[]) {
  const { happenings } = timelineOf(entries, noon, createRedactor(nobody, []));
  return happenings.map(({ what, count, at: since, untilAt }) => {
    const name = what.kind === 'log' ? what.event : what.kind;
    return `${name}${count > 1 ? ` ×${count} for ${(untilAt - since) / 3_600_000} h` : ''}`;
  });
}

const plist = (hours: number, registered: boolean): LedgerEntry => ({
  type: 'plist',
  at: at.hours(hours),
  state: 'read',
  lastSignInAt: at.hours(hours),
  registered,
});
const woke = (hours: number): LedgerEntry => ({ type: 'woke', at: at.hours(hours) });
const asked: LedgerEntry = { type: 'notification', what: 'asked', at: at.hours(-2) };

describe('what happened', () => {
  it('is in the order of time, however it came into the ledger', () => {
    expect(told(woke(-1), event('signed-in', at.hours(-3)), asked)).toEqual([
      'signed-in',
      'notification',
      'woke',
    ]);
  });

  it('is told in full for a day, and before, for five days, in what was done and what went wrong', () => {
    const day = (hours: number) => [
      woke(hours),
      plist(hours, true),
      event('signed-in', at.hours(hours)),
      event('sso-not-appsso-url', at.hours(hours)),
      event('silent-failed', at.hours(hours)),
      { type: 'attempt', at: at.hours(hours), attempt: attemptAt(at.hours(hours)), end: null } as const,
      { type: 'refused', at: at.hours(hours), by: 'app', why: 'offline' } as const,
    ];
    expect(told(...day(-1))).toEqual([
      'woke',
      'plist',
      'signed-in',
      'sso-not-appsso-url',
      'silent-failed',
      'attempt',
      'refused',
    ]);
    expect(told(plist(-50, true), ...day(-40))).toEqual([
      'plist',
      'signed-in',
      'silent-failed',
      'attempt',
      'refused',
    ]);
    expect(told(...day(-121))).toEqual([]);
  });

  it('holds every switch of the plist, and every other change only of the last day', () => {
    expect(
      told(plist(-60, true), plist(-50, true), plist(-40, false), plist(-30, true), plist(-1, true)),
    ).toEqual(['plist', 'plist', 'plist', 'plist']);
  });

  it('leaves out how the library went about it, and what Vigil itself read', () => {
    expect(told(event('flow-begun', at.hours(-1)), { type: 'log-read', at: at.hours(-1) })).toEqual([]);
  });

  it('tells the same thing in a row once, with the newest correlation id', () => {
    const failed = (hours: number, correlationId: string) =>
      event('silent-failed', at.hours(hours), { code: -50_002, domain: 'MSALErrorDomain', correlationId });
    const ids = ['7f6779f2-640c-4fb2-9462-b16c102cf61c', '8f6779f2-640c-4fb2-9462-b16c102cf61c'] as const;
    const entries = [failed(-6, ids[0]), failed(-4, ids[1])];
    expect(told(...entries)).toEqual(['silent-failed ×2 for 2 h']);
    const { happenings } = timelineOf(entries, noon, createRedactor(nobody, ids));
    expect(happenings[0]?.what).toMatchObject({ codes: ['-50002'], correlationId: ids[1] });
    expect(told(failed(-6, ids[0]), woke(-5), failed(-4, ids[1]))).toHaveLength(3);
  });

  it('tells how our own sign-in ended', () => {
    const attempt = attemptAt(at.hours(-1));
    const end = exited(at.hours(-1), { claims: 'acquired' });
    const entry: LedgerEntry = { type: 'attempt', at: at.hours(-1), attempt, end };
    expect(timelineOf([entry], noon, createRedactor(nobody, [])).happenings[0]?.what).toEqual({
      kind: 'attempt',
      by: 'app',
      end: { kind: 'exited', code: 0, signal: null, why: null, claims: 'acquired' },
    });
  });

  it('is bounded, and says what it leaves out', () => {
    const many = Array.from({ length: 400 }, (_, i) => [
      woke(-2 - i / 1000),
      event('multiple-accounts', at.hours(-2 - i / 1000) + 1),
    ]).flat();
    const { happenings, leftOut } = timelineOf(many, noon, createRedactor(nobody, []));
    expect({ told: happenings.length, leftOut }).toEqual({ told: 300, leftOut: 500 });
  });
});
