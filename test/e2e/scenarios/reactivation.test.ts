import { expect } from 'vitest';
import { type Look, test } from '../support/looks.ts';
import { PopoverScreen } from '../support/screens.ts';
import { deactivated, inOrder, postedTitles, signingIn } from './moment.ts';
import { openHouse, openTheatre, perform, putClockAhead, startVigil } from './stage.ts';

/** Vigil waits ten seconds for the plist before it says that a sign-in has failed. Once here that is waited for. */
const settledMs = 11_000;
const openTheatreWithClock = async (look: Look, name: string) =>
  startVigil({ ...(await openHouse(look, name)), clock: 'can-be-put-ahead' });
test('deactivated: found so at the start, back by one click; and no notification before the person wants any', async (look) => {
  const theatre = await openTheatre(look, 'deactivated');
  const { sees, press, desktop } = theatre;
  const { notifications } = desktop;
  const since = /Since \d.+, company apps may refuse this Mac\..+Signing in again may open a window/s;
  await perform('deactivated', theatre, {
    'launchd runs the agent.': () => sees({ ...deactivated, says: since }),
    'The person clicks "Sign In Again".': () => sees({ ...deactivated, says: since }),
    'The person signs in.': () => sees(signingIn),
    'The end.': () => sees({ ...inOrder, says: /Signed in.+Turn On Notifications/s }),
  });
  // macOS asks the person for permission at the first call of any kind.
  expect(notifications.calls).toEqual([]);
  await press('Turn On Notifications');
  await sees({ ...inOrder, notified: ['Notifications are on', 'Signed in'] });
  expect(notifications.calls).toContain('Notify');
});

test('reactivation-fails: says that it did not work, and why', async (look) => {
  const theatre = await openTheatre(look, 'reactivation-fails');
  const { sees } = theatre;
  await perform('reactivation-fails', theatre, {
    'The person signs in, and is refused.': () => sees(signingIn),
    'The end.': () =>
      sees({
        ...deactivated,
        says: /The sign-in did not work\s+Your company’s sign-in rules did not let it through/,
        findings: ['conditional-access'],
      }),
  });
});

test('reactivation-cancelled: says that the window was closed before the end', async (look) => {
  const theatre = await openTheatreWithClock(look, 'reactivation-cancelled');
  const { sees, vigil } = theatre;
  await perform('reactivation-cancelled', theatre, {
    'The person closes it.': () => sees(signingIn),
    'The end.': async () => {
      await putClockAhead(vigil, settledMs);
      await sees({
        ...deactivated,
        says: /The sign-in was cancelled\s+The window was closed before the end\. Please start again/,
        findings: ['window-cancelled'],
      });
    },
  });
});

test('reactivation-hangs: waits for the person, who is told where the window is, and only their Stop ends it', async (look) => {
  const theatre = await openTheatreWithClock(look, 'reactivation-hangs');
  const { mac, sees, vigil } = theatre;
  await mac.manageVigil({ NotificationsAllowed: true });
  await sees({ ...deactivated, notified: ['Sign in to get access back'] });
  /** The person goes on looking at the popover, which makes way for the window that opens behind the others. */
  const press = async (button: string) => {
    if (button !== 'Sign In Again') return theatre.press(button);
    const popover = await PopoverScreen.open(vigil);
    await popover.press(button);
    await popover.hasClosed();
  };
  await perform(
    'reactivation-hangs',
    { ...theatre, press },
    {
      'Nothing happens in it. The person clicks "Stop Sign-In".': () =>
        sees({ ...signingIn, notified: ['A sign-in window is waiting'] }),
      'The end.': async () => {
        await putClockAhead(vigil, settledMs);
        await sees({ ...deactivated, says: /The sign-in was stopped\s+You stopped it\./ });
      },
    },
  );
});

test('offline: a click starts nothing that can only fail; back online it does', async (look) => {
  const theatre = await openTheatre(look, 'offline');
  const { mac, sees, desktop } = theatre;
  const offline =
    'This Mac is offline. Please connect it first: without the internet a sign-in can only fail.';
  await perform('offline', theatre, {
    'The Mac is on a train, without a network.': () =>
      sees({
        phase: 'due-soon',
        glyph: 'quiet',
        attention: false,
        headline: 'Next check soon',
        says: 'This Mac is offline; the check needs the internet.',
      }),
    'The person clicks "Sign In Again", too early.': () =>
      sees({ ...deactivated, says: offline, findings: ['offline'] }),
    'The network is back.': async () => {
      await sees({ ...deactivated, says: offline });
      expect(await mac.agentProcesses()).toEqual([]);
    },
    'The person signs in.': () => sees(signingIn),
    'The end.': () => sees({ ...inOrder, says: 'Signed in' }),
  });
  expect(postedTitles(desktop)).toEqual([]);
});
