import type { Display, Point, Rectangle, Size } from 'electron';
import { centerOf, contains, isEmpty } from './rectangle.ts';

/** The gap between the icon and the popover, and the least one to the edge of the screen. */
const gapPt = 6;

export type Screen = Pick<Display, 'bounds' | 'workArea'>;

/** All screens, the active one first: that is where somebody looks. */
export type Screens = readonly [Screen, ...Screen[]];

/**
 * Where the popover goes: below the icon and centred on it (above it where the bar is at the bottom of the screen), wholly
 * on the screen of the icon. `clickBounds` is what the click said of the icon, `trayBounds` what the system says of it.
 * Either may be empty (VoiceOver's clicks, Linux, no icon) or lie on no screen (one that was just unplugged, a menu bar
 * that is hidden); with neither it goes to the upper right of the active screen, where the icons are.
 */
export function popoverPosition(
  clickBounds: Rectangle,
  trayBounds: Rectangle,
  screens: Screens,
  size: Size,
): Point {
  for (const icon of [clickBounds, trayBounds]) {
    const screen = isEmpty(icon) ? undefined : screenAt(centerOf(icon), screens);
    if (screen !== undefined) return besideIcon(icon, screen, size);
  }
  const { workArea } = screens[0];
  return inside(workArea, size, { x: workArea.x + workArea.width, y: workArea.y });
}

/** In the middle of the screen, as windows open that nobody has moved yet. */
export function centredPosition({ workArea }: Screen, size: Size): Point {
  const { x, y } = centerOf(workArea);
  return inside(workArea, size, { x: x - size.width / 2, y: y - size.height / 2 });
}

function screenAt(point: Point, screens: Screens): Screen | undefined {
  return screens.find(({ bounds }) => contains(bounds, point));
}

function besideIcon(icon: Rectangle, { bounds, workArea }: Screen, size: Size): Point {
  const center = centerOf(icon);
  const barOnTop = center.y < centerOf(bounds).y;
  return inside(workArea, size, {
    x: center.x - size.width / 2,
    y: barOnTop ? icon.y + icon.height + gapPt : icon.y - size.height - gapPt,
  });
}

/** The nearest place within `area`. */
function inside(area: Rectangle, size: Size, { x, y }: Point): Point {
  return { x: along(area.x, area.width, size.width, x), y: along(area.y, area.height, size.height, y) };
}

/** What is larger than the area keeps its upper left corner in sight; what just fits does without the gap. */
function along(start: number, length: number, wanted: number, at: number): number {
  const free = Math.max(0, length - wanted);
  const gap = Math.min(gapPt, Math.floor(free / 2));
  return Math.round(Math.max(start + gap, Math.min(at, start + free - gap)));
}
