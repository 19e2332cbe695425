import { join } from 'node:path';
import { expect } from 'vitest';
import type { Mac } from '../../mac/mac.ts';
import type { MacOptions } from '../../mac/options.ts';
import { play } from '../../mac/play.ts';
import { findScenario, macFor, type Scenario } from '../../mac/scenarios.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';
import { type Desktop, openDesktop } from '../support/desktop.ts';
import type { Look } from '../support/looks.ts';
import { reliably } from '../support/reliably.ts';
import { PopoverScreen } from '../support/screens.ts';
import { launchVigil, type VigilApp } from '../support/vigil-app.ts';
import { type Moment, see } from './moment.ts';

/** How fast stories are played. Vigil's own times (it looks at a running agent every five seconds) stay as they are. */
const speed = 20;

const WITH_CLOCK = join(import.meta.dirname, 'vigil-with-clock');

declare global {
  /** In a Vigil with such a clock. */
  var clockAheadMs: number | undefined;
}

/** A simulated Mac and a desktop, before or without Vigil. */
export type House = {
  readonly mac: Mac;
  readonly desktop: Desktop;
  readonly look: Look;
  /** The wall clock of this machine, or that of Vigil alone. */
  readonly clock?: 'true' | 'can-be-put-ahead';
};

/** The house with Vigil at work in it. */
export type Theatre = House & {
  readonly vigil: VigilApp;
  /** Waits for the moment, and looks at the icon, its tooltip, the popover, the notifications and status.plist. */
  readonly sees: (moment: Moment) => Promise<void>;
  /** Opens the popover, presses these buttons one after the other, and closes it. */
  readonly press: (...buttons: readonly string[]) => Promise<void>;
};

/** A simulated Mac for the scenario of this name, or another one. */
export async function openHouse(look: Look, mac: string | Omit<MacOptions, 'dir'>): Promise<House> {
  const desktop = await openDesktop(look);
  const options = typeof mac === 'string' ? macFor(scenarioOf(mac)) : mac;
  return { look, desktop, mac: await temporaryMac(options) };
}

/** The same with Vigil at work on it. */
export async function openTheatre(look: Look, mac: string | Omit<MacOptions, 'dir'>): Promise<Theatre> {
  return startVigil(await openHouse(look, mac));
}

/** Starts Vigil on this Mac; once more where it has ended. */
export async function startVigil(house: House): Promise<Theatre> {
  const { mac, desktop, look, clock } = house;
  const app = clock === 'can-be-put-ahead' ? { app: WITH_CLOCK } : {};
  const vigil = await launchVigil({ desktop, root: mac.dir, look, ...app });
  return {
    ...house,
    vigil,
    sees: (moment) => see({ mac, vigil, desktop }, moment),
    press: async (...buttons) => {
      const popover = await PopoverScreen.open(vigil);
      for (const button of buttons) await popover.press(button);
      await popover.close();
    },
  };
}

/** The person agrees to notifications, as the popover offers it, and waves the first one away. */
export async function allowNotifications({ press, desktop }: Theatre): Promise<void> {
  await press('Turn On Notifications');
  await until(
    'the first notification is there',
    async () => (await desktop.notifications.standing()).length === 1,
  );
  await desktop.notifications.dismiss();
}

/** Plays the scenario to its end; `beats` are looked at when its step with that sentence is reached, before its deed. */
export async function perform(
  name: string,
  { mac, press, vigil }: Theatre,
  beats: Readonly<Record<string, () => Promise<void>>>,
): Promise<void> {
  const played = new Set<string>();
  await play(mac, scenarioOf(name), {
    speed,
    say: async (sentence) => {
      played.add(sentence);
      await beats[sentence]?.();
    },
    person: {
      clickReactivate: (expected) =>
        expected === 'sign-in' ? press('Sign In Again') : pressInVain(vigil, 'Sign In Again'),
      clickStop: () => press('Stop Sign-In'),
    },
  });
  expect(Object.keys(beats).filter((sentence) => !played.has(sentence))).toEqual([]);
}

/** Puts Vigil's clock ahead and has Vigil look at the Mac, as at each unlocking. */
export async function putClockAhead({ electron }: VigilApp, aheadMs: number): Promise<void> {
  await reliably(() =>
    electron.evaluate(({ powerMonitor }, ms) => {
      globalThis.clockAheadMs = ms;
      powerMonitor.emit('unlock-screen');
    }, aheadMs),
  );
}

/** Presses a button that is there, greyed out. */
async function pressInVain(vigil: VigilApp, button: string): Promise<void> {
  const popover = await PopoverScreen.open(vigil);
  await popover.pressInVain(button);
  await popover.close();
}

function scenarioOf(name: string): Scenario {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  return scenario;
}
