import { mkdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { adoptAttempt } from '../../../electron/act/adopt.ts';
import { writeRecord } from '../../../electron/act/attempt-record.ts';
import { readAttempt } from '../../../electron/sense/attempt.ts';
import { click, clickStarts, eventually, givenMac, recordedEnd } from './given-mac.ts';
import { otherVigil, otherVigilWaiting } from './other-vigil.ts';
import { aRecord } from './records.ts';

const waits = { silent: 'fails', silentMs: 0, window: 'waits' } as const;

test('a sign-in survives the killing of its Vigil; the next one sees it run, and then its end', async () => {
  const { mac, deps } = await givenMac({ behaviour: waits });
  const other = await otherVigilWaiting(mac);
  await other.kill();

  await adoptAttempt(deps);
  const fact = readAttempt(deps.paths);
  expect(fact).toMatchObject({ kind: 'running' });
  expect(other.started).toMatchObject(fact.kind === 'running' ? { attempt: fact.attempt } : {});
  expect(await click(deps)).toMatchObject({ why: 'attempt-running' });

  await mac.answerWindow('sign-in');
  const end = await recordedEnd(deps, () => adoptAttempt(deps));
  expect(end).toMatchObject({ how: { kind: 'gone' }, claims: 'acquired' });
  await adoptAttempt(deps);
  expect(readAttempt(deps.paths)).toMatchObject({ end });
});

test('after a sign-in that ended unseen the next click starts another', async () => {
  const { mac, deps } = await givenMac();
  const other = await otherVigil(mac.dir);
  await other.kill();
  await mkdir(deps.paths.vigil.folder, { recursive: true });
  const watcher = { pid: other.pid, startedAt: Date.now() };
  const orphan = aRecord({ startedAt: Date.now() - 60_000, pid: other.pid, watcher });
  await writeRecord(deps, orphan);
  const { attempt, ended } = await clickStarts(deps);
  expect(attempt.id).not.toBe(orphan.id);
  await ended;
});

test('while its watcher lives, nobody else ends a sign-in', async () => {
  const { mac, deps } = await givenMac({ behaviour: waits });
  const other = await otherVigil(mac.dir);
  other.clickReactivate();
  await other.says();
  await mac.answerWindow('sign-in');
  const end = await recordedEnd(deps, () => adoptAttempt(deps));
  expect(end).toMatchObject({ how: { kind: 'exited', code: 0 }, claims: 'acquired' });
});

test('a watcher that is stopped in its terminal does not keep a sign-in from ending', async () => {
  const { mac, deps } = await givenMac({ behaviour: waits });
  const other = await otherVigilWaiting(mac);
  process.kill(other.pid, 'SIGSTOP');
  await adoptAttempt(deps, 0);
  expect(readAttempt(deps.paths)).toMatchObject({ kind: 'running' });
  await mac.answerWindow('sign-in');
  const end = await recordedEnd(deps, () => adoptAttempt(deps, 300));
  expect(end).toMatchObject({ how: { kind: 'gone' }, claims: 'acquired' });
});

test('a sign-in of this very Vigil of which nothing became is over after a while', async () => {
  const { deps } = await givenMac();
  await mkdir(deps.paths.vigil.folder, { recursive: true });
  await writeRecord(deps, aRecord({ watcher: await deps.self() }));
  await adoptAttempt(deps);
  expect(readAttempt(deps.paths)).toMatchObject({ kind: 'running' });
  expect(await recordedEnd(deps, () => adoptAttempt(deps, 300))).toMatchObject({ how: { kind: 'gone' } });
});

test('a Vigil that was killed before it could start the agent leaves a sign-in that is over', async () => {
  const { mac, deps } = await givenMac();
  const other = await otherVigil(mac.dir);
  await other.kill();
  await mkdir(deps.paths.vigil.folder, { recursive: true });
  await writeRecord(deps, aRecord({ watcher: { pid: other.pid, startedAt: Date.now() } }));
  await adoptAttempt(deps);
  expect(await recordedEnd(deps)).toMatchObject({ how: { kind: 'gone' }, claims: null });
});

test('a later process with the agent’s number, or with the watcher’s, is not taken for it', async () => {
  const { mac, deps } = await givenMac({ behaviour: waits });
  const { pid } = await mac.runByHand();
  await eventually(async () => expect(await mac.agentProcesses()).toHaveLength(1));
  await mkdir(deps.paths.vigil.folder, { recursive: true });
  const before = Date.now() - 60_000;
  await writeRecord(deps, aRecord({ startedAt: before, pid, watcher: { pid, startedAt: before } }));
  await adoptAttempt(deps);
  expect(await recordedEnd(deps)).toMatchObject({ how: { kind: 'gone' } });
  expect(await mac.agentProcesses()).toHaveLength(1);
});

test('without a sign-in, or with rubbish in place of the record, there is nothing to adopt', async () => {
  const { deps } = await givenMac();
  await adoptAttempt(deps);
  await mkdir(deps.paths.vigil.folder, { recursive: true });
  await writeFile(deps.paths.vigil.attempt, 'rubbish');
  await adoptAttempt(deps);
  expect(readAttempt(deps.paths)).toEqual({ kind: 'none' });
});
