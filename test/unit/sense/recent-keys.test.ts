import { expect, it } from 'vitest';
import { RecentKeys } from '../../../electron/sense/recent-keys.ts';

it('memory for what was delivered is bounded: at least so many keys, at most twice as many', () => {
  const keys = new RecentKeys(2);
  expect(['a', 'b', 'c', 'a', 'b', 'd'].map((key) => keys.add(key))).toEqual([
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(['c', 'd', 'a'].map((key) => keys.add(key))).toEqual([false, false, true]);
});
