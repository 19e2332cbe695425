import type { Policy } from './policy.ts';

/** What the person may set, as it is now. */
export type Preferences = {
  readonly warnBeforeLapse: Preference<Policy['warnBeforeLapse']>;
  /** BCP 47 subtag; empty: the language of macOS. */
  readonly language: Preference<string>;
  /** Null where Vigil cannot see to it. */
  readonly openAtLogin: Preference<boolean> | null;
};

/** `isManaged`: the organisation has set it, and the person cannot change it. */
export type Preference<Value> = { readonly value: Value; readonly isManaged: boolean };

export type PreferenceChange =
  | { readonly name: 'WarnBeforeLapse'; readonly value: Policy['warnBeforeLapse'] }
  | { readonly name: 'Language'; readonly value: string }
  | { readonly name: 'OpenAtLogin'; readonly value: boolean };
