import { expect } from 'vitest';
import { test } from '../support/looks.ts';
import { PopoverScreen } from '../support/screens.ts';
import { postedTitles, readStatus } from './moment.ts';
import { allowNotifications, openTheatre, perform } from './stage.ts';

test('due-soon: without evidence of trouble nobody hears of it, unless the organisation wants a warning each time', async (look) => {
  const theatre = await openTheatre(look, 'due-soon');
  const { mac, sees, desktop } = theatre;
  await allowNotifications(theatre);
  const dueSoon = {
    phase: 'due-soon',
    glyph: 'quiet',
    attention: false,
    headline: 'Next check soon',
    says: /It runs by itself between \d.+ and \d.+ and rarely needs anything from you\./,
  } as const;
  await perform('due-soon', theatre, {
    'It is 1 h 50 min old: within ten minutes it lapses.': () => sees({ ...dueSoon, notified: [] }),
    'The end.': () => sees({ ...dueSoon, notified: [] }),
  });
  await mac.manageVigil({ WarnBeforeLapse: 'always' });
  await sees({ ...dueSoon, notified: ['A sign-in window may open soon'] });
  expect(desktop.notifications.posted.at(-1)?.body).toMatch(
    /^It would come after \d.+\. Please answer it: a missed window switches company access off\.$/,
  );
  await mac.manageVigil({ WarnBeforeLapse: 'never' });
  await sees({ ...dueSoon, notified: [] });
});

test('jamf-11.12: yesterday’s sign-in is in order, and nothing speaks of a lapse', async (look) => {
  const theatre = await openTheatre(look, 'jamf-11.12');
  const { mac, vigil, sees, desktop } = theatre;
  const inOrder = {
    phase: 'protected',
    glyph: 'quiet',
    attention: false,
    headline: 'Sign-in in order',
    says: 'Nothing to do. Vigil keeps watching.',
    findings: ['recurring-removed'],
  } as const;
  await perform('jamf-11.12', theatre, {
    'The last sign-in was yesterday. From Jamf Pro 11.5 on that is in order.': () => sees(inOrder),
    'The end.': () => sees(inOrder),
  });
  const popover = await PopoverScreen.open(vigil);
  await popover.openDetails();
  const text = await popover.text();
  expect(text).toContain('Not scheduled');
  expect(text).toContain('This version of Jamf Pro does not repeat the sign-in');
  expect(text).not.toMatch(/lapse|next check in|two hours|\b2 h/i);
  await popover.close();
  expect(Object.keys(await readStatus(mac))).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/lapsesAt|nextCheck/)]),
  );
  expect(postedTitles(desktop)).toEqual([]);
});
