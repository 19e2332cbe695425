import type { LogEvent, LogEventName } from '../log-event.ts';

/** Who writes the line. `jamf` and `msal` lines count only from the agent: other apps use the same library. */
export type Speaker = 'jamf' | 'msal' | 'macos' | 'extension';

/** How sure it is that the line looks like this. */
export type Certainty = 'verified' | 'reported' | 'assumed';

/** The level with which the line is written, as its source has it. `shown`: at least default, not known more closely. */
export type LineLevel = 'shown' | 'error' | 'warning' | 'info' | 'debug' | 'unpublished';

/** One kind of line of the log. */
export type Word = {
  readonly name: LogEventName;
  /** Only lines that contain this are tried against the pattern: most lines match nothing. */
  readonly needle: string;
  /** Its named groups are fields of the event. Every quantifier is bounded, so that no line takes long. */
  readonly pattern: RegExp;
  /** What the line means beyond its groups. */
  readonly gives?: Partial<LogEvent>;
  readonly speaker: Speaker;
  /** Category of the unified log; null where it is not published. */
  readonly category: string | null;
  readonly level: LineLevel;
  /** Where the literal was read. */
  readonly source: string;
  readonly certainty: Certainty;
};

type Common = Pick<Word, 'speaker' | 'category' | 'source'>;

/** Words of one speaker and one source. */
export function wordsOf(
  common: Common,
  words: readonly (Omit<Word, keyof Common | 'certainty'> & Partial<Common & Pick<Word, 'certainty'>>)[],
): readonly Word[] {
  return words.map((word) => ({ certainty: 'verified', ...common, ...word }));
}
