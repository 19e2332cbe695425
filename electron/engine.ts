import { isStage } from './assess/agent-run.ts';
import { assess } from './assess/assess.ts';
import type { Facts } from './assess/facts.ts';
import type { LedgerEntry } from './assess/ledger-entry.ts';
import type { LogRecord } from './assess/log-event.ts';
import type { Policy } from './assess/policy.ts';
import { news } from './assess/remember.ts';
import type { Assessment } from './assess/view.ts';
import { eventOf } from './assess/vocabulary.ts';
import { spaced } from './spaced.ts';

/** Timers longer than 24.8 days fire at once, and one that slept with the Mac is late: look at the clock hourly at least. */
const longestTimerMs = 60 * 60 * 1000;

/** Between two answers to lines of the log: a flood of them is read, not answered line by line. */
const linePauseMs = 100;

/** Between two readings of the Mac that news lead to: what comes with a sign-in comes in bursts, and each starts programs. */
const newsPauseMs = 1000;

/** Keys are for telling doubles; this many are more than a ledger of full size holds. */
const mostKeys = 50_000;

/** The part of the ledger that the engine needs. */
export type Memory = {
  readonly entries: () => readonly LedgerEntry[];
  readonly append: (entries: readonly LedgerEntry[]) => void;
};

export type Refreshed = 'all' | 'news';

export type EngineOptions = {
  readonly facts: Facts;
  readonly ledger: Memory;
  readonly policy: Policy;
  readonly now: () => number;
  /**
   * Reads the facts that have no events, as they are at the call or later: all of them, or those that news of a sign-in
   * may have changed. What cannot be read is a fact, so this rejects only where it should never.
   */
  readonly refresh: (which: Refreshed) => Promise<Partial<Facts>>;
  readonly onAssessment: (assessment: Assessment, assessedAt: number) => void;
  /** The one handler of what should never happen. */
  readonly onError: (error: unknown) => void;
};

/**
 * Facts and ledger in, assessment out. Keeps exactly one timer, for the instant at which the answer changes by itself;
 * then it refreshes the facts that have no events and assesses again.
 */
export class Engine {
  readonly #options: EngineOptions;
  #facts: Facts;
  #policy: Policy;
  #timer: NodeJS.Timeout | null = null;
  #assessment: Assessment | null = null;
  #due = false;
  readonly #afterLines = spaced(() => this.#assessSoon(), linePauseMs);
  readonly #afterNews = spaced(() => void this.refresh('news'), newsPauseMs);
  /** Keys of the log events in the ledger; null while they have to be looked up there. */
  #known: Set<string> | null = null;
  /** Log events of this turn: a flood of lines is one write. */
  #unwritten: LedgerEntry[] = [];
  /** Before the first facts are in there is nothing to say. */
  #begun = false;
  #stopped = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#facts = options.facts;
    this.#policy = options.policy;
  }

  /** The newest assessment; null before the first. */
  get assessment(): Assessment | null {
    return this.#assessment;
  }

  get facts(): Facts {
    return this.#facts;
  }

  /** The facts are in, as far as they decide the phase: from now on the engine assesses. */
  begin(facts: Partial<Facts>): void {
    this.#begun = true;
    this.update(facts);
  }

  /** A sensor has news. */
  update(facts: Partial<Facts>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.#assessSoon();
  }

  setPolicy(policy: Policy): void {
    // Settings are read at every reading of the Mac: what they say is seldom news.
    if (JSON.stringify(policy) === JSON.stringify(this.#policy)) return;
    this.#policy = policy;
    this.#assessSoon();
  }

  /** A record of the unified log; known events go to the ledger, each once. */
  record(record: LogRecord): void {
    const event = eventOf(record, this.#facts.person);
    if (event === null || this.#isKnown(event.key)) return;
    this.#unwritten.push({ type: 'log', at: event.at, event });
    this.#afterLines.ask();
    // A step of a sign-in: the agent runs, or has just ended.
    if (isStage(event.name)) this.refreshSoon();
  }

  /** Something was added to the ledger that may change the answer. */
  remember(entries: readonly LedgerEntry[]): void {
    this.#options.ledger.append(entries);
    this.#assessSoon();
  }

  /** Reads the facts that have no events, then assesses: with what was known before if the reading fails. */
  async refresh(which: Refreshed = 'all'): Promise<void> {
    try {
      this.update(await this.#options.refresh(which));
    } catch (error) {
      this.#options.onError(error);
      this.#assessSoon();
    }
  }

  /** The same at news that the facts may be others: at once, and after a pause for what has come in the meantime. */
  refreshSoon(): void {
    this.#afterNews.ask();
  }

  stop(): void {
    this.#stopped = true;
    this.#writeEvents();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#afterLines.stop();
    this.#afterNews.stop();
  }

  #writeEvents(): void {
    this.#options.ledger.append(this.#unwritten);
    this.#unwritten = [];
    // The ledger forgets what is old, so its keys are fewer.
    if (this.#known !== null && this.#known.size > mostKeys) this.#known = null;
  }

  #isKnown(key: string): boolean {
    if (this.#known === null) {
      const entries = this.#options.ledger.entries();
      this.#known = new Set(entries.flatMap((entry) => (entry.type === 'log' ? entry.event.key : [])));
    }
    if (this.#known.has(key)) return true;
    this.#known.add(key);
    return false;
  }

  /** News often come in bursts (a plist, a process and log lines at once): one assessment answers them all. */
  #assessSoon(): void {
    if (this.#due || this.#stopped || !this.#begun) return;
    this.#due = true;
    setImmediate(() => {
      this.#due = false;
      if (this.#stopped) return;
      try {
        this.#assess();
      } catch (error) {
        this.#options.onError(error);
      }
    });
  }

  #assess(): void {
    const { ledger, now, onAssessment } = this.#options;
    const at = now();
    this.#writeEvents();
    ledger.append(news(this.#facts, ledger.entries(), at));
    const assessment = assess(this.#facts, ledger.entries(), this.#policy, at);
    this.#assessment = assessment;
    this.#arm(assessment.nextAt);
    onAssessment(assessment, at);
  }

  #arm(nextAt: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    const delayMs = Math.min(Math.max(nextAt - this.#options.now(), 0), longestTimerMs);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.refresh();
    }, delayMs);
  }
}
