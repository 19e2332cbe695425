import { expect } from 'vitest';
import { test } from '../support/looks.ts';
import { allowNotifications, openTheatre, perform } from './stage.ts';

test('missed-window: seen lapsing, warned, deactivated, and back by one click', async (look) => {
  const theatre = await openTheatre(look, 'missed-window');
  const { sees, desktop } = theatre;
  await allowNotifications(theatre);
  const quiet = { attention: false, glyph: 'quiet', notified: [] } as const;
  await perform('missed-window', theatre, {
    'The last sign-in is just under 1 h 50 min old.': () =>
      sees({ ...quiet, phase: 'protected', headline: 'Sign-in in order' }),
    'It is 1 h 50 min old: within ten minutes it lapses.': () =>
      sees({ ...quiet, phase: 'due-soon', headline: 'Next check soon' }),
    'Two hours are over. launchd runs the agent.': () =>
      sees({ ...quiet, phase: 'checking', headline: 'Checking the sign-in' }),
    'Nobody sees the window, and it gives up.': () =>
      sees({
        phase: 'checking',
        glyph: 'dots',
        attention: true,
        headline: 'A sign-in window is waiting',
        says: 'Look for “Jamf Conditional Access”',
        notified: ['A sign-in window is waiting'],
      }),
    'The person clicks "Sign In Again".': () =>
      sees({
        phase: 'deactivated',
        glyph: 'slashed',
        attention: true,
        headline: 'Sign in to get access back',
        says: 'company apps may refuse this Mac',
        notified: ['Sign in to get access back'],
        findings: ['window-missed'],
      }),
    'The person signs in.': () =>
      sees({
        phase: 'reactivating',
        glyph: 'moving',
        headline: 'A sign-in window is waiting',
        says: 'Stop Sign-In',
        notified: [],
      }),
    'The end.': () =>
      sees({
        phase: 'protected',
        glyph: 'quiet',
        attention: false,
        headline: 'Sign-in in order',
        says: 'Signed in',
        notified: ['Signed in'],
      }),
  });
  expect(desktop.notifications.posted.map(({ title }) => title)).toEqual([
    'Notifications are on',
    'A sign-in window is waiting',
    'Sign in to get access back',
    'Signed in',
  ]);
});

test('healthy: every silent sign-in succeeds, and nobody ever hears of it', async (look) => {
  const theatre = await openTheatre(look, 'healthy');
  const { sees, desktop } = theatre;
  await allowNotifications(theatre);
  const quiet = { attention: false, glyph: 'quiet', notified: [] } as const;
  await perform('healthy', theatre, {
    'It is 1 h 50 min old: within ten minutes it lapses.': () =>
      sees({ ...quiet, phase: 'due-soon', headline: 'Next check soon' }),
    'The end.': () => sees({ ...quiet, phase: 'protected', headline: 'Sign-in in order' }),
  });
  expect(desktop.notifications.posted.map(({ title }) => title)).toEqual(['Notifications are on']);
});
