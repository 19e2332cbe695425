import { expect, test } from 'vitest';
import { makesWayFor, wantsInItsPlace } from '../../../electron/show/make-way.ts';
import { recorded, views } from '../words/views.ts';

const waiting = views['reactivating, window waiting'];

test.each(recorded)('%s: the popover makes way for the window of our own sign-in alone', (_name, view) => {
  expect(makesWayFor(view)).toBe(view === waiting ? waiting.attempt.id : null);
});

test('it stays where no notification could say where to look', () => {
  expect(makesWayFor({ ...waiting, notifications: 'failed' })).toBeNull();
  expect(makesWayFor({ ...waiting, notifications: 'not-asked' })).toBeNull();
});

test('the notification stands in its place while that window waits, and only where it has made way', () => {
  const { id } = waiting.attempt;
  expect(wantsInItsPlace(waiting, id)).toEqual([
    { key: `attempt:${id}/window`, cause: { kind: 'window-waiting' } },
  ]);
  expect(wantsInItsPlace(waiting, null)).toEqual([]);
  expect(wantsInItsPlace(waiting, 'an earlier one')).toEqual([]);
  expect(wantsInItsPlace(views.reactivating, id)).toEqual([]);
  expect(wantsInItsPlace(views['protected, just signed in'], id)).toEqual([]);
});
