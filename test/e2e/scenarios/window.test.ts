import { expect } from 'vitest';
import { test } from '../support/looks.ts';
import { reliably } from '../support/reliably.ts';
import { deactivated, inOrder, postedTitles } from './moment.ts';
import { allowNotifications, openHouse, openTheatre, perform, startVigil, type Theatre } from './stage.ts';

const waiting = {
  phase: 'checking',
  glyph: 'dots',
  attention: true,
  headline: 'A sign-in window is waiting',
  says: 'Closing it, or leaving it unanswered, switches company access off.',
} as const;
/** What Electron tells on a Mac; on Linux nobody else does. */
const tell = ({ vigil }: Theatre, event: 'lock-screen' | 'unlock-screen') =>
  reliably(() => vigil.electron.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event));

test('silent-fails-window-answered: told where the window is, and left in peace once it is answered', async (look) => {
  const theatre = await openTheatre(look, 'silent-fails-window-answered');
  const { sees, desktop } = theatre;
  await allowNotifications(theatre);
  await perform('silent-fails-window-answered', theatre, {
    'The silent sign-in fails. A window opens.': () =>
      sees({ ...waiting, notified: ['A sign-in window is waiting'] }),
    'The end.': () => sees({ ...inOrder, notified: [] }),
  });
  expect(postedTitles(desktop)).toEqual(['Notifications are on', 'A sign-in window is waiting']);
});

test('window-behind-lock: nobody is told behind the lock, and at once when they are back', async (look) => {
  const house = await openHouse(look, 'window-behind-lock');
  await house.mac.manageVigil({ NotificationsAllowed: true });
  const theatre = await startVigil(house);
  const { sees, desktop } = theatre;
  await perform('window-behind-lock', theatre, {
    'The person is at lunch; the screen is locked.': () =>
      sees({ ...inOrder, phase: 'due-soon', headline: 'Next check soon', notified: [] }),
    'The silent sign-in fails. A window opens where nobody can see it.': async () => {
      await sees({ ...waiting, notified: [] });
      expect(postedTitles(desktop)).toEqual([]);
    },
    'The person finds the window and signs in.': async () => {
      await tell(theatre, 'unlock-screen');
      await sees({ ...waiting, notified: ['A sign-in window is waiting'] });
    },
    'The end.': () => sees({ ...inOrder, notified: [] }),
  });
  expect(postedTitles(desktop)).toEqual(['A sign-in window is waiting']);
});

test('a screen that is locked later keeps the news, too, until it is unlocked', async (look) => {
  const theatre = await openTheatre(look, {});
  const { mac, sees, desktop } = theatre;
  await sees(inOrder);
  await mac.manageVigil({ NotificationsAllowed: true });
  await mac.lock();
  await tell(theatre, 'lock-screen');
  await mac.writePlist({ ...(await mac.readPlist()), have_an_Azure_id: false });
  await sees({ ...deactivated, notified: [] });
  expect(postedTitles(desktop)).toEqual([]);
  await mac.unlock();
  await tell(theatre, 'unlock-screen');
  await sees({ ...deactivated, notified: ['Sign in to get access back'] });
});
