/** What an admin reads about a setting, and what the rest of the program must know of it. */
export type About = {
  readonly title: string;
  readonly description: string;
  /** The version that knew it first. */
  readonly since: string;
  /**
   * Counts only when the organisation has set it: it speaks in the organisation's name, tells of what the organisation did,
   * or would let any program of the person loosen something.
   */
  readonly forcedOnly?: true;
  /** Prose of the organisation, which a report for IT does not repeat. */
  readonly isProse?: true;
  /** What a sample of a profile sets; what has none is left out there. */
  readonly example?: string | Readonly<Record<string, string>>;
  /** What each choice is called, where there are choices. */
  readonly choices?: Readonly<Record<string, string>>;
};

/** Checked here: zod takes anything for the description of a type. */
export const about = (meta: About) => meta;
