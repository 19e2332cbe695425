import { expect, test } from 'vitest';
import {
  refuseBeside,
  refuseOffline,
  refusePerson,
  refusePortal,
  refuseSecond,
  refuseTooSoon,
} from '../../../electron/act/refusal.ts';
import type { AgentRun } from '../../../electron/assess/facts.ts';
import { aRecord } from './records.ts';

const person = { uid: 501, userName: 'ada' };
const run: AgentRun = { pid: 700, uid: 501, startedAt: 1_000, recurring: false };

test('only a person may sign in: not root, and not somebody unknown', () => {
  expect(refusePerson(person)).toBeNull();
  expect(refusePerson({ ...person, uid: 0 })).toMatchObject({ why: 'as-root' });
  expect(refusePerson({ ...person, uid: null })).toMatchObject({ why: 'state-unknown' });
});

test('a sign-in that has not ended is in the way; one that has, or cannot be read, is not', () => {
  const end = { endedAt: 2_000, how: { kind: 'gone' }, claims: null } as const;
  expect(refuseSecond({ kind: 'read', record: aRecord() })).toMatchObject({ why: 'attempt-running' });
  expect(refuseSecond({ kind: 'read', record: aRecord({ end }) })).toBeNull();
  expect(refuseSecond({ kind: 'unreadable', why: 'malformed' })).toBeNull();
  expect(refuseSecond({ kind: 'none' })).toBeNull();
});

test('a run of the person’s own agent is in the way, and is named', () => {
  const others = { ...run, uid: 502 };
  expect(refuseBeside({ runs: [others, run], readAt: 0 }, person)).toMatchObject({
    why: 'agent-running',
    run,
  });
  expect(refuseBeside({ runs: [others], readAt: 0 }, person)).toBeNull();
  expect(refuseBeside(null, person)).toMatchObject({ why: 'state-unknown' });
});

test('a network of which nothing is known is not in the way: the sign-in host is asked next', () => {
  expect(refuseOffline({ kind: 'offline' })).toMatchObject({ why: 'offline' });
  expect(refuseOffline({ kind: 'unknown' })).toBeNull();
  expect(refuseOffline({ kind: 'online' })).toBeNull();
});

test('a sign-in host that does not answer itself is in the way', () => {
  expect(refusePortal('captive')).toMatchObject({ why: 'captive-portal' });
  expect(refusePortal('unreachable')).toMatchObject({ why: 'captive-portal' });
  expect(refusePortal('reachable')).toBeNull();
});

test('the wait for MSAL is over at its last instant', () => {
  expect(refuseTooSoon(5_000, 4_999)).toMatchObject({ why: 'too-soon', until: 5_000 });
  expect(refuseTooSoon(5_000, 5_000)).toBeNull();
  expect(refuseTooSoon(null, 5_000)).toBeNull();
});
