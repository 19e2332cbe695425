import { expect, test } from 'vitest';
import { isIconWanted } from '../../../electron/show/icon-visibility.ts';
import { type Recorded, recorded, views } from '../words/views.ts';

/** The views in which something needs the person, or has come of what they asked for. */
const needed: ReadonlySet<string> = new Set<Recorded>([
  'protected, just signed in',
  'due-soon, at risk',
  'checking, at risk',
  'checking, window waiting',
  'overdue',
  'reactivating',
  'reactivating, window waiting',
  'deactivated',
  'deactivated, by rules',
  'deactivated, sign-in failed',
  'deactivated, cancelled',
  'deactivated, offline',
  'deactivated, since last week',
]);

test.each(recorded)('%s: the icon is there if it is wanted always, needed, or never', (name, view) => {
  expect(isIconWanted(view, 'always')).toBe(true);
  expect(isIconWanted(view, 'whenNeeded')).toBe(needed.has(name));
  expect(isIconWanted(view, 'never')).toBe(false);
});

test('a window that waits needs the person, whatever the phase', () => {
  expect(isIconWanted({ ...views.protected, windowWaiting: true }, 'whenNeeded')).toBe(true);
});

test('a good result that the person has read needs the icon no longer; lost access still does', () => {
  const signedIn = views['protected, just signed in'];
  const cancelled = views['deactivated, cancelled'];
  expect(isIconWanted(signedIn, 'whenNeeded')).toBe(true);
  expect(isIconWanted({ ...signedIn, attempt: { ...signedIn.attempt, isSeen: true } }, 'whenNeeded')).toBe(
    false,
  );
  expect(isIconWanted({ ...cancelled, attempt: { ...cancelled.attempt, isSeen: true } }, 'whenNeeded')).toBe(
    true,
  );
});
