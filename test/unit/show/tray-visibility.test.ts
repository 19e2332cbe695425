import { expect, test } from 'vitest';
import { isTrayVisible } from '../../../electron/show/tray-visibility.ts';

const icon = (x: number, y = 0, width = 36, height = 24) => ({ x, y, width, height });

function screen(x: number, y: number, width: number, height: number, internal = false) {
  return { bounds: { x, y, width, height }, internal };
}

const monitor = screen(0, 0, 2304, 1296);
const above = screen(0, -1296, 2304, 1296);
const below = screen(0, 1296, 1440, 900);
const left = screen(-1920, -180, 1920, 1080);
const air = screen(0, 0, 1440, 900, true);
const pro14 = screen(0, 0, 1800, 1169, true);
const pro16 = screen(0, 0, 1728, 1117, true);
const pro14WithoutStrip = screen(0, 0, 1512, 945, true);
const asTallOutside = screen(0, 0, 1800, 1200);

test.each([
  ['in the menu bar', icon(1800), [monitor]],
  ['in the menu bar of a screen with negative coordinates', icon(-300, -180), [monitor, left]],
  ['in the menu bar of the screen above', icon(1800, -1296), [monitor, above]],
  ['above a screen whose menu bar hides itself', icon(1800, -24), [monitor]],
  ['at the left, where it is on a Mac that is read from right to left', icon(160), [monitor]],
  ['right of the notch', icon(1020, 4, 36, 30), [pro14]],
  ['left of the notch', icon(700, 4, 36, 30), [pro14]],
  ['in the middle of a MacBook without a notch', icon(702), [air]],
  ['in the middle at a resolution that leaves the notch out', icon(740), [pro14WithoutStrip]],
  ['in the middle of another tall screen', icon(882), [asTallOutside]],
  ['on one of two screens, though the other has a notch', icon(2700), [pro14, screen(1800, 0, 1920, 1080)]],
] as const)('the icon can be seen %s', (_where, bounds, screens) => {
  expect(isTrayVisible(bounds, screens)).toBe(true);
});

test.each([
  ['it has no size', icon(1800, 0, 0, 0), [monitor]],
  ['it has no height', icon(1800, 0, 36, 0), [monitor]],
  ['it lies on no screen', icon(9000), [monitor]],
  ['there is no screen', icon(1800), []],
  // As measured on macOS 26 with the switch off.
  ['it was switched off: at the lower left', icon(-1, 1295, 38), [monitor]],
  ['it was switched off, and a screen begins there', icon(-1, 1295, 38), [monitor, below]],
  ['a manager of icons has pushed it out', icon(-4000), [monitor]],
  // As measured on both models.
  ['it lies under the notch of a 14-inch MacBook Pro', icon(902, 4), [pro14]],
  ['it lies under the notch of a 16-inch MacBook Pro', icon(878, 4), [pro16]],
  ['its bounds are no numbers', icon(Number.NaN), [monitor]],
] as const)('the icon cannot be seen where %s', (_why, bounds, screens) => {
  expect(isTrayVisible(bounds, screens)).toBe(false);
});
