import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { View } from '../../electron/assess/view.ts';
import { openStage } from '../e2e/show/stage.ts';
import { lookedAt } from '../e2e/support/looks.ts';
import { until } from '../mac/until.ts';
import { type Recorded, views } from '../unit/words/views.ts';
import { contoso, longMs, openGallery, preferences, startGalleryApp } from './gallery.ts';
import { openEach } from './pages.ts';

beforeAll(startGalleryApp);

/** On the page, once its text was run there. */
declare const axe: { run: (options: object) => Promise<AxeResults> };

const themes = ['light', 'dark'] as const;
/** What axe asks of colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];
/** Of the rules that not everybody has to obey. */
const enhanced = {
  runOnly: 'color-contrast-enhanced',
  rules: { 'color-contrast-enhanced': { enabled: true } },
};
/** One for each phase. */
const phases: readonly Recorded[] = [
  'protected, not asked for notifications',
  'due-soon, at risk',
  'checking, window waiting',
  'overdue',
  'deactivated, by rules',
  'deactivated, offline',
  'reactivating',
  'unregistered, no Jamf',
  'unknown, damaged',
];

test(
  `axe finds nothing in any phase and theme, nor in what can be opened (${lookedAt})`,
  async () => {
    const { page, hang, open, setTheme } = await openGallery();
    const found: string[] = [];
    for (const theme of themes) {
      // Of what axe looks at, the theme changes colours alone.
      const rules = theme === 'light' ? {} : { runOnly: ofColours };
      const look = async (where: string) => {
        for (const violation of await violations(page, rules)) found.push(`${where}: ${violation}`);
      };
      await setTheme(theme);
      await open(views.protected);
      await page.evaluate(await axeText());
      for (const locale of lookedAt) {
        for (const name of phases) {
          await hang(views[name], { locale, organisation: contoso(locale) });
          await look(`${theme}, ${locale}, ${name}`);
        }
      }
      for (const name of ['protected, after a quiet day', 'deactivated, by rules'] as const) {
        await hang(views[name], { organisation: contoso('en-GB'), preferences });
        await openEach(page, (what) => look(`${theme}, ${name}, ${what}`));
      }
    }
    expect(found).toEqual([]);
  },
  longMs,
);

test('the settings are changed and left by the keyboard alone, and the popover is where it was', async () => {
  const stage = await openStage();
  const page = await stage.app.openPopover();
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      const label = activeElement?.closest('label')?.textContent;
      return label ?? activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    });
  await until('the keyboard begins at the headline', async () => (await focused()) === 'Sign-in in order');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Settings');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Settings');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('When it may need me');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('Never');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Same as macOS');
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('English');
  const changes = async () =>
    (await stage.on(({ intents }) => [...intents])).map((intent) => 'change' in intent && intent.change);
  await until('both are asked for', async () => (await changes()).length === 2);
  expect(await changes()).toEqual([
    { name: 'WarnBeforeLapse', value: 'never' },
    { name: 'Language', value: 'en' },
  ]);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Back');
  await page.keyboard.press('Enter');
  expect(await focused()).toBe('Sign-in in order');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  expect(await focused()).toBe('Sign-in in order');
  expect(await stage.on(({ popover }) => popover.isOpen)).toBe(true);
});

test('a change of the phase is announced once, and what only the minutes change is not', async () => {
  const stage = await openStage();
  const page = await stage.app.openPopover();
  await page.getByRole('heading', { name: 'Sign-in in order' }).waitFor();
  await page.evaluate(() => {
    const announced: string[] = [];
    const live = document.querySelector('#words[role="status"]');
    if (live === null) throw new Error('no live region');
    new MutationObserver(() => announced.push(live.textContent)).observe(live, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(globalThis, { announced });
  });
  const announced = () => page.evaluate(() => Reflect.get(globalThis, 'announced') as string[]);
  const show = (view: View) => stage.on((on, next) => on.show(next), view);
  await show(views.protected);
  await show({ ...views.protected, lapsesAt: (views.protected.lapsesAt ?? 0) + 1000 });
  await show(views.overdue);
  await page.getByRole('heading', { name: 'A check is overdue' }).waitFor();
  await show({ ...views.overdue, logAccess: 'denied' });
  await page
    .getByText('Log access')
    .locator('..')
    .getByText('Administrators only')
    .waitFor({ state: 'attached' });
  expect(await announced()).toEqual([expect.stringContaining('A check is overdue')]);
});

test('more contrast, less motion and less transparency are given to whom they are set for', async () => {
  const { page, hang, open, setTheme } = await openGallery();
  const tooPale: string[] = [];
  await open(views.protected);
  await page.evaluate(await axeText());
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'no-preference' });
  for (const theme of themes) {
    await setTheme(theme);
    for (const name of phases) {
      await hang(views[name], { organisation: contoso('en-GB') });
      const found = await violations(page, enhanced);
      tooPale.push(...found.map((violation) => `${theme}, ${name}: ${violation}`));
    }
  }
  expect(tooPale).toEqual([]);

  const moving = () => page.evaluate(() => document.getAnimations().length);
  await hang(views.reactivating);
  expect(await moving()).toBe(1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toBe(0);

  const isSeenThrough = () =>
    page.evaluate(() => {
      // As on a Mac.
      document.documentElement.dataset.platform = 'mac';
      return getComputedStyle(document.documentElement).backgroundColor === 'rgba(0, 0, 0, 0)';
    });
  expect(await isSeenThrough()).toBe(true);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-transparency', value: 'reduce' }],
  });
  expect(await isSeenThrough()).toBe(false);
});

function axeText(): Promise<string> {
  return readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}

/** By all of its rules, unless these options of axe's name others. */
function violations(page: Page, rules: object): Promise<readonly string[]> {
  return page.evaluate(async (chosen) => {
    const found = await axe.run({
      resultTypes: ['violations'],
      iframes: false,
      preload: false,
      ...chosen,
    });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    );
  }, rules);
}
