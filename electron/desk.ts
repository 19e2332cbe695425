import { join } from 'node:path';
import { app, Menu, shell } from 'electron';
import { recall } from './assess/memory.ts';
import type { HelpPlace } from './assess/organisation.ts';
import type { PreferenceChange } from './assess/preferences.ts';
import { statusOf } from './assess/status.ts';
import type { Assessment, View } from './assess/view.ts';
import type { Intent, Shown } from './contract.ts';
import type { Ledger } from './ledger.ts';
import type { Logger } from './log-file.ts';
import type { MacPaths } from './paths.ts';
import { preferencesOn, setPreference } from './preferences-on-mac.ts';
import { writeReport } from './report-on-screen.ts';
import type { ScreenSettings } from './screen.ts';
import { appMenu } from './show/app-menu.ts';
import { isIconWanted } from './show/icon-visibility.ts';
import { serveIpc } from './show/ipc.ts';
import { wantsInItsPlace } from './show/make-way.ts';
import { Notifications } from './show/notifications.ts';
import { pageUrl } from './show/page.ts';
import { Popover } from './show/popover.ts';
import { ReportSheet } from './show/report-sheet.ts';
import { onScreensChanged } from './show/screens.ts';
import { StatusPlist } from './show/status-plist.ts';
import { TrayIcon } from './show/tray.ts';
import type { MenuChoice } from './show/tray-menu.ts';
import { greeting, menuWords, notificationText, trayWords } from './show/words.ts';
import type { MacWatch } from './watch-mac.ts';

export type MenuBarOptions = {
  readonly paths: MacPaths;
  readonly userName: string;
  readonly vigilVersion: string;
  /** Holds the bundles of main, preload and renderer. */
  readonly bundles: string;
};

export type DeskOptions = MenuBarOptions & {
  readonly ledger: Ledger;
  readonly mac: MacWatch;
  readonly log: Logger;
  readonly screen: ScreenSettings;
  /** Settled once the first icon may be taken to be on the screen: everything else can wait until then. */
  readonly isShown: Promise<unknown>;
};

/** Where the person and Vigil meet: icon, popover, notifications, status.plist; and what is done when they ask for it. */
export class Desk {
  readonly #options: DeskOptions;
  #screen: ScreenSettings;
  readonly #tray: TrayIcon;
  readonly #popover: Popover;
  readonly #notifications: Notifications;
  readonly #statusPlist: StatusPlist;
  readonly #report = new ReportSheet((asked) => writeReport(this.#options, this.#screen.locale, asked));
  readonly #endIpc: () => void;
  readonly #endScreens: () => void;
  #view: View;
  #isClosed = false;

  constructor(options: DeskOptions, { view }: Assessment) {
    const { bundles, isShown, log, mac, paths, screen } = options;
    this.#options = options;
    this.#screen = screen;
    this.#view = view;
    this.#tray = new TrayIcon({
      iconFolder: join(bundles, 'main/icons'),
      words: (shown) => trayWords(this.#screen.speech(), shown, mac.settings.settings.AllowQuit),
      onClick: (clickBounds) => this.#popover.toggle(clickBounds),
      onChoice: (choice) => this.#onChoice(choice),
      isShown,
      log,
    });
    this.#popover = new Popover({
      pageUrl,
      preload: join(bundles, 'preload/preload.cjs'),
      trayBounds: () => this.#tray.bounds,
      // Networks come back, and agents start, without an event that would tell.
      onPresented: () => mac.engine.refreshSoon(),
      onClosed: () => this.#onClosed(),
      log,
    });
    this.#statusPlist = new StatusPlist({ path: paths.vigil.statusPlist, log });
    this.#notifications = this.#createNotifications();
    this.#endIpc = serveIpc({
      page: () =>
        this.#popover.contents === null ? null : { contents: this.#popover.contents, url: pageUrl },
      snapshot: () => this.#shown(),
      onIntent: (intent) => this.#onIntent(intent),
      report: (asked) => this.#report.show(asked),
      log,
    });
    void isShown.then(() => this.#setAppMenu());
    // The icon may have come into sight, or have lost its place: it is told anew.
    this.#endScreens = onScreensChanged(() => mac.engine.update({}));
  }

  /** The icon first: it is what people see; the file next: it is what fleets count. */
  show(assessment: Assessment, assessedAt: number): void {
    this.#view = assessment.view;
    this.#updateIcon();
    void this.#options.isShown.then(() => this.#tell(assessment, assessedAt));
  }

  /** Somebody has opened Vigil again, perhaps because the icon cannot be found. */
  open(): void {
    this.#popover.openCentred();
  }

  /** Other words, another language: what is on the screen follows. */
  setScreen(screen: ScreenSettings): void {
    this.#screen = screen;
    this.#updateIcon();
    this.#setAppMenu();
    this.#popover.update(this.#shown());
  }

  close(): void {
    this.#isClosed = true;
    this.#endScreens();
    this.#endIpc();
    this.#popover.destroy();
    this.#tray.destroy();
  }

  #tell({ view, wants, ...rest }: Assessment, assessedAt: number): void {
    if (this.#isClosed) return;
    const { vigilVersion } = this.#options;
    const { isVisible: iconVisible } = this.#tray;
    void this.#statusPlist.write(
      statusOf({ view, wants, ...rest }, { assessedAt, vigilVersion, pid: process.pid, iconVisible }),
    );
    this.#popover.update(this.#shown());
    const inItsPlace = wantsInItsPlace(view, this.#popover.madeWayFor);
    this.#notifications.reconcile([...wants, ...inItsPlace], {
      isWatched: this.#popover.isInFront,
      isPermitted: view.notifications !== 'not-asked',
    });
  }

  #shown(): Shown {
    const { vigilVersion, paths } = this.#options;
    const { resolved, locale, organisation, logo } = this.#screen;
    return {
      view: this.#view,
      locale,
      vigilVersion,
      organisation,
      hasLogo: logo !== null,
      preferences: preferencesOn(paths, resolved),
      mayCheckNetwork: resolved.settings.NetworkCheckAllowed,
      iconVisible: this.#tray.isVisible,
    };
  }

  /** While the popover hangs on the icon, the icon stays. */
  #updateIcon(): void {
    const isWanted = isIconWanted(this.#view, this.#screen.resolved.settings.IconVisibility);
    this.#tray.update(this.#view, isWanted || (this.#tray.exists && this.#popover.isOpen));
  }

  #onClosed(): void {
    const { attempt } = this.#view;
    if (attempt !== null && attempt.outcome !== null && !attempt.isSeen) {
      const entry = { type: 'seen', at: Date.now(), attemptId: attempt.id } as const;
      this.#options.mac.engine.remember([entry]);
    }
    this.#report.forget();
    this.#updateIcon();
  }

  #setAppMenu(): void {
    const template = appMenu(menuWords(this.#screen.speech()), () => this.#popover.hide());
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }

  #createNotifications(): Notifications {
    const { ledger, log, mac } = this.#options;
    const { posted, standing, notifications } = recall(ledger.entries());
    return new Notifications({
      past: { asked: notifications !== 'not-asked', posted, standing },
      remember: (entry) => mac.engine.remember([entry]),
      text: (want) => notificationText(this.#screen.speech(), want),
      greeting: () => greeting(this.#screen.speech()),
      onClick: () => this.#popover.open(),
      onAction: () => void this.#onIntent({ kind: 'reactivate' }),
      now: Date.now,
      log,
    });
  }

  #onChoice(choice: MenuChoice): void {
    if (choice.kind === 'quit') app.quit();
    else if (choice.kind === 'open') this.#popover.open();
    else void this.#onIntent(choice.intent);
  }

  /** Only addresses that the organisation has set, which were checked when they were read. */
  async #openHelp(what: HelpPlace): Promise<void> {
    const { contact, helpUrl, registrationUrl } = this.#screen.organisation;
    const urls = { contact: contact?.url ?? null, page: helpUrl, registration: registrationUrl };
    const url = urls[what];
    if (url === null) return;
    // As for an address of an app that is not installed. The popover, which says what to do, must not go for that.
    await shell.openExternal(url).catch((error: unknown) => {
      this.#options.log.warn(`nothing opens the organisation's ${what}`, error);
      shell.beep();
    });
  }

  async #setPreference(change: PreferenceChange): Promise<void> {
    const { paths, mac } = this.#options;
    const result = await setPreference(paths, change);
    if (result.kind === 'failed') throw new Error(`${change.name} was not saved: ${result.why}`);
    await mac.engine.refresh();
    this.#popover.update(this.#shown());
  }

  /** Every way to ask for something leads here, and the newest view decides whether it may be done. */
  async #onIntent(intent: Intent): Promise<void> {
    const { mac } = this.#options;
    switch (intent.kind) {
      case 'close':
        return this.#popover.hide();
      case 'allow-notifications':
        return this.#notifications.allow();
      case 'copy-report':
        return this.#report.copy();
      case 'open-help':
        return this.#openHelp(intent.what);
      case 'set-preference':
        return this.#setPreference(intent.change);
      case 'stop':
        if (this.#view.action.kind === 'stop') await mac.stopSignIn();
        return;
      case 'reactivate':
        if (this.#view.action.kind === 'reactivate') await mac.signIn('app');
        return;
      case 'sign-in-now':
        if (this.#view.action.kind === 'sign-in-now' && intent.confirmed) await mac.signIn('app');
        return;
    }
  }
}
