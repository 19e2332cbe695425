import type { LogAccessFact } from '../assess/facts.ts';
import { LogRelay } from './log-relay.ts';
import type { TailReading } from './relay-tail.ts';
import type { CatchUp, UnifiedLogOptions } from './unified-log.ts';
import { UnifiedLog } from './unified-log.ts';

export type MacLogOptions = Pick<UnifiedLogOptions, 'executable' | 'onRecord' | 'onAccess' | 'onTrouble'> & {
  /** `paths.root` */
  readonly root: string;
};

/** The job writes at least its banner when it begins, twice a day: nothing for so long, and it is not at work any more. */
const longestSilenceMs = 3 * 24 * 60 * 60_000;

/**
 * The log by the one source there is: the system's own where this person may read it, else the file that IT's job fills,
 * where there is one.
 */
export class MacLog {
  readonly #options: MacLogOptions;
  readonly #system: UnifiedLog;
  #relay: { readonly path: string; readonly file: LogRelay } | null = null;
  #reading: TailReading | null = null;
  #since = Number.POSITIVE_INFINITY;
  #isFollowed = false;
  #access: LogAccessFact['kind'] = 'pending';
  #trouble = '';

  constructor(options: MacLogOptions) {
    this.#options = options;
    const { executable, onRecord, onTrouble } = options;
    this.#system = new UnifiedLog({
      executable,
      onRecord,
      onTrouble,
      onAccess: () => this.#onSystemAccess(),
    });
  }

  get access(): LogAccessFact {
    return { kind: this.#access };
  }

  /** Where IT's job writes; null: nowhere. Resolves when the file before is let go. */
  async setRelay(path: string | null): Promise<void> {
    if (path === (this.#relay?.path ?? null)) return;
    const before = this.#relay?.file;
    this.#relay = path === null ? null : { path, file: this.#openRelay(path) };
    this.#reading = null;
    await before?.close();
    this.#onSystemAccess();
  }

  follow(): void {
    this.#isFollowed = true;
    this.#system.follow();
    if (this.#isDenied()) this.#relay?.file.follow(this.#begin());
  }

  /** Resolves when no process is left. */
  async unfollow(): Promise<void> {
    this.#isFollowed = false;
    this.#relay?.file.unfollow();
    await this.#system.unfollow();
  }

  /** Delivers what was logged since then and was not read yet. Resolves when all of it was delivered. */
  async catchUp(since: number): Promise<CatchUp> {
    this.#since = Math.min(this.#since, since);
    const told = await this.#system.catchUp(since);
    if (told.kind !== 'denied' || this.#relay === null) return told;
    const { file } = this.#relay;
    const reading = await file.read(since);
    if (reading.kind !== 'read') return told;
    // The job may hold newer ones back until it has enough of them to write.
    const upTo = Math.min(Math.max(file.newestAt ?? since, since), Date.now());
    return { kind: 'read', upTo };
  }

  /** Looks at the file again: it may have come or gone, and events may have been lost. */
  async refresh(): Promise<void> {
    if (this.#isDenied()) await this.#relay?.file.read(this.#begin());
  }

  /** For good. Resolves when neither a process nor a file is left. */
  async stop(): Promise<void> {
    const relay = this.#relay;
    this.#relay = null;
    await Promise.all([this.#system.stop(), relay?.file.close()]);
  }

  #openRelay(path: string): LogRelay {
    const { root, onRecord } = this.#options;
    const file: LogRelay = new LogRelay({
      path,
      root,
      onRecord,
      onReading: (reading) => {
        if (this.#relay?.file === file) this.#onReading(reading);
      },
    });
    return file;
  }

  #onReading(reading: TailReading): void {
    this.#reading = reading;
    const trouble = reading.kind === 'unreadable' ? `LogRelayFile cannot be used: ${reading.why}` : '';
    if (trouble !== '' && trouble !== this.#trouble) this.#options.onTrouble(trouble);
    this.#trouble = trouble;
    this.#tell();
  }

  #onSystemAccess(): void {
    const file = this.#relay?.file;
    if (file === undefined || !this.#isDenied()) {
      file?.unfollow();
      this.#tell();
      return;
    }
    // What the file says is told together with the denial, so that nobody is told of a denial that does no harm.
    if (this.#isFollowed) file.follow(this.#begin());
    else void file.read(this.#begin());
  }

  #isDenied(): boolean {
    return this.#system.access.kind === 'denied';
  }

  /** As far back as was ever asked for; nothing was: from now on. */
  #begin(): number {
    return Math.min(this.#since, Date.now());
  }

  #tell(): void {
    const access = this.#isDenied() && this.#isRelayed() ? 'relayed' : this.#system.access.kind;
    if (access === this.#access) return;
    this.#access = access;
    this.#options.onAccess({ kind: access });
  }

  #isRelayed(): boolean {
    return this.#reading?.kind === 'read' && Date.now() - this.#reading.writtenAt < longestSilenceMs;
  }
}
