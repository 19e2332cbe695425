import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../../electron/act/attempt-lock.ts';
import { readAttempt } from '../../../electron/sense/attempt.ts';
import { clickStarts, eventually, givenMac } from './given-mac.ts';
import { otherVigil } from './other-vigil.ts';

const id = '0b0e7a1c-5a1f-4c39-9d5a-0d6f1f7b2a11';

test('many who want the lock at once get it one after the other', async () => {
  const { deps } = await givenMac();
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await readdir(deps.paths.vigil.attemptLock);
    inside -= 1;
  };
  const all = await Promise.all(Array.from({ length: 8 }, () => withLock(deps, work)));
  expect(all.every(({ kind }) => kind === 'done')).toBe(true);
  expect(most).toBe(1);
  expect(await readdir(deps.paths.vigil.attemptLock)).toEqual([]);
});

test('work that fails sets the lock free', async () => {
  const { deps } = await givenMac();
  await expect(withLock(deps, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(deps, () => Promise.resolve(1))).toEqual({ kind: 'done', value: 1 });
});

test('the lock of a process that was killed is nobody’s', async () => {
  const { mac, deps } = await givenMac();
  const other = await otherVigil(mac.dir);
  await other.kill();
  await mkdir(deps.paths.vigil.attemptLock, { recursive: true });
  await writeFile(join(deps.paths.vigil.attemptLock, `${other.pid}-${Date.now()}-${id}`), '');
  expect(await withLock(deps, () => Promise.resolve(1))).toEqual({ kind: 'done', value: 1 });
});

test('the lock of a process whose number another one has got is nobody’s', async () => {
  const { mac, deps } = await givenMac({ behaviour: { silent: 'fails', silentMs: 0, window: 'waits' } });
  const { pid } = await mac.runByHand();
  await eventually(async () => expect(await mac.agentProcesses()).toHaveLength(1));
  await mkdir(deps.paths.vigil.attemptLock, { recursive: true });
  await writeFile(join(deps.paths.vigil.attemptLock, `${pid}-${Date.now() - 60_000}-${id}`), '');
  expect(await withLock(deps, () => Promise.resolve(1))).toEqual({ kind: 'done', value: 1 });
});

test('the lock of a living process is waited for', async () => {
  const { deps } = await givenMac();
  const { promise, resolve } = Promise.withResolvers<void>();
  const order: string[] = [];
  const first = withLock(deps, async () => {
    await promise;
    order.push('first');
  });
  await eventually(async () => expect(await readdir(deps.paths.vigil.attemptLock)).toHaveLength(1));
  const second = withLock(deps, () => Promise.resolve(order.push('second')));
  await eventually(async () =>
    expect((await readdir(deps.paths.vigil.attemptLock)).length).toBeGreaterThan(1),
  );
  resolve();
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
});

test('whatever else lies in the place of the lock is no lock', async () => {
  const { deps } = await givenMac();
  const { attemptLock } = deps.paths.vigil;
  await mkdir(dirname(attemptLock), { recursive: true });
  await writeFile(attemptLock, '4711');
  expect(await withLock(deps, () => Promise.resolve(1))).toEqual({ kind: 'done', value: 1 });
  await writeFile(join(attemptLock, 'rubbish'), '');
  await mkdir(join(attemptLock, 'a-folder'));
  await (await clickStarts(deps)).ended;
  expect(readAttempt(deps.paths)).toMatchObject({ kind: 'ended' });
});
