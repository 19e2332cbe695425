import type { Page } from 'playwright-core';
import { until } from '../../mac/until.ts';
import { type Eyes, eyesFor, eyesForData } from './looks.ts';
import { reliably } from './reliably.ts';
import type { VigilApp } from './vigil-app.ts';

/** More than any page of ours has to stop at. */
const mostStops = 60;

/** A click that is lost in the moment in which the focus moves is made again after this long. */
const clickAgainMs = 5_000;

/** Where the keyboard is. */
type Focused = { readonly name: string; readonly isDisabled: boolean };

/**
 * The popover as a person reads it, who has no mouse: but for the icon, which no key reaches on Linux, everything is done
 * by the keyboard.
 */
export class PopoverScreen {
  readonly #page: Page;
  readonly #vigil: VigilApp;
  readonly #read: Eyes;
  readonly #readData: Eyes;
  #presses = 0;

  private constructor(page: Page, vigil: VigilApp) {
    this.#page = page;
    this.#vigil = vigil;
    this.#read = eyesFor(vigil.look);
    this.#readData = eyesForData(vigil.look);
  }

  /** Opens it by a click on the icon, and by one more where nothing has come of it: a lost focus may be told late. */
  static async open(vigil: VigilApp): Promise<PopoverScreen> {
    await vigil.openPopover();
    try {
      return await PopoverScreen.opened(vigil, clickAgainMs);
    } catch {
      if (!(await isOpen(vigil))) await vigil.openPopover();
      return PopoverScreen.opened(vigil);
    }
  }

  /** Waits until it is open, however that comes about. */
  static async opened(vigil: VigilApp, limitMs = 15_000): Promise<PopoverScreen> {
    const screen = new PopoverScreen(await vigil.popover(), vigil);
    const isThere = async () =>
      (await isOpen(vigil)) && (await screen.#hasItsColours()) && (await screen.text()) !== '';
    // Looking often would take the processor from the page that is drawn.
    await until('the popover is open, drawn, and has the colours of its look', isThere, {
      limitMs,
      everyMs: 100,
    });
    return screen;
  }

  async headline(): Promise<string> {
    return this.#read(await this.#page.getByRole('heading', { level: 1 }).innerText());
  }

  async text(): Promise<string> {
    const { text, sentences } = await this.#page.locator('#root').evaluate((root: HTMLElement) => {
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (nodes.nextNode()) {
        const { parentElement, textContent } = nodes.currentNode;
        const text = textContent ?? '';
        // Lines of logs, the report, what is marked as being in another language, and facts that are no sentence.
        const data = 'code, textarea, body [lang]';
        const isData = parentElement?.closest(text.includes('\u200f') ? data : `${data}, dd`) !== null;
        if (!isData) found.push(text);
      }
      return { text: root.innerText, sentences: found };
    });
    for (const sentence of sentences) this.#read(sentence);
    return this.#readData(text);
  }

  async buttons(): Promise<readonly string[]> {
    return (await this.#page.getByRole('button').allInnerTexts()).map(this.#read);
  }

  /** Goes to the button of this name, and presses it by the one key that does so, or the other. */
  async press(button: string): Promise<void> {
    await this.goTo(button);
    await until(`“${button}” can be pressed`, async () => !(await this.#focused()).isDisabled);
    this.#presses += 1;
    await this.#page.keyboard.press(this.#presses % 2 === 1 ? 'Enter' : 'Space');
  }

  /** On a button that is greyed out, as a person would all the same; it waits until it is. */
  async pressInVain(button: string): Promise<void> {
    await this.goTo(button);
    await until(`“${button}” is greyed out`, async () => (await this.#focused()).isDisabled);
    for (const key of ['Enter', 'Space']) await this.#page.keyboard.press(key);
  }

  /** By Tab, from where the keyboard is, and after the last stop from the first one on. */
  async goTo(name: string): Promise<void> {
    const stops: string[] = [];
    const isThere = async () => {
      const focused = await this.#focused();
      if (focused.name === name) return true;
      stops.push(focused.name);
      if (stops.length > mostStops) throw new Error(`Tab comes to ${stops.join(', ')}, and not to ${name}`);
      await this.#page.keyboard.press('Tab');
      return false;
    };
    await until(`Tab comes to “${name}”`, isThere, { everyMs: 10 });
  }

  async openDetails(): Promise<void> {
    await this.press('Details');
  }

  /** What VoiceOver says in place of the picture of the last 24 hours. */
  async pictureInWords(): Promise<string> {
    return this.#read((await this.#page.getByRole('img').getAttribute('aria-label')) ?? '');
  }

  /** The text of the report for IT, as it stands there; waits for it. */
  async report(): Promise<string> {
    const field = this.#page.getByRole('textbox');
    const name = await field.evaluate((element: HTMLTextAreaElement) => element.labels[0]?.textContent ?? '');
    if (this.#read(name) !== 'Report for IT') throw new Error(`The report is called “${name}”`);
    return field.inputValue();
  }

  /** Waits until one line of the popover says this. */
  async waitFor(line: string): Promise<void> {
    await until(`the popover says “${line}”`, async () => (await this.text()).split('\n').includes(line));
  }

  async screenshot(path: string): Promise<void> {
    await this.#page.screenshot({ path });
  }

  /** By the key that every Mac user tries first. */
  async close(): Promise<void> {
    await until('Esc closes the popover', async () => {
      if (await isOpen(this.#vigil)) await this.#page.keyboard.press('Escape');
      return !(await isOpen(this.#vigil));
    });
  }

  /** Waits until it has closed by itself. */
  async hasClosed(): Promise<void> {
    await until('the popover has closed', async () => !(await isOpen(this.#vigil)));
  }

  /** Where the keyboard is, and what VoiceOver would call it. */
  async #focused(): Promise<Focused> {
    const { name, isDisabled } = await this.#page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return { name: '', isDisabled: false };
      return {
        name: activeElement.getAttribute('aria-label') ?? activeElement.textContent ?? '',
        isDisabled: activeElement.getAttribute('aria-disabled') === 'true',
      };
    });
    return { name: this.#readData(name), isDisabled };
  }

  /** Light letters on a dark page, or the other way round, and both of them as the system wants them. */
  async #hasItsColours(): Promise<boolean> {
    const seen = await this.#page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(document.body).color.match(/\d+/g)?.map(Number) ?? [];
      return {
        asked: matchMedia('(prefers-color-scheme: dark)').matches,
        letters: red + green + blue > 384,
      };
    });
    const isDark = this.#vigil.look === 'dark';
    return seen.asked === isDark && seen.letters === isDark;
  }
}

async function isOpen({ electron }: VigilApp): Promise<boolean> {
  return reliably(() =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((window) => window.isVisible()),
    ),
  );
}
