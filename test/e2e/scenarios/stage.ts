import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import { parsePlist } from '../../../electron/sense/plist-file.ts';
import type { PlistDictionary } from '../../../electron/sense/plist-values.ts';
import type { Mac } from '../../mac/mac.ts';
import { play } from '../../mac/play.ts';
import { findScenario, macFor } from '../../mac/scenarios.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';
import { type Desktop, openDesktop } from '../support/desktop.ts';
import { PopoverScreen } from '../support/screens.ts';
import { launchVigil, type VigilApp } from '../support/vigil-app.ts';

/** How fast stories are played. Vigil's own times (it looks at a running agent every five seconds) stay as they are. */
const speed = 6;

/** What a person or an admin sees at one moment. Only what is told is looked at. */
export type Moment = {
  readonly phase: string;
  readonly glyph: string;
  readonly headline: string;
  /** A part of what else the popover says. */
  readonly says?: string | RegExp;
  readonly attention?: boolean;
  /** Titles of the notifications that stand. */
  readonly notified?: readonly string[];
  readonly findings?: readonly string[];
};

export type Theatre = {
  readonly mac: Mac;
  readonly vigil: VigilApp;
  readonly desktop: Desktop;
  /** Waits for the moment, and looks at the icon, its tooltip, the popover, the notifications and status.plist. */
  readonly sees: (moment: Moment) => Promise<void>;
  readonly press: (button: string) => Promise<void>;
};

/** A simulated Mac for the scenario, with Vigil at work on it, allowed to notify. */
export async function openTheatre(name: string): Promise<Theatre> {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  const desktop = await openDesktop();
  const mac = await temporaryMac(macFor(scenario));
  const vigil = await launchVigil({ desktop, root: mac.dir });
  return {
    mac,
    vigil,
    desktop,
    sees: async (moment) => {
      await seesStatus(mac, moment);
      await seesIcon(vigil, moment);
      await seesPopover(vigil, moment);
      await seesNotifications(desktop, moment);
    },
    press: async (button) => {
      const popover = await PopoverScreen.open(vigil);
      await popover.press(button);
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
  { mac, press, sees }: Theatre,
  beats: Readonly<Record<string, () => Promise<void>>>,
): Promise<void> {
  const scenario = findScenario(name);
  if (scenario === undefined) throw new Error(`no scenario ${name}`);
  const played = new Set<string>();
  await play(mac, scenario, {
    speed,
    say: async (sentence) => {
      played.add(sentence);
      await beats[sentence]?.();
    },
    person: {
      clickReactivate: (expected) => (expected === 'sign-in' ? press('Sign In Again') : sees(refusedOffline)),
      clickStop: () => press('Stop Sign-In'),
    },
  });
  expect(Object.keys(beats).filter((sentence) => !played.has(sentence))).toEqual([]);
}

const refusedOffline: Moment = {
  phase: 'deactivated',
  glyph: 'slashed',
  headline: 'Sign in to get access back',
  says: 'This Mac is offline. Please connect it first',
};

const statusForm = z.object({
  schema: z.literal(1),
  phase: z.string(),
  attention: z.boolean(),
  assessedAt: z.iso.datetime(),
  nextAt: z.iso.datetime(),
  pid: z.number().int().positive(),
});

async function readStatus(mac: Mac): Promise<PlistDictionary> {
  const path = join(mac.layout.home, 'Library/Application Support/Vigil/status.plist');
  const parsed = await parsePlist(await readFile(path).catch(() => Buffer.alloc(0)));
  return typeof parsed === 'string' ? new Map() : parsed;
}

async function seesStatus(mac: Mac, { phase, attention, findings }: Moment): Promise<void> {
  let status: PlistDictionary = new Map();
  const matches = async () => {
    status = await readStatus(mac);
    return (
      status.get('phase') === phase && (attention === undefined || status.get('attention') === attention)
    );
  };
  await waitFor(`status.plist says ${phase}`, matches, () => JSON.stringify([...status]));
  expect(statusForm.safeParse(Object.fromEntries(status)).error).toBeUndefined();
  const content = await readFile(
    join(mac.layout.home, 'Library/Application Support/Vigil/status.plist'),
    'utf8',
  );
  for (const finding of findings ?? []) expect(content).toContain(`<string>${finding}</string>`);
}

async function seesIcon(vigil: VigilApp, { glyph, headline }: Moment): Promise<void> {
  const expected = `${glyph}, Vigil: ${headline}`;
  let seen = '';
  const matches = async () => {
    seen = `${await vigil.glyph()}, ${await (await vigil.tray()).tooltip()}`;
    return seen === expected;
  };
  await waitFor(`the icon is ${expected}`, matches, () => seen);
}

/** What was seen instead belongs to the error. */
async function waitFor(what: string, matches: () => Promise<boolean>, seen: () => string): Promise<void> {
  await until(what, matches, { limitMs: 30_000 }).catch((error: unknown) => {
    throw new Error(`${String(error)}; seen: ${seen()}`, { cause: error });
  });
}

async function seesPopover(vigil: VigilApp, { headline, says = '' }: Moment): Promise<void> {
  const popover = await PopoverScreen.open(vigil);
  let text = '';
  const matches = async () => {
    text = await popover.text();
    return (
      (await popover.headline()) === headline &&
      (typeof says === 'string' ? text.includes(says) : says.test(text))
    );
  };
  await waitFor(`the popover says ${headline} … ${says}`, matches, () => text);
  await popover.close();
}

async function seesNotifications({ notifications }: Desktop, { notified }: Moment): Promise<void> {
  if (notified === undefined) return;
  let titles: readonly string[] = [];
  const matches = async () => {
    titles = (await notifications.standing()).map(({ title }) => title);
    return JSON.stringify(titles) === JSON.stringify(notified);
  };
  await waitFor(`the notifications are ${notified.join()}`, matches, () => titles.join());
}
