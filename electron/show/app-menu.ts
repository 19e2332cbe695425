import type { MenuItemConstructorOptions } from 'electron';

export type AppMenuWords = { readonly close: string; readonly quit: string };

/**
 * The menu of the app, for its keys: on a Mac, Command-C, Command-A and Command-W do nothing that no menu item stands for.
 * An app without Dock icon has no menu bar, so nobody sees it. What is no standard item is not in it: nothing reloads the
 * page, zooms it or opens the tools of a developer.
 */
export function appMenu(words: AppMenuWords, onClose: () => void): MenuItemConstructorOptions[] {
  return [
    { label: 'Vigil', submenu: [{ role: 'quit', label: words.quit }] },
    { role: 'editMenu', submenu: [{ role: 'copy' }, { role: 'selectAll' }] },
    {
      role: 'windowMenu',
      // The role would close for good what is only put away, and a window without a title bar refuses it.
      submenu: [{ label: words.close, accelerator: 'CommandOrControl+W', click: onClose }],
    },
  ];
}
