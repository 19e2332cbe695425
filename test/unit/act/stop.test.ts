import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { stopAttempt } from '../../../electron/act/stop.ts';
import { readAttempt } from '../../../electron/sense/attempt.ts';
import { clickStarts, eventually, givenMac, recordedEnd } from './given-mac.ts';
import { otherVigil, otherVigilWaiting } from './other-vigil.ts';

const hangs = { silent: 'fails', silentMs: 0, window: 'hangs' } as const;

test('Stop ends a sign-in that hangs, and it is recorded as stopped', async () => {
  const { mac, deps } = await givenMac({ behaviour: hangs });
  const { ended } = await clickStarts(deps);
  await eventually(async () => expect(await mac.windowIsOpen()).toBe(true));
  expect(await stopAttempt(deps)).toEqual({ kind: 'stopped' });
  expect(await ended).toMatchObject({ how: { kind: 'stopped' }, claims: null });
  expect(await mac.agentProcesses()).toEqual([]);
});

test('Stop works in the first moment of a sign-in', async () => {
  const { mac, deps } = await givenMac({ behaviour: hangs });
  const { ended } = await clickStarts(deps);
  expect(await stopAttempt(deps)).toEqual({ kind: 'stopped' });
  expect(await ended).toMatchObject({ how: { kind: 'stopped' } });
  expect(await mac.agentProcesses()).toEqual([]);
});

test('an agent that does not listen to SIGTERM is killed', async () => {
  const { mac, deps } = await givenMac({ behaviour: { ...hangs, ignoresTerm: true } });
  const { ended } = await clickStarts(deps);
  await eventually(async () => expect(await mac.windowIsOpen()).toBe(true));
  expect(await stopAttempt(deps, 300)).toEqual({ kind: 'stopped' });
  expect(await ended).toMatchObject({ how: { kind: 'stopped' } });
});

test('a sign-in that the command line started and watches is stopped, and both know', async () => {
  const { mac, deps } = await givenMac({ behaviour: hangs });
  const other = await otherVigil(mac.dir);
  other.clickReactivate();
  expect(await other.says()).toMatchObject({ kind: 'started' });
  expect(await stopAttempt(deps)).toEqual({ kind: 'stopped' });
  expect(await other.says()).toMatchObject({ how: { kind: 'stopped' } });
  expect(await recordedEnd(deps)).toMatchObject({ how: { kind: 'stopped' } });
});

test('a sign-in whose Vigil was killed is stopped, too', async () => {
  const { mac, deps } = await givenMac({ behaviour: hangs });
  const other = await otherVigilWaiting(mac);
  await other.kill();
  expect(await stopAttempt(deps)).toEqual({ kind: 'stopped' });
  expect(await recordedEnd(deps)).toMatchObject({ how: { kind: 'stopped' } });
});

test('where nothing runs there is nothing to stop', async () => {
  const { deps } = await givenMac();
  expect(await stopAttempt(deps)).toEqual({ kind: 'nothing-to-stop' });
  const { ended } = await clickStarts(deps);
  const end = await ended;
  expect(await stopAttempt(deps)).toEqual({ kind: 'nothing-to-stop' });
  expect(readAttempt(deps.paths)).toMatchObject({ kind: 'ended', end });
});

test('a sign-in that nobody stops goes on', async () => {
  const { mac, deps } = await givenMac({ behaviour: { ...hangs, window: 'waits' } });
  const { ended } = await clickStarts(deps);
  await eventually(async () => expect(await mac.windowIsOpen()).toBe(true));
  expect(await Promise.race([ended, delay(500, 'running')])).toBe('running');
  await mac.answerWindow('sign-in');
  await ended;
});
