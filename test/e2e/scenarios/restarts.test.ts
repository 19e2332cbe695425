import { expect, vi } from 'vitest';
import { listProcesses } from '../../mac/processes.ts';
import { until } from '../../mac/until.ts';
import { test } from '../support/looks.ts';
import { PopoverScreen } from '../support/screens.ts';
import { deactivated, inOrder, postedTitles, readStatus, signingIn } from './moment.ts';
import { openHouse, openTheatre, startVigil } from './stage.ts';

// Some of these start Vigil three times.
vi.setConfig({ testTimeout: 180_000 });

test('started a second time, Vigil shows itself instead of a second icon', async (look) => {
  const { mac, vigil, desktop, sees } = await openTheatre(look, {});
  await sees(inOrder);
  expect(await vigil.startAgain()).toBe(0);
  const popover = await PopoverScreen.opened(vigil);
  expect(await popover.headline()).toBe('Sign-in in order');
  await popover.close();
  expect(desktop.tray.items.map(({ pid }) => pid)).toEqual([vigil.pid]);
  expect((await readStatus(mac)).pid).toBe(vigil.pid);
});

test('over a quit and a kill a sign-in goes on, the next Vigil tells the truth, and nothing is posted twice', async (look) => {
  const house = await openHouse(look, { registered: false, behaviour: { silent: 'fails' } });
  const { mac, desktop } = house;
  await mac.manageVigil({ NotificationsAllowed: true });
  const logRuns = async () =>
    (await listProcesses(mac.layout)).filter(({ args }) => args.startsWith(mac.layout.log));
  const agents = async () => (await mac.agentProcesses()).map(({ pid }) => pid);

  const first = await startVigil(house);
  await first.sees({ ...deactivated, notified: ['Sign in to get access back'] });
  await first.press('Sign In Again');
  await first.sees(signingIn);
  const [agent] = await agents();
  expect(await logRuns()).toHaveLength(1);
  await (await first.vigil.tray()).choose('Quit Vigil');
  await until('Vigil has quit', () => first.vigil.hasEnded);
  expect(await logRuns()).toEqual([]);
  expect(await agents()).toEqual([agent]);

  const second = await startVigil(house);
  await second.sees(signingIn);
  await second.vigil.kill();
  expect(await agents()).toEqual([agent]);

  const third = await startVigil(house);
  await third.sees(signingIn);
  expect(await agents()).toEqual([agent]);
  await mac.answerWindow('sign-in');
  await third.sees({ ...inOrder, says: 'Signed in', notified: ['Signed in'] });
  const posted = postedTitles(desktop);
  expect(posted).toEqual([...new Set(posted)]);
});
