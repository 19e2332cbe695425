import { isDeepStrictEqual } from 'node:util';
import { adoptAttempt } from './act/adopt.ts';
import type { ActDeps } from './act/deps.ts';
import type { ProbeFetch } from './act/login-probe.ts';
import { type StartResult, startAttempt } from './act/reactivate.ts';
import { stopAttempt } from './act/stop.ts';
import { actOnMac } from './act-on-mac.ts';
import type { Attempt, Facts } from './assess/facts.ts';
import { unreadSince } from './assess/log-gap.ts';
import type { Assessment } from './assess/view.ts';
import { Engine, type Memory, type Refreshed } from './engine.ts';
import type { Logger } from './log-file.ts';
import type { MacPaths } from './paths.ts';
import { askPrograms, factsBefore, readFiles } from './read-mac.ts';
import { type AadPlistWatch, watchAadPlist } from './sense/aad-plist-watch.ts';
import { readAttempt } from './sense/attempt.ts';
import { coalesce } from './sense/coalesce.ts';
import { type FileWatch, watchFile } from './sense/file-watch.ts';
import { MacLog } from './sense/mac-log.ts';
import { type PowerEvents, Presence } from './sense/presence.ts';
import { type SettingsWatch, watchSettings } from './sense/settings-watch.ts';
import { type ResolvedSettings, resolveSettings } from './settings/in-force.ts';
import { policyOf } from './settings/policy.ts';
import { defaultSettings } from './settings/table.ts';

export type WatchOptions = {
  readonly paths: MacPaths;
  readonly userName: string;
  readonly ledger: Memory;
  /** Electron's powerMonitor; without it presence is only as fresh as the last reading. */
  readonly powerEvents?: PowerEvents;
  readonly onAssessment: (assessment: Assessment, assessedAt: number) => void;
  /** The settings in force: at the start, and whenever they are others. */
  readonly onSettings?: (resolved: ResolvedSettings) => void;
  /** The one handler of what should never happen. */
  readonly onError: (error: unknown) => void;
  /** Asks Microsoft's sign-in host whether it is there, before a sign-in is started. */
  readonly fetch: ProbeFetch;
  readonly log: Logger;
};

/** The agent's last words on a sign-in may come behind the plist; and starting a program takes longer than a new icon. */
const explainAfterMs = 100;

/** The sensors of one Mac, wired to one engine; and what can be done on it. */
export class MacWatch {
  readonly engine: Engine;
  readonly #options: WatchOptions;
  readonly #act: ActDeps;
  readonly #plist: AadPlistWatch;
  readonly #presence: Presence;
  readonly #macLog: MacLog;
  readonly #settingsWatch: SettingsWatch;
  readonly #attemptWatch: FileWatch;
  #settings: ResolvedSettings = resolveSettings({ forced: [], own: new Map() });
  /** Lines of other people do not count, so the log is read only when it is known whose session this is. */
  #isLogWanted = false;
  readonly #refreshOnce = coalesce(() => this.#read());
  /** Presence has events, so only what is due anyhow reads it again: it takes half of the programs that a reading starts. */
  #isPresenceDue = true;
  #explanation: NodeJS.Timeout | undefined;

  constructor(options: WatchOptions) {
    const { paths, userName, ledger, powerEvents, onError, log } = options;
    this.#options = options;
    this.#act = actOnMac(options);
    this.engine = new Engine({
      facts: factsBefore(Date.now(), userName),
      ledger,
      policy: policyOf(defaultSettings),
      now: Date.now,
      refresh: (which) => this.#refresh(which),
      onAssessment: (assessment, assessedAt) => this.#onAssessment(assessment, assessedAt),
      onError,
    });
    this.#macLog = new MacLog({
      executable: paths.run.log,
      root: paths.root,
      onRecord: (record) => this.engine.record(record),
      onAccess: (logAccess) => this.engine.update({ logAccess }),
      onTrouble: (what) => log.warn('the log could not be read', what),
    });
    this.#plist = watchAadPlist(paths.jamf.aadPlist, (plist) => {
      this.engine.update({ plist });
      clearTimeout(this.#explanation);
      this.#explanation = setTimeout(() => this.#explain(), explainAfterMs);
    });
    this.#presence = new Presence({
      run: paths.run,
      ...(powerEvents === undefined ? {} : { events: powerEvents }),
      onChange: (presence) => {
        this.engine.update({ presence });
        // Events of files are lost over a sleep, and facts grow old behind a lock.
        void this.engine.refresh();
      },
    });
    this.#settingsWatch = watchSettings(paths, Date.now, () => this.#readSettings());
    this.#attemptWatch = watchFile(paths.vigil.attempt, () => this.engine.refreshSoon());
  }

  /** The settings in force, once started. */
  get settings(): ResolvedSettings {
    return this.#settings;
  }

  /**
   * Reads the Mac for the first time: files at once, for the first icon; what programs have to be asked for once
   * `isShown`, since starting them would hold the icon up.
   */
  async start(isShown: Promise<unknown> = Promise.resolve()): Promise<void> {
    this.#applySettings(resolveSettings(this.#settingsWatch.read()));
    this.engine.begin(this.#readFiles());
    await isShown;
    void this.engine.refresh().then(() => {
      this.#isLogWanted = true;
      this.#explain();
    });
  }

  /** Signs in as the person has asked. What kept it from starting is remembered, so that it is shown like any result. */
  async signIn(by: Attempt['by']): Promise<StartResult> {
    const action = this.engine.assessment?.view.action;
    const throttledUntil = action?.kind === 'blocked' && action.why === 'too-soon' ? action.until : null;
    const result = await startAttempt(this.#act, { by, throttledUntil });
    if (result.kind === 'could-not-start') {
      this.engine.remember([{ type: 'refused', at: Date.now(), by, why: result.why }]);
    }
    await this.engine.refresh();
    return result;
  }

  async stopSignIn(): Promise<void> {
    await stopAttempt(this.#act);
    await this.engine.refresh();
  }

  /** Ends every watch, child process and timer. A sign-in that runs goes on. */
  async stop(): Promise<void> {
    this.engine.stop();
    this.#plist.close();
    clearTimeout(this.#explanation);
    this.#presence.stop();
    this.#settingsWatch.close();
    this.#attemptWatch.close();
    await this.#macLog.stop();
  }

  async #refresh(which: Refreshed): Promise<Partial<Facts>> {
    if (which === 'all' || this.#options.powerEvents === undefined) this.#isPresenceDue = true;
    return this.#refreshOnce();
  }

  async #read(): Promise<Partial<Facts>> {
    const { paths } = this.#options;
    const presence = this.#isPresenceDue ? this.#presence : null;
    this.#isPresenceDue = false;
    this.#attemptWatch.rearm();
    void this.#macLog.refresh();
    await adoptAttempt(this.#act);
    const { person } = this.engine.facts;
    const told = await askPrograms(paths, person, presence);
    this.#readSettings();
    // After the processes: a run of ours that is among them is then on record, and does not pass for somebody else's.
    return { ...told, presence: this.#presence.fact, ...this.#readFiles() };
  }

  #readFiles(): Partial<Facts> {
    const { paths } = this.#options;
    return { ...readFiles(paths), attempt: readAttempt(paths), plist: this.#plist.read() };
  }

  /** Reads in the log what has led to the state of now: it rolls over, and what is not kept when it happens is gone. */
  #explain(): void {
    if (!this.#isLogWanted) return;
    const { ledger, onError } = this.#options;
    const since = unreadSince(ledger.entries(), Date.now());
    this.#macLog
      .catchUp(since)
      .then((caughtUp) => {
        if (caughtUp.kind !== 'read' || caughtUp.upTo <= since) return;
        this.engine.remember([{ type: 'log-read', at: caughtUp.upTo }]);
      })
      .catch(onError);
  }

  #readSettings(): void {
    const resolved = resolveSettings(this.#settingsWatch.read());
    if (!isDeepStrictEqual(resolved, this.#settings)) this.#applySettings(resolved);
  }

  #applySettings(resolved: ResolvedSettings): void {
    const { paths, log, onError, onSettings } = this.#options;
    const { settings, invalid } = resolved;
    this.#settings = resolved;
    if (invalid.length > 0) log.warn('settings have a wrong value', invalid);
    this.engine.setPolicy(policyOf(settings));
    this.engine.update({ invalidSettings: invalid });
    const { LogRelayFile: relay } = settings;
    this.#macLog.setRelay(relay === '' ? null : paths.namedBySetting(relay)).catch(onError);
    onSettings?.(resolved);
  }

  #onAssessment(assessment: Assessment, assessedAt: number): void {
    const { view, nextAt } = assessment;
    this.#options.log.debug('assessed', { phase: view.phase, atRisk: view.atRisk, nextAt });
    this.#options.onAssessment(assessment, assessedAt);
    if (assessment.followLog && this.#isLogWanted) this.#macLog.follow();
    else this.#macLog.unfollow().catch(this.#options.onError);
  }
}
