import type { Page } from 'playwright-core';
import { until } from '../../mac/until.ts';
import { reliably } from './reliably.ts';
import type { VigilApp } from './vigil-app.ts';

/** The popover as a person reads and uses it. */
export class PopoverScreen {
  readonly #page: Page;
  readonly #vigil: VigilApp;

  private constructor(page: Page, vigil: VigilApp) {
    this.#page = page;
    this.#vigil = vigil;
  }

  /** Opens it by a click on the icon. */
  static async open(vigil: VigilApp): Promise<PopoverScreen> {
    await vigil.openPopover();
    return PopoverScreen.opened(vigil);
  }

  /** Waits until it is open, however that comes about. */
  static async opened(vigil: VigilApp): Promise<PopoverScreen> {
    const screen = new PopoverScreen(await vigil.popover(), vigil);
    await until('the popover is open', () => screen.#isVisible());
    await until('the popover is drawn', async () => (await screen.text()) !== '');
    return screen;
  }

  async headline(): Promise<string> {
    return this.#page.getByRole('heading', { level: 1 }).innerText();
  }

  async text(): Promise<string> {
    return this.#page.locator('#root').innerText();
  }

  async buttons(): Promise<readonly string[]> {
    return this.#page.getByRole('button').allInnerTexts();
  }

  async press(button: string): Promise<void> {
    await this.#page.getByRole('button', { name: button, exact: true }).click();
  }

  /** On a button that is greyed out, as a person would all the same; it waits until it is. */
  async pressInVain(button: string): Promise<void> {
    const greyed = this.#page.getByRole('button', { name: button, exact: true, disabled: true });
    await greyed.click({ force: true });
  }

  async openDetails(): Promise<void> {
    await this.press('Details');
  }

  /** What VoiceOver says in place of the picture of the last 24 hours. */
  async pictureInWords(): Promise<string> {
    return (await this.#page.getByRole('img').getAttribute('aria-label')) ?? '';
  }

  /** The text of the report for IT; waits for it. */
  async report(): Promise<string> {
    return this.#page.getByRole('textbox', { name: 'Report for IT' }).inputValue();
  }

  /** Waits until the popover says this. */
  async waitFor(text: string): Promise<void> {
    await this.#page.getByText(text, { exact: true }).waitFor();
  }

  async screenshot(path: string): Promise<void> {
    await this.#page.screenshot({ path });
  }

  /** By the key that every Mac user tries first. */
  async close(): Promise<void> {
    await until('Esc closes the popover', async () => {
      if (await this.#isVisible()) await this.#page.keyboard.press('Escape');
      return !(await this.#isVisible());
    });
  }

  /** Waits until it has closed by itself. */
  async hasClosed(): Promise<void> {
    await until('the popover has closed', async () => !(await this.#isVisible()));
  }

  async #isVisible(): Promise<boolean> {
    return reliably(() =>
      this.#vigil.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((window) => window.isVisible()),
      ),
    );
  }
}
