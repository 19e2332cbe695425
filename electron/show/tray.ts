import { join } from 'node:path';
import {
  type KeyboardEvent,
  Menu,
  type MenuItemConstructorOptions,
  type NativeImage,
  nativeImage,
  type Rectangle,
  Tray,
} from 'electron';
import type { View } from '../assess/view.ts';
import { type Glyph, glyphOf } from '../words/look.ts';
import { type MenuChoice, type MenuItem, type MenuWords, trayMenu } from './tray-menu.ts';

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
  readonly log: Pick<Console, 'info'>;
};

/** Vigil's icon in the menu bar. It changes only when what it says changes. */
export class TrayIcon {
  readonly #options: TrayIconOptions;
  readonly #tray: Tray;
  readonly #images = new Map<Glyph, NativeImage>();
  #icon: Glyph;
  #tooltip = '';
  #items = '';
  /** Held for as long as it may be open. */
  #menu: Menu | null = null;

  constructor(options: TrayIconOptions) {
    this.#options = options;
    // Until the first assessment nothing is known.
    this.#icon = 'dotted';
    this.#tray = new Tray(this.#image(this.#icon));
    // Two clicks open and close again; as a double click the second one would be lost (macOS).
    this.#tray.setIgnoreDoubleClickEvents(true);
    this.#tray.on('click', (event, bounds) => this.#click(event, bounds));
    this.#tray.on('right-click', () => this.#popUpMenu());
  }

  get bounds(): Rectangle {
    return this.#tray.getBounds();
  }

  update(view: View): void {
    this.#showIcon(view);
    const words = this.#options.words(view);
    if (words.tooltip !== this.#tooltip) this.#tray.setToolTip(words.tooltip);
    this.#tooltip = words.tooltip;
    // Making a menu takes longer than all the rest, and nobody has it open before the icon is out.
    setImmediate(() => this.#showItems(trayMenu(view, words)));
  }

  destroy(): void {
    this.#tray.destroy();
  }

  #showIcon(view: View): void {
    const icon = glyphOf(view);
    if (icon === this.#icon) return;
    const { phase, atRisk, windowWaiting } = view;
    this.#options.log.info(`icon: ${this.#icon} → ${icon}`, { phase, atRisk, windowWaiting });
    this.#tray.setImage(this.#image(icon));
    this.#icon = icon;
  }

  #showItems(items: readonly MenuItem[]): void {
    const text = JSON.stringify(items);
    if (text === this.#items || this.#tray.isDestroyed()) return;
    this.#items = text;
    this.#menu = Menu.buildFromTemplate(items.map((item) => this.#template(item)));
    // Linux desktops show the menu themselves. On a Mac an attached menu would swallow the click that opens the popover.
    if (process.platform !== 'darwin') this.#tray.setContextMenu(this.#menu);
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
    if (process.platform === 'darwin' && this.#menu !== null) this.#tray.popUpContextMenu(this.#menu);
  }

  #image(icon: Glyph): NativeImage {
    const known = this.#images.get(icon);
    if (known !== undefined) return known;
    const image = nativeImage.createFromPath(join(this.#options.iconFolder, `${icon}Template.png`));
    this.#images.set(icon, image);
    return image;
  }
}
