import { join } from 'node:path';
import type { PlistValue } from 'plist';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Mac } from '../../mac/mac.ts';
import { readDictionary } from '../../mac/plist-file.ts';
import { until } from '../../mac/until.ts';
import type { Desktop } from '../support/desktop.ts';
import { PopoverScreen } from '../support/screens.ts';
import type { VigilApp } from '../support/vigil-app.ts';

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
  /** Some of the findings in status.plist. */
  readonly findings?: readonly string[];
};

export const inOrder = {
  phase: 'protected',
  glyph: 'quiet',
  attention: false,
  headline: 'Sign-in in order',
} as const satisfies Moment;

export const deactivated = {
  phase: 'deactivated',
  glyph: 'slashed',
  attention: true,
  headline: 'Sign in to get access back',
} as const satisfies Moment;

/** A sign-in that Vigil has started wants the person. */
export const signingIn = {
  phase: 'reactivating',
  glyph: 'moving',
  headline: 'A sign-in window is waiting',
  says: /press ⌘ Tab to find it.+Stop Sign-In/s,
} as const satisfies Moment;

type Scene = { readonly mac: Mac; readonly vigil: VigilApp; readonly desktop: Desktop };

/** Waits for the moment, and looks at status.plist, the icon, its tooltip, the notifications and the popover. */
export async function see({ mac, vigil, desktop }: Scene, moment: Moment): Promise<void> {
  await seeStatus(mac, vigil, moment);
  await seeIcon(vigil, moment);
  // Before the popover is opened: what comes up while somebody looks at it is told there, and not by a banner.
  await seeNotifications(desktop, moment);
  await seePopover(vigil, moment);
}

export type StatusFile = Readonly<Record<string, PlistValue>>;

/** What status.plist says now; empty while there is none. */
export async function readStatus({ layout }: Mac): Promise<StatusFile> {
  return readDictionary(join(layout.home, 'Library/Application Support/Vigil/status.plist'));
}

const statusForm = z.object({
  schema: z.literal(1),
  phase: z.string(),
  attention: z.boolean(),
  assessedAt: z.iso.datetime(),
  nextAt: z.iso.datetime(),
  findings: z.array(z.string()),
  pid: z.number().int().positive(),
});

async function seeStatus(
  mac: Mac,
  { pid }: VigilApp,
  { phase, attention, findings = [] }: Moment,
): Promise<void> {
  let status: StatusFile = {};
  const matches = async () => {
    status = await readStatus(mac);
    const { data } = statusForm.safeParse(status);
    if (data?.phase !== phase || data.pid !== pid) return false;
    const found = findings.every((id) => data.findings.includes(id));
    return found && (attention === undefined || data.attention === attention);
  };
  await waitFor(`status.plist says ${[phase, ...findings]}`, matches, () => JSON.stringify(status));
}

async function seeIcon(vigil: VigilApp, { glyph, headline }: Moment): Promise<void> {
  const expected = `${glyph}, Vigil: ${headline}`;
  let seen = '';
  const matches = async () => {
    seen = `${await vigil.glyph()}, ${await (await vigil.tray()).tooltip()}`;
    return seen === expected;
  };
  await waitFor(`the icon is ${expected}`, matches, () => seen);
}

async function seePopover(vigil: VigilApp, { headline, says = '' }: Moment): Promise<void> {
  const popover = await PopoverScreen.open(vigil);
  let text = '';
  const matches = async () => {
    text = await popover.text();
    const said = typeof says === 'string' ? text.includes(says) : says.test(text);
    return said && (await popover.headline()) === headline;
  };
  await waitFor(`the popover says ${headline} … ${says}`, matches, () => text);
  await popover.close();
}

async function seeNotifications({ notifications }: Desktop, { notified }: Moment): Promise<void> {
  if (notified === undefined) return;
  let titles: readonly string[] = [];
  const matches = async () => {
    titles = (await notifications.standing()).map(({ title }) => title);
    return JSON.stringify(titles) === JSON.stringify(notified);
  };
  await waitFor(`the notifications are ${notified.join()}`, matches, () => titles.join());
}

/** The titles of all that was ever posted, oldest first. */
export function postedTitles({ notifications }: Desktop): readonly string[] {
  return notifications.posted.map(({ title }) => title);
}

/** What was seen instead belongs to the error. */
async function waitFor(what: string, matches: () => Promise<boolean>, seen: () => string): Promise<void> {
  // Looking into Electron costs it, and other tests, the processor that they wait for.
  await until(what, matches, { limitMs: 30_000, everyMs: 150 }).catch((error: unknown) => {
    expect.fail(`${String(error)}; seen: ${seen()}`);
  });
}
