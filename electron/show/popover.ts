import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  type Rectangle,
  screen,
  type WebContents,
} from 'electron';
import type { View } from '../assess/view.ts';
import { channels, type Shown } from '../contract.ts';
import { popoverPosition } from './popover-position.ts';

const size = { width: 360, height: 420 } as const;

/** A window costs some 40 MB; opening it anew costs a moment that nobody notices. */
const usualKeepHiddenMs = 5 * 60 * 1000;

/** A press on the icon takes the focus from the popover before it becomes a click: what a click after that means is "close". */
const samePressMs = 400;

export type PopoverOptions = {
  readonly pageUrl: string;
  /** Absolute path of the bundled preload script. */
  readonly preload: string;
  /** The bounds of the tray icon as the system tells them; may be empty. */
  readonly trayBounds: () => Rectangle;
  /** Somebody looks: time to see whether what is said still holds. */
  readonly onPresented?: () => void;
  readonly log: Pick<Console, 'info' | 'warn'>;
  readonly keepHiddenMs?: number;
};

/**
 * The window below the icon: made at its first opening, hidden when it loses the focus, destroyed some minutes later.
 * It never shows itself; only the person opens it.
 */
export class Popover {
  readonly #options: PopoverOptions;
  #window: BrowserWindow | null = null;
  /** The page has been painted, so that showing the window does not flash. */
  #painted = false;
  /** It has the focus, or had it since it was shown. */
  #hadFocus = false;
  #destruction: NodeJS.Timeout | null = null;
  #hiddenByBlurAt = Number.NEGATIVE_INFINITY;

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

  /** For a click on the icon, whose bounds the click told. */
  toggle(clickBounds: Rectangle): void {
    const closedByThisPress = performance.now() - this.#hiddenByBlurAt < samePressMs;
    if (this.isOpen || closedByThisPress) this.hide();
    else this.open(clickBounds);
  }

  open(clickBounds: Rectangle = nowhere): void {
    if (this.#destruction !== null) clearTimeout(this.#destruction);
    this.#destruction = null;
    if (this.#window === null) {
      this.#window = this.#create(clickBounds);
    } else if (this.#painted) {
      this.#present(this.#window, clickBounds);
    }
  }

  hide(): void {
    if (this.isOpen) this.#window?.hide();
  }

  /** Passes the newest state on to the page. */
  update(shown: Shown): void {
    if (this.#window === null) return;
    // A sign-in window that opens now must be able to come to the front.
    if (mayOpenSignInWindow(shown.view)) this.#window.setAlwaysOnTop(false);
    this.#window.webContents.send(channels.shown, shown);
  }

  destroy(): void {
    if (this.#destruction !== null) clearTimeout(this.#destruction);
    this.#destruction = null;
    const window = this.#window;
    this.#window = null;
    if (window !== null && !window.isDestroyed()) window.destroy();
  }

  #create(clickBounds: Rectangle): BrowserWindow {
    const { log, pageUrl, preload } = this.#options;
    const window = newWindow(preload);
    this.#painted = false;
    // What a window that is already replaced still has to say concerns nobody.
    const isCurrent = () => this.#window === window;
    const giveUp = (why: string, reason: unknown) => {
      if (!isCurrent()) return;
      log.warn(`popover: ${why}`, reason);
      this.destroy();
    };
    window.once('ready-to-show', () => {
      if (!isCurrent()) return;
      this.#painted = true;
      this.#present(window, clickBounds);
    });
    window.on('focus', () => {
      if (isCurrent()) this.#hadFocus = true;
    });
    window.on('blur', () => {
      // The focus that it lost by hiding may be reported after it was shown again.
      if (!isCurrent() || !this.isOpen || !this.#hadFocus) return;
      this.#hiddenByBlurAt = performance.now();
      window.hide();
    });
    window.on('hide', () => {
      if (isCurrent()) this.#destroyLater();
    });
    window.on('closed', () => {
      if (isCurrent()) this.destroy();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => giveUp('page is gone', reason));
    void window.loadURL(pageUrl).catch((error: unknown) => giveUp('page cannot be loaded', error));
    return window;
  }

  /** The person has asked for it, so it takes the focus (a panel does so without activating the app). */
  #present(window: BrowserWindow, clickBounds: Rectangle): void {
    const displays = screen.getAllDisplays();
    const { x, y } = popoverPosition(
      clickBounds,
      this.#options.trayBounds(),
      [screen.getPrimaryDisplay(), ...displays],
      size,
    );
    window.setPosition(x, y, false);
    // A panel of an app that is not active would open behind the windows of the one that is.
    window.setAlwaysOnTop(true, 'floating');
    if (!window.isVisible()) this.#hadFocus = false;
    window.show();
    this.#options.onPresented?.();
  }

  #destroyLater(): void {
    if (this.#destruction !== null) clearTimeout(this.#destruction);
    const { keepHiddenMs = usualKeepHiddenMs } = this.#options;
    this.#destruction = setTimeout(() => this.destroy(), keepHiddenMs);
  }
}

const nowhere: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

function mayOpenSignInWindow(view: View): boolean {
  return view.phase === 'reactivating' || view.windowWaiting;
}

function newWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Vigil',
    ...size,
    ...looks(),
    show: false,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  // On the space, and above the full-screen app, where the person clicked. Vigil has no Dock icon (LSUIElement), so
  // nothing has to be transformed, which would make the window flicker.
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  return window;
}

/** On a Mac the system's own popover material; elsewhere the colour of the page, so that opening does not flash. */
function looks(): BrowserWindowConstructorOptions {
  if (process.platform === 'darwin') {
    return { type: 'panel', vibrancy: 'popover', visualEffectState: 'active', backgroundColor: '#00000000' };
  }
  return { backgroundColor: nativeTheme.shouldUseDarkColors ? '#1e1e1e' : '#f6f6f6' };
}
