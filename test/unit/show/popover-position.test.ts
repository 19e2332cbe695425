import { expect, test } from 'vitest';
import { popoverPosition } from '../../../electron/show/popover-position.ts';

const size = { width: 360, height: 420 };
const nowhere = { x: 0, y: 0, width: 0, height: 0 };
const icon = (x: number, y = 0) => ({ x, y, width: 30, height: 24 });

function display(x: number, y: number, width: number, height: number, { top = 24, bottom = 0 } = {}) {
  return {
    bounds: { x, y, width, height },
    workArea: { x, y: y + top, width, height: height - top - bottom },
  };
}

const laptop = display(0, 0, 1440, 900);
const left = display(-1920, -180, 1920, 1080);
const above = display(0, -1080, 1920, 1080);
const bottomBar = display(0, 0, 1920, 1080, { top: 0, bottom: 40 });
const tiny = display(0, 0, 320, 240);

test.each([
  ['below the icon and centred on it', icon(800), nowhere, [laptop], { x: 635, y: 30 }],
  [
    'where the system says the icon is, if the click does not say',
    nowhere,
    icon(800),
    [laptop],
    { x: 635, y: 30 },
  ],
  ['where the click was, if the two differ', icon(800), icon(400), [laptop], { x: 635, y: 30 }],
  ['not over the right edge', icon(1400), nowhere, [laptop], { x: 1074, y: 30 }],
  ['not over the left edge', icon(10), nowhere, [laptop], { x: 6, y: 30 }],
  ['on the display left of the primary one', icon(-300, -180), nowhere, [laptop, left], { x: -465, y: -150 }],
  ['on the display above the primary one', icon(900, -1080), nowhere, [laptop, above], { x: 735, y: -1050 }],
  ['above the icon in a bar at the bottom', icon(1500, 1048), nowhere, [bottomBar], { x: 1335, y: 614 }],
  [
    'in the upper right if nothing says where the icon is',
    nowhere,
    nowhere,
    [laptop, left],
    { x: 1074, y: 30 },
  ],
  [
    'on the primary display if the icon lies on none',
    icon(9000),
    nowhere,
    [laptop, left],
    { x: 1074, y: 30 },
  ],
  ['with its upper left corner in sight on a small display', icon(200), nowhere, [tiny], { x: 6, y: 30 }],
] as const)('the popover opens %s', (_rule, clickBounds, trayBounds, displays, expected) => {
  expect(popoverPosition(clickBounds, trayBounds, displays, size)).toEqual(expected);
});
