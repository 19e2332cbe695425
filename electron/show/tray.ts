import { join } from 'node:path';
import {
  type KeyboardEvent,
  Menu,
  type MenuItemConstructorOptions,
  type NativeImage,
  nativeImage,
  type Rectangle,
  screen,
  Tray,
} from 'electron';
import type { View } from '../assess/view.ts';
import { type Glyph, glyphOf } from '../words/look.ts';
import { nowhere } from './rectangle.ts';
import { type MenuChoice, type MenuItem, type MenuWords, trayMenu } from './tray-menu.ts';
import { isTrayVisible } from './tray-visibility.ts';

/** By it macOS knows where the person has put the icon, when it comes again. */
const guid = '5b7a1c46-3f0e-4d52-9c1b-8e2f6d0a94c3';

/** What macOS takes to place an icon, generously: until then its bounds mean nothing. */
const placingMs = 500;

export type TrayWords = MenuWords & {
  /** One sentence; VoiceOver may read it. */
  readonly tooltip: string;
};

export type TrayIconOptions = {
  /** Holds `<icon>Template.png` and `<icon>Template@2x.png`. */
  readonly iconFolder: string;
  readonly words: (view: View) => TrayWords;
  /** A click on the icon, with its bounds where the system tells them. */
  readonly onClick: (clickBounds: Rectangle) => void;
  readonly onChoice: (choice: MenuChoice) => void;
  /** Settled once the first icon may be taken to be on the screen: what is said of it can wait until then. */
  readonly isShown: Promise<unknown>;
  readonly log: Pick<Console, 'info'>;
};

/** Vigil's icon in the menu bar, while it is wanted there. It changes only when what it says changes. */
export class TrayIcon {
  readonly #options: TrayIconOptions;
  readonly #images = new Map<Glyph, NativeImage>();
  #tray: Tray | null = null;
  #placedBy = 0;
  /** Until the first assessment nothing is known. */
  #icon: Glyph = 'dotted';
  #tooltip = '';
  #items = '';
  /** Held for as long as it may be open. */
  #menu: Menu | null = null;

  constructor(options: TrayIconOptions) {
    this.#options = options;
  }

  get exists(): boolean {
    return this.#tray !== null;
  }

  /** Where it can be seen; empty where it cannot, and where the system does not tell. */
  get bounds(): Rectangle {
    return this.#tray === null || this.isVisible === false ? nowhere : this.#tray.getBounds();
  }

  /** Whether the person can see it; null where there is none, and where nobody can tell: the bounds are a Mac's. */
  get isVisible(): boolean | null {
    if (this.#tray === null || process.platform !== 'darwin' || process.uptime() * 1000 < this.#placedBy)
      return null;
    return isTrayVisible(this.#tray.getBounds(), screen.getAllDisplays());
  }

  /** Shows the view; unwanted, the icon goes until it is wanted again. */
  update(view: View, isWanted: boolean): void {
    if (!isWanted) {
      this.destroy();
      return;
    }
    const before = this.#icon;
    this.#showIcon(glyphOf(view));
    // Saying it takes longer than showing it, and nobody has the menu open before the icon is out.
    void this.#options.isShown.then(() => setImmediate(() => this.#say(view, before)));
  }

  destroy(): void {
    this.#tray?.destroy();
    this.#tray = null;
    this.#tooltip = '';
    this.#items = '';
  }

  #showIcon(icon: Glyph): void {
    const isNews = icon !== this.#icon;
    if (this.#tray === null) this.#tray = this.#create(this.#image(icon));
    else if (isNews) this.#tray.setImage(this.#image(icon));
    this.#icon = icon;
  }

  #create(image: NativeImage): Tray {
    const tray = process.platform === 'darwin' ? new Tray(image, guid) : new Tray(image);
    // Two clicks open and close again; as a double click the second one would be lost (macOS).
    tray.setIgnoreDoubleClickEvents(true);
    tray.on('click', (event, bounds) => this.#click(event, bounds));
    tray.on('right-click', () => this.#popUpMenu());
    this.#placedBy = process.uptime() * 1000 + placingMs;
    return tray;
  }

  #say(view: View, before: Glyph): void {
    const icon = glyphOf(view);
    const { phase, atRisk, windowWaiting } = view;
    if (icon !== before)
      this.#options.log.info(`icon: ${before} → ${icon}`, { phase, atRisk, windowWaiting });
    if (this.#tray === null) return;
    const words = this.#options.words(view);
    if (words.tooltip !== this.#tooltip) this.#tray.setToolTip(words.tooltip);
    this.#tooltip = words.tooltip;
    this.#showItems(trayMenu(view, words));
  }

  #showItems(items: readonly MenuItem[]): void {
    const text = JSON.stringify(items);
    if (text === this.#items) return;
    this.#items = text;
    this.#menu = Menu.buildFromTemplate(items.map((item) => this.#template(item)));
    // Linux desktops show the menu themselves. On a Mac an attached menu would swallow the click that opens the popover.
    if (process.platform !== 'darwin') this.#tray?.setContextMenu(this.#menu);
  }

  #template(item: MenuItem): MenuItemConstructorOptions {
    if (item.kind === 'separator') return { type: 'separator' };
    const { label, enabled, choice } = item;
    return { label, enabled, click: () => this.#options.onChoice(choice) };
  }

  /** A Mac's Control-click is its other right click. */
  #click(event: KeyboardEvent, bounds: Rectangle): void {
    if (event.ctrlKey) this.#popUpMenu();
    else this.#options.onClick(bounds);
  }

  #popUpMenu(): void {
    if (process.platform === 'darwin' && this.#menu !== null) this.#tray?.popUpContextMenu(this.#menu);
  }

  #image(icon: Glyph): NativeImage {
    const known = this.#images.get(icon);
    if (known !== undefined) return known;
    const image = nativeImage.createFromPath(join(this.#options.iconFolder, `${icon}Template.png`));
    this.#images.set(icon, image);
    return image;
  }
}
