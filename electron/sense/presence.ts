import type { PresenceFact } from '../assess/facts.ts';
import type { MacPaths } from '../paths.ts';
import { consoleLocked, lastWake } from './presence-output.ts';
import { outputOf } from './run.ts';

/** The last two are those of fast user switching. */
const powerEvents = [
  'lock-screen',
  'unlock-screen',
  'suspend',
  'resume',
  'user-did-resign-active',
  'user-did-become-active',
] as const;
export type PowerEvent = (typeof powerEvents)[number];

/** What Vigil needs of Electron's `powerMonitor`. */
export type PowerEvents = {
  on(event: PowerEvent, listener: () => void): unknown;
  removeListener(event: PowerEvent, listener: () => void): unknown;
};

export type PresenceOptions = {
  readonly run: Pick<MacPaths['run'], 'ioreg' | 'sysctl'>;
  /** Where events come from; without them every `read` starts anew. */
  readonly events?: PowerEvents;
  readonly onChange: (fact: PresenceFact) => void;
};

/** The kernel's time of wake follows corrections of the clock, and `resume` comes a little after it: one wake, still. */
const sameWakeMs = 60_000;

/**
 * Whether the person is there: screen locked, Mac asleep, awake since when. Read once, because events tell only what
 * changes (a Vigil that starts behind a locked screen would believe it unlocked); events carry it on, and a later
 * `read` repairs what they missed.
 */
export class Presence {
  readonly #options: PresenceOptions;
  readonly #listeners: ReadonlyArray<readonly [PowerEvent, () => void]>;
  /** Stands in for the last wake where the Mac does not tell it. */
  readonly #startedAt = Date.now();
  #locked = false;
  #wokeAt: number | null = null;
  #asleepSince: number | null = null;
  /** Counts events, so that a reading which an event has overtaken is not believed. */
  #events = 0;

  constructor(options: PresenceOptions) {
    this.#options = options;
    this.#listeners = powerEvents.map((event) => [event, () => this.#on(event)] as const);
    for (const [event, listener] of this.#listeners) options.events?.on(event, listener);
  }

  get fact(): PresenceFact {
    const awakeSince = this.#asleepSince === null ? (this.#wokeAt ?? this.#startedAt) : null;
    return { locked: this.#locked, awakeSince };
  }

  /** @param uid whose session counts; null where the Mac does not tell: then any that is locked */
  async read(uid: number | null): Promise<PresenceFact> {
    const events = this.#events;
    const { ioreg, sysctl } = this.#options.run;
    const [registry, times] = await Promise.all([
      outputOf(ioreg, ['-n', 'Root', '-d1', '-w0']),
      outputOf(sysctl, ['-n', 'kern.boottime', 'kern.waketime']),
    ]);
    if (events !== this.#events) return this.fact;
    if (registry !== null) this.#locked = consoleLocked(registry, uid);
    const wokeAt = times === null ? null : lastWake(times);
    if (wokeAt !== null) this.#noteWake(wokeAt);
    return this.fact;
  }

  stop(): void {
    for (const [event, listener] of this.#listeners) this.#options.events?.removeListener(event, listener);
  }

  #noteWake(wokeAt: number): void {
    if (this.#asleepSince !== null && wokeAt <= this.#asleepSince) return;
    this.#asleepSince = null;
    if (this.#wokeAt === null || Math.abs(wokeAt - this.#wokeAt) > sameWakeMs) this.#wokeAt = wokeAt;
  }

  #on(event: PowerEvent): void {
    this.#events += 1;
    if (event === 'lock-screen' || event === 'user-did-resign-active') this.#locked = true;
    else if (event === 'unlock-screen') this.#locked = false;
    else if (event === 'suspend') this.#asleepSince = Date.now();
    else if (event === 'resume') {
      this.#asleepSince = null;
      this.#wokeAt = Date.now();
    }
    // Whose session is back may still have to unlock it: the reading that follows every event tells.
    this.#options.onChange(this.fact);
  }
}
