import { expect } from 'vitest';
import { until } from '../../mac/until.ts';
import { test } from '../support/looks.ts';
import { PopoverScreen } from '../support/screens.ts';
import type { VigilApp } from '../support/vigil-app.ts';
import { allowNotifications, openTheatre, perform } from './stage.ts';

const evidence = 'Did not get a token from acquireTokenInteractive, sending an empty token.';

/** Why, what to do, the evidence for IT, and what happened, for eyes and for ears. */
async function readsWhy(vigil: VigilApp): Promise<void> {
  const popover = await PopoverScreen.open(vigil);
  const mayHelp = async () => (await popover.text()).includes('access usually returns within minutes');
  await until('the agent that gave up has ended, and a new sign-in is offered', mayHelp);
  const first = await popover.text();
  expect(first).toMatch(/was not answered.+Sign in again, here in Vigil\..+Finish the sign-in window/s);
  expect(first).not.toContain(evidence);

  await popover.press('For IT');
  const forIt = await popover.text();
  expect(forIt).toContain(evidence);
  expect(forIt).toMatch(/Entra sign-in logs, filtered by.+Correlation ID/s);

  await popover.press('What happened');
  expect(await popover.pictureInWords()).toMatch(
    /^The last 24 hours: .+ went wrong\. Last of all, at \d.+: Company access was switched off\.$/,
  );
  const happened = await popover.text();
  expect(happened).toMatch(/switched off.+was not answered.+did not work by itself.+Signed in/s);
  expect(happened).not.toContain(evidence);

  await popover.press('What happened');
  expect(await popover.text()).toBe(first);
  await popover.close();
}

async function readsThatAccessIsBack(vigil: VigilApp): Promise<void> {
  const popover = await PopoverScreen.open(vigil);
  await popover.press('What happened');
  expect(await popover.pictureInWords()).toContain('Signed in again: access is back on.');
  await popover.close();
}

test('missed-window: seen lapsing, warned, deactivated, told why, and back by one click', async (look) => {
  const theatre = await openTheatre(look, 'missed-window');
  const { sees, desktop, vigil } = theatre;
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
    'The person clicks "Sign In Again".': async () => {
      await sees({
        phase: 'deactivated',
        glyph: 'slashed',
        attention: true,
        headline: 'Sign in to get access back',
        says: 'A sign-in window was not answered',
        notified: ['Sign in to get access back'],
        findings: ['window-missed'],
      });
      await readsWhy(vigil);
    },
    'The person signs in.': () =>
      sees({
        phase: 'reactivating',
        glyph: 'moving',
        headline: 'A sign-in window is waiting',
        says: 'Stop Sign-In',
        notified: [],
      }),
    'The end.': async () => {
      await sees({
        phase: 'protected',
        glyph: 'quiet',
        attention: false,
        headline: 'Sign-in in order',
        says: 'Signed in',
        notified: ['Signed in'],
      });
      await readsThatAccessIsBack(vigil);
    },
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
