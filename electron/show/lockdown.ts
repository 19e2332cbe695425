import { type App, Menu, type Session, type WebContents } from 'electron';

type Log = Pick<Console, 'warn'>;

/**
 * What Vigil's page never needs is refused for every page, should a fault of Chromium or of ours ever load another.
 * Called before `ready`, so that Electron does not make its own menu, whose shortcuts reload pages and open tools.
 */
export function lockDown(app: App, log: Log): void {
  Menu.setApplicationMenu(null);
  app.on('session-created', (session) => lockDownSession(session, log));
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents, log));
}

/**
 * No page gets a permission, not even one that Chromium grants without asking; and Chromium does not fetch dictionaries,
 * which it does for a session where the system has none, even with the checker off (electron/electron#22995): Vigil asks
 * no host by itself.
 */
function lockDownSession(session: Session, log: Log): void {
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('permission denied', permission);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** A page stays where the main process has loaded it: no navigation, no further window, no embedded page. */
function keepInPlace(contents: WebContents, log: Log): void {
  // Of the main frame too, before its `will-navigate`.
  contents.on('will-frame-navigate', (event) => {
    log.warn('navigation denied', event.url);
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    log.warn('new window denied', url);
    return { action: 'deny' };
  });
}
