import { expect, test } from 'vitest';
import { windowWords } from '../../../electron/words/window-words.ts';
import { said } from './said.ts';
import { hourMs, minuteMs, now, type Recorded, views } from './views.ts';

test('the ring empties from the last sign-in to the lapse', () => {
  const { lastSignInAt, lapsesAt } = views.protected;
  const at = (time: number) => windowWords(views.protected, time)?.share;
  expect(at(lastSignInAt)).toBe(1);
  expect(at(lastSignInAt + hourMs)).toBe(0.5);
  expect(at(lapsesAt)).toBe(0);
  // A clock that is set back or runs on must not draw nonsense.
  expect(at(lastSignInAt - hourMs)).toBe(1);
  expect(at(lapsesAt + hourMs)).toBe(0);
});

test('what is left is said in hours and minutes, and then that the check is due', () => {
  const at = (time: number) => said(windowWords(views.protected, time)?.left ?? null);
  expect(at(now)).toBe('Next check in 1 hr, 12 mins');
  expect(at(views.protected.lapsesAt - 1)).toBe('Next check in 1 min');
  expect(at(views.protected.lapsesAt + minuteMs)).toBe('Next check due');
});

test.each<Recorded>([
  'protected, Jamf Pro 11.12',
  'overdue',
  'reactivating',
  'deactivated',
  'unregistered, no Jamf',
  'unknown, damaged',
])('%s has no ring', (name) => {
  expect(windowWords(views[name], now)).toBeNull();
});
