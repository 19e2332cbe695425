import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { app, net, powerMonitor } from 'electron';
import { dayMs } from './assess/rules.ts';
import type { Assessment } from './assess/view.ts';
import { Desk, type MenuBarOptions } from './desk.ts';
import { Ledger } from './ledger.ts';
import { openLogFile } from './log-file.ts';
import { Screen } from './screen.ts';
import { lockDown } from './show/lockdown.ts';
import { registerPageScheme, servePage } from './show/page.ts';
import { MacWatch } from './watch-mac.ts';

/** What an icon takes to appear, generously. Nobody notices what is read, or said, later. */
const iconTimeMs = 200;

/** The launch agent passes it. */
export const startedByLaunchd = '--started-by-launchd';

/** Runs Vigil in the menu bar until the person quits it: the watch of this Mac, and the desk that shows it and acts. */
export function runMenuBar(options: MenuBarOptions): void {
  const { bundles, paths, userName } = options;
  const log = openLogFile(paths.vigil.log, { alsoOnConsole: !app.isPackaged });
  const onError = (error: unknown) => log.error('unexpected', error);
  process.on('uncaughtException', onError);
  process.on('unhandledRejection', onError);
  registerPageScheme();
  lockDown(app, log);

  const ledger = Ledger.open({
    path: paths.vigil.ledger,
    now: Date.now,
    onProblem: (what) => log.warn(what),
  });
  let desk: Desk | null = null;
  const screen = new Screen(paths, (settings) => desk?.setScreen(settings), onError);
  servePage(app, join(bundles, 'renderer'), () => screen.current?.logo ?? null);
  const isReady = app.whenReady();
  const isShown = isReady.then(() => delay(iconTimeMs));
  const onAssessment = (assessment: Assessment, assessedAt: number) => {
    const { current } = screen;
    if (current === null) return;
    desk ??= new Desk({ ...options, ledger, mac, log, screen: current, isShown }, assessment);
    desk.show(assessment, assessedAt);
  };
  const mac = new MacWatch({
    paths,
    userName,
    ledger,
    powerEvents: powerMonitor,
    fetch: (url, request) => net.fetch(url, request),
    log,
    onError,
    onAssessment,
    onSettings: (resolved) => {
      const { LedgerDays, LogLevel } = resolved.settings;
      log.setLevel(LogLevel);
      ledger.keepFor(LedgerDays * dayMs);
      screen.apply(resolved);
    },
  });
  // The Mac is read while Electron gets ready, so that the first icon is already the right one.
  void isReady.then(async () => {
    await screen.begin();
    mac.engine.update({});
  });
  void mac.start(isShown);
  // launchd starts it once more after an update; nobody has asked for the window then.
  app.on('second-instance', (_event, argv) => {
    if (!argv.includes(startedByLaunchd)) desk?.open();
  });
  app.on('activate', () => desk?.open());
  app.on('window-all-closed', () => {
    // The icon stays.
  });
  quitCleanly(async () => {
    desk?.close();
    await mac.stop();
    ledger.close();
  }, onError);
}

/** Nothing of Vigil may outlive it: `log` children, timers, watches. A sign-in that runs goes on; it is the person's. */
function quitCleanly(close: () => Promise<void>, onError: (error: unknown) => void): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void close()
      .catch(onError)
      .finally(() => app.exit());
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
}
