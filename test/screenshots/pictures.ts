import type { Page } from 'playwright-core';
import type { Recorded } from '../unit/words/views.ts';
import type { Theme } from './gallery.ts';
import { pressButton } from './pages.ts';

/** One of the popover: of a recorded view, or of what somebody has opened from there. */
export type Picture = {
  /** Of its file, without ".png". */
  readonly name: string;
  readonly view: Recorded;
  readonly theme: Theme;
  readonly locale: string;
  readonly inPopover?: (page: Page) => Promise<void>;
};

const english = 'en-GB';
const press = (name: string) => (page: Page) => pressButton(page.getByRole('button', { name }));

/** A name for each phase, and the view that shows it. */
const phases: readonly (readonly [name: string, view: Recorded])[] = [
  ['protected', 'protected, after a quiet day'],
  ['due-soon', 'due-soon'],
  ['checking', 'checking'],
  ['overdue', 'overdue'],
  ['deactivated', 'deactivated, by rules'],
  ['reactivating', 'reactivating, window waiting'],
  ['unregistered', 'unregistered, no Jamf'],
  ['unknown', 'unknown, damaged'],
];

/** Those that tell most about the room that words need. */
const translated: readonly (readonly [name: string, view: Recorded])[] = [
  ['protected', 'protected, after a quiet day'],
  ['window-waiting', 'checking, window waiting'],
  ['deactivated', 'deactivated, by rules'],
];

const others: readonly Pick<Picture, 'name' | 'view' | 'inPopover'>[] = [
  { name: 'due-soon-at-risk', view: 'due-soon, at risk' },
  { name: 'window-waiting', view: 'checking, window waiting' },
  { name: 'signed-in', view: 'protected, just signed in' },
  { name: 'sign-in-cancelled', view: 'deactivated, cancelled' },
  { name: 'offline', view: 'deactivated, offline' },
  { name: 'first-opened', view: 'protected, not asked for notifications' },
  { name: 'sign-in-now', view: 'protected', inPopover: press('Sign In Now…') },
  { name: 'details', view: 'protected, Jamf Pro 11.12', inPopover: press('Details') },
  { name: 'blocked', view: 'protected', inPopover: press('Blocked anyway?') },
  { name: 'what-happened', view: 'deactivated, by rules', inPopover: press('What happened') },
  { name: 'for-it', view: 'deactivated, by rules', inPopover: press('For IT') },
  {
    name: 'report',
    view: 'deactivated, by rules',
    inPopover: async (page) => {
      await press('Details')(page);
      await press('Report for IT…')(page);
      await page.getByRole('textbox').waitFor();
    },
  },
  { name: 'settings', view: 'protected', inPopover: press('Settings') },
];

export const pictures: readonly Picture[] = [
  ...phases.flatMap(([name, view]): Picture[] => [
    { name, view, theme: 'light', locale: english },
    { name: `${name}-dark`, view, theme: 'dark', locale: english },
  ]),
  ...others.map((picture): Picture => ({ ...picture, theme: 'light', locale: english })),
  ...[
    ['de', 'de-DE'],
    ['xa', 'en-XA'],
  ].flatMap(([language = '', locale = '']) =>
    translated.map(
      ([name, view]): Picture => ({ name: `${name}-${language}`, view, theme: 'light', locale }),
    ),
  ),
];
