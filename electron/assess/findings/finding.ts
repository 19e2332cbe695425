import type { Actor, Explained } from '../codes/code-table.ts';
import type { LogEvent } from '../log-event.ts';
import type { Step } from './steps.ts';

/** What can be said about causes, the most telling first. */
export const findingIds = [
  'offline',
  'ran-as-root',
  'window-cancelled',
  'window-missed',
  'window-not-shown',
  'password-expired',
  'account-blocked',
  'wrong-account',
  'registration-broken',
  'conditional-access',
  'sso-extension-dead',
  'sso-extension-missing',
  'sso-extension-network',
  'network-interference',
  'multiple-accounts',
  'app-misconfigured',
  'keychain-trouble',
  'server-trouble',
  'throttled',
  'cause-unknown',
  'agent-not-running',
  'logs-rolled-over',
  'recurring-removed',
  'log-access-denied',
  'setting-invalid',
] as const;
export type FindingId = (typeof findingIds)[number];

export type Confidence = 'certain' | 'likely' | 'possible';

/** Why the finding is believed, and so how far. */
export const confidenceOf = {
  /** Vigil reads it from this Mac now. */
  'seen-now': 'certain',
  /** A line of the log says it in so many words. */
  'log-says-so': 'certain',
  'jamf-version': 'certain',
  /** An error number or a sub-error of Entra names it. */
  'entra-says-so': 'likely',
  /** A code of the sign-in library or of macOS names it. */
  'code-says-so': 'likely',
  'many-lines': 'likely',
  /** It came up while a sign-in failed. */
  'beside-failure': 'likely',
  'long-unanswered': 'likely',
  'check-overdue': 'likely',
  'agent-file-absent': 'likely',
  'off-without-line': 'likely',
  'no-recurrence-seen': 'likely',
  'few-lines': 'possible',
  /** The line that says it is known from hearsay. */
  'unproven-line': 'possible',
  'window-without-result': 'possible',
  'no-cause-in-log': 'possible',
} as const satisfies Readonly<Record<string, Confidence>>;
export type Because = keyof typeof confidenceOf;

/** A line of the log that speaks for a finding. */
export type Evidence = Pick<LogEvent, 'key' | 'at' | 'name'> & { readonly line: string | null };

/** One cause, or one limit, with what can be done about it. Its sentences are in the catalog. */
export type Finding = {
  readonly id: FindingId;
  readonly acts: Actor;
  readonly confidence: Confidence;
  readonly because: Because;
  /** The newest few, newest first. Empty where a fact of now speaks. */
  readonly evidence: readonly Evidence[];
  /** How many lines of the last five days before the newest speak for it. */
  readonly count: number;
  /** The first sign-in that succeeded after the newest evidence; null where none has. */
  readonly curedAt: number | null;
  /** The codes in the evidence, the most telling first. */
  readonly codes: readonly Explained[];
  readonly steps: readonly Step[];
  /** Where IT finds the other half of the story; null where Entra has none. */
  readonly entra: EntraFilter | null;
  /** Names of Vigil's settings that it is about, where it is about settings. */
  readonly settings?: readonly string[];
};

/** How to find these sign-ins in Entra's sign-in logs. */
export type EntraFilter = {
  /** The app that asked; where it is not known, all that it may have been. */
  readonly apps: readonly EntraApp[];
  /** macOS short name of the person, where it is known. Entra knows them by another name. */
  readonly account: string | null;
  readonly fromAt: number;
  readonly toAt: number;
  readonly correlationIds: readonly string[];
};

export type EntraApp = { readonly id: string; readonly name: string };
