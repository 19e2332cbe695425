import type { Point, Rectangle } from 'electron';

/** What a window or an icon that is nowhere has for bounds. */
export const nowhere: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

export function centerOf({ x, y, width, height }: Rectangle): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

export function contains(area: Rectangle, { x, y }: Point): boolean {
  return x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
}

/** No place at all; also for what is no number. */
export function isEmpty({ width, height }: Rectangle): boolean {
  return !(width > 0 && height > 0);
}
