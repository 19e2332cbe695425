import { screen } from 'electron';
import type { Screens } from './popover-position.ts';

/** Those of now; the one with the pointer is where the person is. */
export function currentScreens(): Screens {
  return [screen.getDisplayNearestPoint(screen.getCursorScreenPoint()), ...screen.getAllDisplays()];
}

/** Calls the listener when a screen comes, goes or changes. Returns what ends it. */
export function onScreensChanged(listener: () => void): () => void {
  screen.on('display-added', listener);
  screen.on('display-removed', listener);
  screen.on('display-metrics-changed', listener);
  return () => {
    screen.off('display-added', listener);
    screen.off('display-removed', listener);
    screen.off('display-metrics-changed', listener);
  };
}
