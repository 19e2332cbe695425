import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centredPosition, popoverPosition, type Screens } from '../../../electron/show/popover-position.ts';
import { nowhere } from '../../../electron/show/rectangle.ts';

const size = { width: 360, height: 420 };
const icon = (x: number, y = 0, height = 24) => ({ x, y, width: 30, height });

function screen(x: number, y: number, width: number, height: number, { top = 24, bottom = 0 } = {}) {
  return {
    bounds: { x, y, width, height },
    workArea: { x, y: y + top, width, height: height - top - bottom },
  };
}

const laptop = screen(0, 0, 1440, 900);
const left = screen(-1920, -180, 1920, 1080);
const above = screen(0, -1080, 1920, 1080);
// In points, as macOS counts: twice as many pixels make no difference.
const sharp = screen(1440, 0, 2560, 1440);
const notched = screen(0, 0, 1512, 982, { top: 38 });
const fullScreen = screen(0, 0, 1440, 900, { top: 0 });
const bottomBar = screen(0, 0, 1920, 1080, { top: 0, bottom: 40 });
const tiny = screen(0, 0, 320, 240);
const gone = icon(-300, -180);

test.each([
  ['below the icon and centred on it', icon(800), nowhere, [laptop], { x: 635, y: 30 }],
  ['where the click was, if the two differ', icon(800), icon(400), [laptop], { x: 635, y: 30 }],
  ['where the icon is, if VoiceOver’s click has no place', nowhere, icon(800), [laptop], { x: 635, y: 30 }],
  ['not over the right edge', icon(1400), nowhere, [laptop], { x: 1074, y: 30 }],
  ['not over the left edge', icon(10), nowhere, [laptop], { x: 6, y: 30 }],
  ['on the screen left of the primary one', icon(-300, -180), nowhere, [laptop, left], { x: -465, y: -150 }],
  ['on the screen above the primary one', icon(900, -1080), nowhere, [laptop, above], { x: 735, y: -1050 }],
  ['on a screen of another scale', icon(3000), nowhere, [laptop, sharp], { x: 2835, y: 30 }],
  ['below the higher menu bar beside a notch', icon(1100, 0, 30), nowhere, [notched], { x: 935, y: 44 }],
  ['below the menu bar that shows over a full screen', icon(800), nowhere, [fullScreen], { x: 635, y: 30 }],
  ['in the upper right if the menu bar is hidden', nowhere, icon(800, -24), [laptop], { x: 1074, y: 30 }],
  ['in the upper right if the icon has no height', icon(800, 0, 0), nowhere, [laptop], { x: 1074, y: 30 }],
  ['above the icon in a bar at the bottom', icon(1500, 1048), nowhere, [bottomBar], { x: 1335, y: 614 }],
  [
    'in the upper right of the active screen if there is no icon',
    nowhere,
    nowhere,
    [left, laptop],
    { x: -366, y: -150 },
  ],
  ['on the active screen if that of the icon was unplugged', gone, gone, [laptop], { x: 1074, y: 30 }],
  [
    'where the icon is, if the click tells of a screen that is gone',
    gone,
    icon(800),
    [laptop],
    { x: 635, y: 30 },
  ],
  [
    'with its upper left corner in sight on a screen that is too small',
    icon(200),
    nowhere,
    [tiny],
    { x: 0, y: 24 },
  ],
  [
    'in the upper right if the bounds are no numbers',
    icon(Number.NaN),
    nowhere,
    [laptop],
    { x: 1074, y: 30 },
  ],
] as const)('the popover opens %s', (_rule, clickBounds, trayBounds, screens, expected) => {
  expect(popoverPosition(clickBounds, trayBounds, screens, size)).toEqual(expected);
});

test('a window that is opened without an icon stands in the middle of the work area', () => {
  expect(centredPosition(laptop, size)).toEqual({ x: 540, y: 252 });
  expect(centredPosition(left, size)).toEqual({ x: -1140, y: 162 });
  expect(centredPosition(tiny, size)).toEqual({ x: 0, y: 24 });
});

const coordinate = fc.integer({ min: -8000, max: 8000 });
const anyRectangle = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.nat(300),
  height: fc.nat(60),
});
/** Large enough for the popover beside its bars, down to the last point. */
const anyScreen = fc
  .record({
    at: fc.tuple(coordinate, coordinate),
    width: fc.integer({ min: size.width, max: 4000 }),
    height: fc.integer({ min: size.height, max: 3000 }),
    top: fc.nat(50),
    bottom: fc.nat(90),
  })
  .map(({ at: [x, y], width, height, top, bottom }) =>
    screen(x, y, width, height + top + bottom, { top, bottom }),
  );
const anyScreens = fc.tuple(anyScreen, fc.array(anyScreen, { maxLength: 3 }));

test('wherever the icon is said to be, the whole popover lies in the work area of one screen', () => {
  fc.assert(
    fc.property(anyRectangle, anyRectangle, anyScreens, (clickBounds, trayBounds, [first, others]) => {
      const screens: Screens = [first, ...others];
      const { x, y } = popoverPosition(clickBounds, trayBounds, screens, size);
      const isWithin = screens.some(
        ({ workArea }) =>
          x >= workArea.x &&
          y >= workArea.y &&
          x + size.width <= workArea.x + workArea.width &&
          y + size.height <= workArea.y + workArea.height,
      );
      expect(isWithin).toBe(true);
    }),
  );
});
