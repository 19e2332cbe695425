import type { PersonFact } from '../../assess/facts.ts';
import type { LogEvent, LogEventName } from '../../assess/log-event.ts';
import { eventOf } from '../../assess/vocabulary.ts';
import type { ExportedRecord, RecordSource } from '../../sense/exported-log/exported-record.ts';

/** An event, and where in which file its line stands. */
export type LocatedEvent = { readonly event: LogEvent; readonly source: RecordSource };

/** Events of one name, as far as they are kept, oldest first. */
type Kept = { count: number; events: Numbered[] };
type Numbered = LocatedEvent & { readonly number: number };

/**
 * Of each name the newest so many are kept: days of a talkative Mac, and no more memory than that. By name, so that what
 * comes a thousand times does not push out what came once.
 */
const usualMost = 1_000;
/** The engine keeps the whole message alive for the sake of any part of it. */
const longMessage = 2_000;

/** Turns the records of exported logs into events, as they come. */
export class LogStory {
  readonly #person: PersonFact | null;
  readonly #most: number;
  readonly #byName = new Map<LogEventName, Kept>();
  #records = 0;
  #unknown = 0;

  /** Where `person` is null everybody's lines count. */
  constructor(person: PersonFact | null, most = usualMost) {
    this.#person = person;
    this.#most = most;
  }

  add(record: ExportedRecord): void {
    this.#records += 1;
    const event = eventOf(record, this.#person);
    if (event === null) this.#unknown += 1;
    else this.#keep(record.message.length > longMessage ? structuredClone(event) : event, record.source);
  }

  /** How often each event came, those that are not kept included. */
  get counts(): ReadonlyMap<LogEventName, number> {
    return new Map([...this.#byName].map(([name, { count }]) => [name, count]));
  }

  /** Relevant records that say nothing which Vigil knows. */
  get unknown(): number {
    return this.#unknown;
  }

  /** Events that were too many to keep. */
  get leftOut(): number {
    return [...this.#byName.values()].reduce((sum, { count }) => sum + Math.max(0, count - this.#most), 0);
  }

  /** In the order in which they came: oldest first. */
  events(): readonly LocatedEvent[] {
    const kept = [...this.#byName.values()].flatMap(({ events }) => events.slice(-this.#most));
    return kept.sort((a, b) => a.number - b.number);
  }

  #keep(event: LogEvent, source: RecordSource): void {
    const kept = this.#byName.get(event.name) ?? { count: 0, events: [] };
    this.#byName.set(event.name, kept);
    kept.count += 1;
    kept.events.push({ event, source, number: this.#records });
    if (kept.events.length >= 2 * this.#most) kept.events = kept.events.slice(-this.#most);
  }
}
