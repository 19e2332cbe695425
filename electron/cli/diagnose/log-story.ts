import type { PersonFact } from '../../assess/facts.ts';
import type { LogEvent, LogEventName } from '../../assess/log-event.ts';
import { eventOf } from '../../assess/vocabulary.ts';
import type { ExportedRecord, RecordSource } from '../../sense/exported-log/exported-record.ts';

/** An event, and where in which file its line stands. */
export type LocatedEvent = { readonly event: LogEvent; readonly source: RecordSource };

/** The newest so many events are kept: days of a talkative Mac, and no more memory than that. */
const usualMost = 20_000;
/** The engine keeps the whole message alive for the sake of any part of it. */
const longMessage = 2_000;

/** Turns the records of exported logs into events, as they come. */
export class LogStory {
  readonly #person: PersonFact | null;
  readonly #most: number;
  readonly #counts = new Map<LogEventName, number>();
  #events: LocatedEvent[] = [];
  #unknown = 0;
  #leftOut = 0;

  /** Where `person` is null everybody's lines count. */
  constructor(person: PersonFact | null, most = usualMost) {
    this.#person = person;
    this.#most = most;
  }

  add(record: ExportedRecord): void {
    const event = eventOf(record, this.#person);
    if (event === null) {
      this.#unknown += 1;
      return;
    }
    this.#counts.set(event.name, (this.#counts.get(event.name) ?? 0) + 1);
    const kept = record.message.length > longMessage ? structuredClone(event) : event;
    this.#events.push({ event: kept, source: record.source });
    if (this.#events.length >= 2 * this.#most) this.#forget();
  }

  /** How often each event came, those that are not kept included. */
  get counts(): ReadonlyMap<LogEventName, number> {
    return this.#counts;
  }

  /** Relevant records that say nothing which Vigil knows. */
  get unknown(): number {
    return this.#unknown;
  }

  /** Events that were too many to keep, oldest first. */
  get leftOut(): number {
    this.#forget();
    return this.#leftOut;
  }

  /** Oldest first. */
  events(): readonly LocatedEvent[] {
    this.#forget();
    return this.#events;
  }

  #forget(): void {
    const tooMany = this.#events.length - this.#most;
    if (tooMany <= 0) return;
    this.#events = this.#events.slice(tooMany);
    this.#leftOut += tooMany;
  }
}
