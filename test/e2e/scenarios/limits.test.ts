import { expect } from 'vitest';
import { test } from '../support/looks.ts';
import { postedTitles } from './moment.ts';
import { allowNotifications, openHouse, openTheatre, perform, putClockAhead, startVigil } from './stage.ts';

test('standard-user: the log cannot be read, and what the plist alone can tell is told all the same', async (look) => {
  const theatre = await openTheatre(look, 'standard-user');
  const { sees, desktop } = theatre;
  await allowNotifications(theatre);
  await perform('standard-user', theatre, {
    'Two hours are over. launchd runs the agent.': () =>
      sees({
        phase: 'checking',
        glyph: 'quiet',
        attention: false,
        headline: 'Checking the sign-in',
        findings: ['log-access-denied'],
        notified: [],
      }),
    'The person clicks "Sign In Again".': () =>
      sees({
        phase: 'deactivated',
        glyph: 'slashed',
        attention: true,
        headline: 'Sign in to get access back',
        findings: ['log-access-denied'],
        notified: ['Sign in to get access back'],
      }),
    // That a window is open is known from the log alone, or after a minute.
    'The person signs in.': () =>
      sees({ phase: 'reactivating', glyph: 'moving', headline: 'Signing you in', says: 'Stop Sign-In' }),
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
  expect(postedTitles(desktop)).toEqual(['Notifications are on', 'Sign in to get access back', 'Signed in']);
});

test('agent-missing: IT is told that nothing renews the sign-in, the person once it is overdue', async (look) => {
  const house = await openHouse(look, 'agent-missing');
  const theatre = await startVigil({ ...house, clock: 'can-be-put-ahead' });
  const { vigil, sees, desktop } = theatre;
  await allowNotifications(theatre);
  const findings = ['agent-not-running'];
  await perform('agent-missing', theatre, {
    'The end.': () =>
      sees({
        phase: 'checking',
        glyph: 'quiet',
        attention: false,
        headline: 'Checking the sign-in',
        says: 'The check runs by itself',
        findings,
        notified: [],
      }),
  });
  await putClockAhead(vigil, 20 * 60_000);
  await sees({
    phase: 'overdue',
    glyph: 'mark',
    attention: true,
    headline: 'A check is overdue',
    says: 'Nothing is lost so far, but please tell your IT team.',
    findings,
    notified: ['A sign-in check is overdue'],
  });
  expect(postedTitles(desktop)).toEqual(['Notifications are on', 'A sign-in check is overdue']);
});
