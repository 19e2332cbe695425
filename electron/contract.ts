import type { HelpPlace, Organisation } from './assess/organisation.ts';
import type { PreferenceChange, Preferences } from './assess/preferences.ts';
import type { View } from './assess/view.ts';

/** The one table of IPC channels. Main, preload and renderer share it and the types below. */
export const channels = {
  /** main → renderer: the newest state, whole, never a patch. */
  shown: 'vigil:shown',
  /** renderer → main: the state at the time of asking. */
  snapshot: 'vigil:snapshot',
  /** renderer → main: what the person wants. */
  intent: 'vigil:intent',
  /** renderer → main: the report for IT, to be shown before it goes anywhere. */
  report: 'vigil:report',
} as const;

/** Everything that the popover draws. */
export type Shown = {
  readonly view: View;
  /** BCP 47 tag of the language on this screen. */
  readonly locale: string;
  readonly vigilVersion: string;
  readonly organisation: Organisation;
  /** Whether the page may show `organisation-logo`. */
  readonly hasLogo: boolean;
  readonly preferences: Preferences;
  /** Whether the organisation allows the check of the network. */
  readonly mayCheckNetwork: boolean;
  /** Whether the icon in the menu bar can be seen; null where that cannot be told, or there is none by IconVisibility. */
  readonly iconVisible: boolean | null;
};

/** What the person wants; never a path, a URL or a command. */
export type Intent =
  | { readonly kind: 'reactivate' }
  /** On a Mac that works: `confirmed` says that the person has read what a closed window costs. */
  | { readonly kind: 'sign-in-now'; readonly confirmed: boolean }
  | { readonly kind: 'stop' }
  | { readonly kind: 'allow-notifications' }
  /** The report onto the clipboard: the one that was shown last since the window was opened, else a new one. */
  | { readonly kind: 'copy-report' }
  /** What the organisation offers is opened; which address that is only the main process decides. */
  | { readonly kind: 'open-help'; readonly what: HelpPlace }
  | { readonly kind: 'set-preference'; readonly change: PreferenceChange }
  | { readonly kind: 'close' };

/** Whether the person wants the network check, too: it asks hosts that this Mac may not have asked otherwise. */
export type ReportAsked = { readonly network: boolean };

/** The renderer's only door, put on `window.vigil` by the preload script. */
export type VigilDoor = {
  readonly snapshot: () => Promise<Shown>;
  /** Returns what ends the listening. */
  readonly onShown: (listener: (shown: Shown) => void) => () => void;
  readonly send: (intent: Intent) => Promise<void>;
  /** Plain text, in which stand-ins have taken the place of secrets. With the network check it takes up to half a minute. */
  readonly report: (asked: ReportAsked) => Promise<string>;
};
