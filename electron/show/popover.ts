import type { BrowserWindow, Rectangle, Size, WebContents } from 'electron';
import { channels, type Shown } from '../contract.ts';
import { makesWayFor, mayOpenSignInWindow } from './make-way.ts';
import { centredPosition, popoverPosition } from './popover-position.ts';
import { createWindow, type Placement, pageSizeFor, usualSize } from './popover-window.ts';
import { nowhere } from './rectangle.ts';
import { currentScreens } from './screens.ts';

/** A window costs some 40 MB; opening it anew costs a moment that nobody notices. */
const usualKeepHiddenMs = 5 * 60 * 1000;

/** A press on the icon takes the focus from the window before it becomes a click: what a click after that means is "close". */
const samePressMs = 400;

/** A window that is shown right after it was hidden is told of the focus that it got, then of the one that it had lost (X11). */
const focusSettlesMs = 100;

export type PopoverOptions = {
  readonly pageUrl: string;
  /** Absolute path of the bundled preload script. */
  readonly preload: string;
  /** The bounds of the tray icon as the system tells them; may be empty. */
  readonly trayBounds: () => Rectangle;
  /** Somebody looks: time to see whether what is said still holds. */
  readonly onPresented?: () => void;
  /** Nobody looks any more. */
  readonly onClosed?: () => void;
  readonly log: Pick<Console, 'info' | 'warn'>;
  readonly keepHiddenMs?: number;
};

type Opening = { readonly placement: Placement; readonly clickBounds: Rectangle };

/**
 * The one window with Vigil's page: below the icon, where it closes as soon as it loses the focus, or an ordinary one in
 * the middle of the screen. Made at its first opening, hidden when it is closed, destroyed some minutes later. It never
 * shows itself; only the person opens it.
 */
export class Popover {
  readonly #options: PopoverOptions;
  #window: BrowserWindow | null = null;
  #placement: Placement = 'icon';
  #clickBounds = nowhere;
  #size: Size = usualSize;
  /** The page has been painted, so that showing the window does not flash. */
  #painted = false;
  /** It was shown, and its hiding is not told yet. */
  #isPresented = false;
  /** It has the focus, or had it since it was shown. */
  #hadFocus = false;
  /** A save panel, say, is attached to it (on a Mac). */
  #hasSheet = false;
  #destruction: NodeJS.Timeout | null = null;
  #lostFocusAt = Number.NEGATIVE_INFINITY;
  /** The attempt whose sign-in window has come. */
  #seenWindowOf: string | null = null;
  #madeWayFor: string | null = null;

  constructor(options: PopoverOptions) {
    this.#options = options;
  }

  /** The page's contents while the window exists, open or hidden. */
  get contents(): WebContents | null {
    return this.#window?.webContents ?? null;
  }

  get isOpen(): boolean {
    return this.#window?.isVisible() ?? false;
  }

  /** Open where it is seen: an ordinary window stays open behind others and on other spaces, which macOS does not tell. */
  get isInFront(): boolean {
    return this.isOpen && (this.#placement === 'icon' || this.#window?.isFocused() === true);
  }

  /** The attempt to whose sign-in window it has made way, last. */
  get madeWayFor(): string | null {
    return this.#madeWayFor;
  }

  /** For a click on the icon, whose bounds the click told: a second click closes; a window behind others comes forward. */
  toggle(clickBounds: Rectangle): void {
    const hadFocusAtPress = performance.now() - this.#lostFocusAt < samePressMs;
    if (this.isInFront || hadFocusAtPress) this.hide();
    else this.open(clickBounds);
  }

  /** Below the icon or, where there is none, in the upper right. What is open already stays where it is. */
  open(clickBounds: Rectangle = nowhere): void {
    this.#open({ placement: 'icon', clickBounds });
  }

  /** In the middle of the screen. What is open already stays where it is. */
  openCentred(): void {
    this.#open({ placement: 'centred', clickBounds: nowhere });
  }

  hide(): void {
    if (this.#window === null || !this.isOpen) return;
    this.#window.hide();
    // On a Mac the event does not come where something, such as the lock of the screen, has covered the window before.
    this.#onHide();
  }

  /** Passes the newest state on to the page. */
  update(shown: Shown): void {
    const attempt = makesWayFor(shown.view);
    const mustMakeWay = attempt !== null && attempt !== this.#seenWindowOf;
    // Once: who opens it again while the sign-in window waits wants to read.
    if (mustMakeWay) this.#seenWindowOf = attempt;
    this.#resize(pageSizeFor(shown.view));
    if (this.#window === null) return;
    this.#window.webContents.send(channels.shown, shown);
    if (mayOpenSignInWindow(shown.view)) this.#window.setAlwaysOnTop(false);
    if (mustMakeWay && this.isOpen) {
      this.#madeWayFor = attempt;
      this.hide();
    }
  }

  destroy(): void {
    if (this.#destruction !== null) clearTimeout(this.#destruction);
    this.#destruction = null;
    const window = this.#window;
    this.#window = null;
    if (window !== null && !window.isDestroyed()) window.destroy();
  }

  #open(opening: Opening): void {
    if (this.#destruction !== null) clearTimeout(this.#destruction);
    this.#destruction = null;
    // What a window is cannot be changed, and nobody sees this one.
    if (this.#placement !== opening.placement && !this.isOpen) this.destroy();
    if (this.#window === null) {
      this.#placement = opening.placement;
      this.#window = this.#create(opening);
    } else if (this.#painted) {
      this.#present(this.#window, opening);
    }
  }

  #create(opening: Opening): BrowserWindow {
    const { log, pageUrl, preload } = this.#options;
    const window = createWindow(opening.placement, preload, this.#size);
    this.#painted = false;
    this.#hasSheet = false;
    // What a window that is already replaced still has to say concerns nobody.
    const isCurrent = () => this.#window === window;
    const giveUp = (why: string, reason: unknown) => {
      if (!isCurrent()) return;
      log.warn(`popover: ${why}`, reason);
      this.#end();
    };
    window.once('ready-to-show', () => {
      if (!isCurrent()) return;
      this.#painted = true;
      this.#present(window, opening);
    });
    window.on('focus', () => {
      if (isCurrent()) this.#hadFocus = true;
    });
    window.on('blur', () => {
      if (isCurrent()) this.#onBlur(window);
    });
    window.on('sheet-begin', () => {
      if (isCurrent()) this.#hasSheet = true;
    });
    window.on('sheet-end', () => {
      if (isCurrent()) this.#hasSheet = false;
    });
    window.on('hide', () => {
      if (isCurrent()) this.#onHide();
    });
    window.on('closed', () => {
      if (isCurrent()) this.#end();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => giveUp('page is gone', reason));
    void window.loadURL(pageUrl).catch((error: unknown) => giveUp('page cannot be loaded', error));
    return window;
  }

  #onBlur(window: BrowserWindow): void {
    if (!this.isOpen || !this.#hadFocus) return;
    // It went to what belongs to this window, a panel or a question, and will come back.
    if (this.#hasSheet || window.getChildWindows().some((child) => child.isVisible())) return;
    this.#lostFocusAt = performance.now();
    if (this.#placement === 'icon') setTimeout(() => this.#hideUnlessFocused(window), focusSettlesMs);
  }

  #hideUnlessFocused(window: BrowserWindow): void {
    if (this.#window === window && !window.isFocused()) this.hide();
  }

  #onHide(): void {
    // Told already, or it was shown again before this was told.
    if (!this.#isPresented || this.isOpen) return;
    this.#isPresented = false;
    this.#destroyLater();
    this.#options.onClosed?.();
  }

  #end(): void {
    this.destroy();
    this.#options.onClosed?.();
  }

  /** The person has asked for it, so it takes the focus (a panel does so without activating the app). */
  #present(window: BrowserWindow, { clickBounds }: Opening): void {
    if (!window.isVisible()) {
      this.#hadFocus = false;
      this.#clickBounds = clickBounds;
      this.#place(window);
    }
    // A panel of an app that is not active would open behind the windows of the one that is.
    if (this.#placement === 'icon') window.setAlwaysOnTop(true, 'floating');
    window.show();
    this.#isPresented = true;
    this.#options.onPresented?.();
  }

  #resize(size: Size): void {
    if (size.height === this.#size.height) return;
    this.#size = size;
    if (this.#window === null) return;
    this.#window.setContentSize(size.width, size.height);
    if (this.#placement === 'icon') this.#place(this.#window);
  }

  #place(window: BrowserWindow): void {
    const screens = currentScreens();
    const { x, y } =
      this.#placement === 'icon'
        ? popoverPosition(this.#clickBounds, this.#options.trayBounds(), screens, this.#size)
        : centredPosition(screens[0], window.getBounds());
    window.setPosition(x, y, false);
  }

  #destroyLater(): void {
    if (this.#destruction !== null) clearTimeout(this.#destruction);
    const { keepHiddenMs = usualKeepHiddenMs } = this.#options;
    this.#destruction = setTimeout(() => this.destroy(), keepHiddenMs);
  }
}
