import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeTheme } from 'electron';
import type { NotificationEntry } from '../../../electron/assess/ledger-entry.ts';
import type { View, Want } from '../../../electron/assess/view.ts';
import type { Intent, Shown } from '../../../electron/contract.ts';
import { appMenu } from '../../../electron/show/app-menu.ts';
import { type IconVisibility, isIconWanted } from '../../../electron/show/icon-visibility.ts';
import { serveIpc } from '../../../electron/show/ipc.ts';
import { lockDown } from '../../../electron/show/lockdown.ts';
import { Notifications } from '../../../electron/show/notifications.ts';
import { pageUrl, registerPageScheme, servePage } from '../../../electron/show/page.ts';
import { Popover } from '../../../electron/show/popover.ts';
import { ReportSheet } from '../../../electron/show/report-sheet.ts';
import { TrayIcon } from '../../../electron/show/tray.ts';
import { shownOf } from '../../unit/renderer/shown.ts';
import { healthy } from '../../unit/words/views.ts';

// The parts of show/ in real Electron, moved by a test instead of by a Mac. Build: see stage.ts.

export type StageOptions = {
  readonly asked?: boolean;
  /** Keys that an earlier run has posted. */
  readonly posted?: readonly string[];
  readonly keepHiddenMs?: number;
  /** What the report says. */
  readonly report?: string;
};

export type Stage = {
  /** Besides the view, what else the popover is told. */
  readonly show: (view: View, changes?: Partial<Shown>) => void;
  readonly setIconVisibility: (visibility: IconVisibility) => void;
  readonly popover: Popover;
  readonly notifications: Notifications;
  /** What would have gone to the ledger, `posted key`. */
  readonly remembered: string[];
  readonly intents: Intent[];
  /** What the person has clicked: `notification`, `open`, `quit`, or an intent. */
  readonly clicked: string[];
  /** What was said to the log. */
  readonly logged: string[];
};

/** What stands in this Electron once, for whatever stage is set up in it. */
type Standing = {
  readonly stage: Stage;
  readonly shown: () => Shown;
  readonly report: ReportSheet;
  readonly strike: () => void;
};

declare global {
  /** Sets up a stage in the place of the one before, and shows a healthy Mac on it. */
  var setStage: (options: StageOptions) => Stage;
  /** Leaves nothing of the stage before on the desktop. */
  var strikeStage: () => void;
}

/** Holds the bundles of preload and renderer, and the icons. */
const bundles = process.env.VIGIL_BUNDLES ?? '';
let standing: Standing | null = null;
const say = (...data: readonly unknown[]) => standing?.stage.logged.push(data.map(String).join(' '));
const log = { info: say, warn: say, error: say };

registerPageScheme();
lockDown(app, log);
servePage(app, join(bundles, 'renderer'), () => null);
app.on('window-all-closed', () => {
  // The icon stays.
});
void app.whenReady().then(() => {
  serve();
  globalThis.strikeStage = () => {
    standing?.strike();
    standing = null;
  };
  globalThis.setStage = (options) => {
    globalThis.strikeStage();
    standing = setUp(options);
    standing.stage.show(healthy);
    return standing.stage;
  };
});

function serve(): void {
  const present = () => {
    if (standing === null) throw new Error('no stage was set');
    return standing;
  };
  serveIpc({
    page: () => {
      const contents = standing?.stage.popover.contents ?? null;
      return contents === null ? null : { contents, url: pageUrl };
    },
    snapshot: () => present().shown(),
    onIntent: async (intent) => {
      const { stage, report } = present();
      stage.intents.push(intent);
      if (intent.kind === 'close') stage.popover.hide();
      if (intent.kind === 'copy-report') await report.copy();
      if (intent.kind === 'stop') throw new Error('what went wrong in /Users/alex');
    },
    report: (asked) => present().report.show(asked),
    log,
  });
  const menu = appMenu({ close: 'Close', quit: 'Quit' }, () => present().stage.popover.hide());
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}

function setUp(options: StageOptions): Standing {
  const heard = {
    remembered: [] as string[],
    intents: [] as Intent[],
    clicked: [] as string[],
    logged: [] as string[],
  };
  let view: View = healthy;
  let changes: Partial<Shown> = {};
  let iconVisibility: IconVisibility = 'always';
  const shown = () => shownOf(view, { vigilVersion: '9.9.9', ...changes });
  const tray = new TrayIcon({
    iconFolder: join(bundles, 'main/icons'),
    words: ({ phase }) => ({ tooltip: `It is ${phase}`, action: 'Act', open: 'Open', quit: 'Quit' }),
    onClick: (clickBounds) => popover.toggle(clickBounds),
    onChoice: (choice) => heard.clicked.push(choice.kind === 'intent' ? choice.intent.kind : choice.kind),
    isShown: Promise.resolve(),
    log,
  });
  const popover = new Popover({
    pageUrl,
    preload: join(bundles, 'preload/preload.cjs'),
    trayBounds: () => tray.bounds,
    onClosed: () => report.forget(),
    log,
    ...(options.keepHiddenMs === undefined ? {} : { keepHiddenMs: options.keepHiddenMs }),
  });
  const text = (title: string) => ({ title, body: 'Body', actions: null });
  const posted = new Set(options.posted);
  const notifications = new Notifications({
    past: { asked: options.asked ?? false, posted, standing: posted },
    remember: (entry: NotificationEntry) => {
      heard.remembered.push(entry.what === 'asked' ? 'asked' : `${entry.what} ${entry.key}`);
    },
    text: ({ key }: Want) => text(key),
    greeting: () => text('greeting'),
    onClick: () => heard.clicked.push('notification'),
    onAction: ({ key }) => heard.clicked.push(`action ${key}`),
    now: Date.now,
    log,
  });
  let reports = 0;
  const report = new ReportSheet(async () => options.report ?? `The report, ${++reports}`);
  const show = (next: View, changed: Partial<Shown> = {}) => {
    view = next;
    changes = changed;
    tray.update(view, isIconWanted(view, iconVisibility));
    popover.update(shown());
  };
  const setIconVisibility = (visibility: IconVisibility) => {
    iconVisibility = visibility;
    show(view);
  };
  const strike = () => {
    notifications.reconcile([], { isWatched: false, isPermitted: false });
    popover.destroy();
    tray.destroy();
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    nativeTheme.themeSource = 'system';
  };
  const stage = { ...heard, show, setIconVisibility, popover, notifications };
  return { stage, shown, report, strike };
}
