import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { appMenu } from '../../../electron/show/app-menu.ts';

function items(onClose = () => {}): readonly MenuItemConstructorOptions[] {
  const menus = appMenu({ close: 'Close', quit: 'Quit Vigil' }, onClose);
  return menus.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
}

test('the keys of a Mac copy, select all and quit; nothing reloads the page or opens tools', () => {
  expect(items().flatMap(({ role }) => role ?? [])).toEqual(['quit', 'copy', 'selectAll']);
});

test('Command-W puts the window away, and not the page to its end', () => {
  let closed = 0;
  const close = items(() => closed++).filter(({ role }) => role === undefined);
  expect(close.map(({ accelerator, label }) => [accelerator, label])).toEqual([
    ['CommandOrControl+W', 'Close'],
  ]);
  Reflect.apply(close[0]?.click ?? expect.fail, undefined, []);
  expect(closed).toBe(1);
});
