import { expect, it } from 'vitest';
import { nextPauseMs, usualBackOff } from '../../../electron/sense/log-stream.ts';

it('the pause doubles from a second to five minutes, and is a second again after a stable life', () => {
  const pauses: number[] = [];
  let last: number | null = null;
  for (let i = 0; i < 12; i++) {
    last = nextPauseMs(last, 0, usualBackOff);
    pauses.push(last / 1000);
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  expect(nextPauseMs(last, usualBackOff.stableMs, usualBackOff)).toBe(1_000);
});
