import type { Point, Rectangle, Size } from 'electron';

/** The gap between the icon and the popover, and the least one to the edge of the screen. */
const gapPt = 6;

type Screen = { readonly bounds: Rectangle; readonly workArea: Rectangle };

/**
 * Where the popover goes: below the icon and centred on it (above it where the bar is at the bottom of the screen), wholly
 * on the display of the icon. `clickBounds` is what the click said of the icon, `trayBounds` what the system says of it;
 * either may be empty (VoiceOver's clicks, Linux), and with neither it goes to the upper right of the first display.
 * `displays` holds one at least, the primary one first.
 */
export function popoverPosition(
  clickBounds: Rectangle,
  trayBounds: Rectangle,
  displays: readonly [Screen, ...Screen[]],
  size: Size,
): Point {
  const icon = [clickBounds, trayBounds].find((bounds) => bounds.width > 0 && bounds.height > 0);
  if (icon === undefined) {
    const { workArea } = displays[0];
    return inside(workArea, size, { x: workArea.x + workArea.width, y: workArea.y });
  }
  const center = { x: icon.x + icon.width / 2, y: icon.y + icon.height / 2 };
  const { bounds, workArea } = displays.find((display) => contains(display.bounds, center)) ?? displays[0];
  const barOnTop = center.y < bounds.y + bounds.height / 2;
  return inside(workArea, size, {
    x: Math.round(center.x - size.width / 2),
    y: barOnTop ? icon.y + icon.height + gapPt : icon.y - size.height - gapPt,
  });
}

function contains(area: Rectangle, { x, y }: Point): boolean {
  return x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
}

/** The nearest place within `area`; what is larger than the area keeps its upper left corner in sight. */
function inside(area: Rectangle, size: Size, { x, y }: Point): Point {
  const right = area.x + area.width - size.width - gapPt;
  const bottom = area.y + area.height - size.height - gapPt;
  return {
    x: Math.max(area.x + gapPt, Math.min(x, right)),
    y: Math.max(area.y + gapPt, Math.min(y, bottom)),
  };
}
