import { chmod, readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { Mac } from '../../mac/mac.ts';
import { test } from '../support/looks.ts';
import { PopoverScreen } from '../support/screens.ts';
import { deactivated, inOrder, type Moment } from './moment.ts';
import { openTheatre } from './stage.ts';

const deactivatedMac = { registered: false, behaviour: { silent: 'fails' } } as const;

/** How often the agent has begun to sign in, by its own log. */
async function signInsBegun({ layout }: Mac): Promise<number> {
  return (await readFile(layout.logStore, 'utf8')).split('Beginning silent broker extension flow').length - 1;
}

test('“Sign In Now…” on a Mac that works says first what it can cost, and starts nothing before a yes', async (look) => {
  const { mac, vigil, sees } = await openTheatre(look, {});
  await sees(inOrder);
  const before = await mac.readPlist();
  await (await vigil.tray()).choose('Sign In Now…');
  const popover = await PopoverScreen.opened(vigil);
  expect(await popover.buttons()).not.toContain('Sign In Now');
  await popover.press('Sign In Now…');
  expect(await popover.text()).toContain(
    'If a window opens and you close it before the end, company access is switched off.',
  );
  await popover.press('Not Now');
  expect(await popover.text()).not.toContain('company access is switched off');
  await popover.press('Sign In Now…');
  expect(await signInsBegun(mac)).toBe(0);
  await popover.press('Sign In Now');
  await popover.close();
  await sees({ ...inOrder, says: 'Signed in' });
  expect(await signInsBegun(mac)).toBe(1);
  expect((await mac.readPlist()).last_aad_token_timestamp).not.toBe(before.last_aad_token_timestamp);
});

test('behind a captive portal, or with an agent that was altered, a click starts nothing and says why', async (look) => {
  const { mac, press, sees } = await openTheatre(look, { ...deactivatedMac, network: 'captive' });
  const refused = (why: string): Moment => ({
    ...deactivated,
    says: new RegExp(`No sign-in was started\\s+${why}`),
  });
  await sees(deactivated);
  await press('Sign In Again');
  await sees(
    refused(
      'Microsoft’s sign-in page cannot be reached from here. If this network wants you to log in first',
    ),
  );
  await mac.setNetwork('online');
  await mac.setBehaviour({ silent: 'succeeds' });

  await chmod(mac.layout.agent, 0o777);
  await press('Sign In Again');
  const altered = 'Jamf’s sign-in program on this Mac has been altered, so Vigil leaves it alone';
  await sees(refused(altered));
  await chmod(mac.layout.agent, 0o755);
  await mac.setSignatures({ agent: 'ABCDE12345' });
  await press('Sign In Again');
  await sees(refused(altered));
  expect(await signInsBegun(mac)).toBe(0);

  await mac.setSignatures({ agent: '483DWKW443' });
  await press('Sign In Again');
  await sees({ ...inOrder, says: 'Signed in' });
});

test('while the agent runs a click starts no second one, and says where to look for its window', async (look) => {
  const { mac, vigil, press, sees } = await openTheatre(look, deactivatedMac);
  await mac.setBehaviour({ silentMs: 60_000 });
  await sees(deactivated);
  const popover = await PopoverScreen.open(vigil);
  // Nothing tells Vigil of it before the click.
  await mac.runByHand();
  await popover.press('Sign In Again');
  await popover.close();
  await sees({
    ...deactivated,
    says: /A sign-in is already running\. If it shows a window, press ⌘ Tab to “Jamf Conditional Access”/,
  });
  expect(await mac.agentProcesses()).toHaveLength(1);
  await mac.killAgents();

  await mac.setBehaviour({ silentMs: 0 });
  await mac.runByHand();
  await press();
  await sees({ ...deactivated, headline: 'A sign-in window is waiting', says: 'press ⌘ Tab to find it' });
  expect(await mac.agentProcesses()).toHaveLength(1);
  await mac.answerWindow('sign-in');
  await sees(inOrder);
});
