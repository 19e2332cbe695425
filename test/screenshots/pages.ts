import type { Locator, Page } from 'playwright-core';
import { until } from '../mac/until.ts';

/** Opens, one after the other, all that can be opened from the state that the page shows, and comes back to it. */
export async function openEach(page: Page, look: (what: string) => Promise<void>): Promise<void> {
  const count = await page.locator('.disclosure').count();
  for (let i = 0; i < count; i += 1) {
    await press(page, '.disclosure', i);
    await look(`disclosure ${i + 1}`);
  }
  // At the end of the last one, Details.
  await press(page, '.panel:not([hidden]) > .button');
  await until('the report is there', () => page.locator('textarea').isVisible());
  await look('report');
  await page.keyboard.press('Escape');
  await press(page, '.settings');
  await look('settings');
  await page.keyboard.press('Escape');
  if ((await page.locator('.action[data-emphasis="quiet"]').count()) === 0) return;
  await press(page, '.action .button');
  await look('question');
  await page.keyboard.press('Escape');
}

/** Whatever language its label is in. */
async function press(page: Page, selector: string, index = 0): Promise<void> {
  await pressButton(page.locator(selector).nth(index));
}

/** Without the wait of a mouse, and without its traces: where it was the last to be used no ring shows the keyboard. */
export async function pressButton(button: Locator): Promise<void> {
  await button.evaluate((element: HTMLElement) => element.click());
}
