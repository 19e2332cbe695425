import { expect, it, vi } from 'vitest';
import { coalesce } from '../../../electron/sense/coalesce.ts';

/** A task whose runs end when the test says so. */
function controlled() {
  const runs: PromiseWithResolvers<string>[] = [];
  const ask = coalesce(() => {
    const run = Promise.withResolvers<string>();
    runs.push(run);
    return run.promise;
  });
  return { runs, ask };
}

it('whoever asks while it runs gets the result of a later run, all the same one', async () => {
  const { runs, ask } = controlled();
  const first = ask();
  const second = ask();
  const third = ask();
  expect(runs).toHaveLength(1);
  runs[0]?.resolve('old');
  expect(await first).toBe('old');
  const fourth = ask();
  await vi.waitFor(() => expect(runs).toHaveLength(2));
  runs[1]?.resolve('new');
  expect(await Promise.all([second, third, fourth])).toEqual(['new', 'new', 'new']);
  expect(runs).toHaveLength(2);
});

it('a run begins at once when none is under way', async () => {
  const { runs, ask } = controlled();
  for (const round of ['1', '2', '3']) {
    const asked = ask();
    runs.at(-1)?.resolve(round);
    expect(await asked).toBe(round);
  }
  expect(runs).toHaveLength(3);
});

it('a failure belongs to those who asked for that run', async () => {
  const { runs, ask } = controlled();
  const first = ask();
  const second = ask();
  runs[0]?.reject(new Error('first'));
  await expect(first).rejects.toThrow('first');
  await vi.waitFor(() => expect(runs).toHaveLength(2));
  runs[1]?.resolve('second');
  expect(await second).toBe('second');
});
