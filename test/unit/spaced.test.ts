import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { spaced } from '../../electron/spaced.ts';
import { until } from '../mac/until.ts';

function counted(pauseMs: number) {
  let done = 0;
  const { ask, stop } = spaced(() => {
    done += 1;
  }, pauseMs);
  onTestFinished(stop);
  return { ask, stop, done: () => done };
}

it('is done at once, and what is asked for within the pause is done once when that is over', async () => {
  const { ask, done } = counted(200);
  ask();
  expect(done()).toBe(1);
  for (let i = 0; i < 1_000; i++) ask();
  expect(done()).toBe(1);
  await until('it was done once more', () => done() > 1);
  expect(done()).toBe(2);
});

it('is not done again where nobody asks', async () => {
  const { ask, done } = counted(1);
  ask();
  await delay(50);
  expect(done()).toBe(1);
});

it('is never done again once it is stopped', async () => {
  const { ask, stop, done } = counted(1);
  ask();
  ask();
  stop();
  ask();
  await delay(50);
  expect(done()).toBe(1);
});
