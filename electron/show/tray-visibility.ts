import type { Display, Rectangle } from 'electron';
import { centerOf, isEmpty } from './rectangle.ts';

export type MenuBarScreen = Pick<Display, 'bounds' | 'internal'>;

/** The highest menu bar, that beside a notch at the finest resolution, and a little more. */
const barPt = 48;

/** No icon of an app gets so near to the left edge: there is the Apple menu or, from right to left, the clock. */
const leftmostPt = 40;

/** Half of the notch, as a share of the width of the screen: 5.3 % on 16-inch models, 6.1 % on 14-inch ones. */
const halfNotch = 0.053;

/**
 * Whether the icon can be seen, as far as its bounds tell: macOS has no word for it. An icon that is switched off in the
 * settings of macOS 26 gets no place in the bar and lies at the lower left of the main screen (measured by
 * vorssaint/vorssaint-utils#1811); one that does not fit beside the notch lies under it (robinebers/openusage#993). In
 * doubt it can be seen: a hint that is wrong is worse than none.
 */
export function isTrayVisible(bounds: Rectangle, screens: readonly MenuBarScreen[]): boolean {
  return (
    !isEmpty(bounds) && screens.some((screen) => isInBar(bounds, screen) && !isUnderNotch(bounds, screen))
  );
}

/** A bar that hides itself waits just above the screen. */
function isInBar(icon: Rectangle, { bounds }: MenuBarScreen): boolean {
  const { x, y } = centerOf(icon);
  return Math.abs(y - bounds.y) < barPt && x >= bounds.x + leftmostPt && x < bounds.x + bounds.width;
}

function isUnderNotch(icon: Rectangle, { bounds, internal }: MenuBarScreen): boolean {
  const middle = centerOf(bounds).x;
  return hasNotch(bounds, internal) && Math.abs(centerOf(icon).x - middle) < halfNotch * bounds.width;
}

/**
 * MacBooks without a notch have screens of 16:10, or wider; those with one have the height of the notch on top of that,
 * unless a resolution is chosen that leaves the strip beside it out.
 */
function hasNotch({ width, height }: Rectangle, internal: boolean): boolean {
  const stripPt = height - (width * 10) / 16;
  return internal && stripPt > 16;
}
