/**
 * One sentence of the catalog. `note` is for translators: where the sentence stands and what its values are.
 * `takes` names the values of the ICU message in `english` and how each is written out.
 */
export type Entry = {
  readonly english: string;
  readonly note: string;
  readonly takes?: Readonly<Record<string, ValueKind>>;
};

export type Section = Readonly<Record<string, Entry>>;

export type ValueKind =
  /** Written as clock time, with the day where that is not plain. */
  | 'instant'
  /** Written as "14:20–14:35". */
  | 'span'
  /** Written in hours and minutes. */
  | 'duration'
  /** A number that the sentence itself writes out, so that it can have a plural. */
  | 'count'
  | 'text'
  /** Another sentence, written out in the same language. */
  | 'message';
