import { describe, expect, it } from 'vitest';
import { at, attemptAt, deactivated, exited, type Row, run, viewOf } from './given.ts';

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
    expect(viewOf(changes, now)).toMatchObject(expected);
  });
});
