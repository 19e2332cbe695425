import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, type Size } from 'electron';
import type { View } from '../assess/view.ts';
import { describe } from '../words/describe.ts';

/** Below the icon, as its popover; or centred on the screen, as an ordinary window, for who has opened the app. */
export type Placement = 'icon' | 'centred';

export const usualSize = { width: 360, height: 420 } as const;

/**
 * Of the page, in points: one for each phase, so that nothing jumps while it is read. Where something is wrong, the cause,
 * the steps and whom to ask are seen without scrolling.
 */
export function pageSizeFor(view: View): Size {
  return { ...usualSize, height: describe(view).isDense ? 540 : usualSize.height };
}

/** A window for Vigil's page, not shown yet. What it is cannot be changed later. */
export function createWindow(placement: Placement, preload: string, size: Size): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Vigil',
    ...size,
    useContentSize: true,
    ...(placement === 'icon' ? popover() : ordinary()),
    show: false,
    // Off a Mac the menu of the app would take a strip of the window; its keys work without.
    autoHideMenuBar: true,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
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
  if (placement === 'icon')
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  return window;
}

function popover(): BrowserWindowConstructorOptions {
  const looks = { frame: false, skipTaskbar: true };
  return process.platform === 'darwin'
    ? { ...looks, ...material('popover'), type: 'panel', visualEffectState: 'active' }
    : { ...looks, ...opaque() };
}

function ordinary(): BrowserWindowConstructorOptions {
  return process.platform === 'darwin' ? material('window') : opaque();
}

/** The system's own, which the page lets through. */
function material(vibrancy: 'popover' | 'window'): BrowserWindowConstructorOptions {
  return { vibrancy, backgroundColor: '#00000000' };
}

/** The colour of the page, so that opening does not flash. */
function opaque(): BrowserWindowConstructorOptions {
  return { backgroundColor: nativeTheme.shouldUseDarkColors ? '#1e1e1e' : '#f6f6f6' };
}
