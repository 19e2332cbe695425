import { controls } from './catalog/controls.ts';
import { details } from './catalog/details.ts';
import { findings } from './catalog/findings.ts';
import { findingsForIt } from './catalog/findings-for-it.ts';
import { help } from './catalog/help.ts';
import { logDiagnosis } from './catalog/log-diagnosis.ts';
import { moments } from './catalog/moments.ts';
import { network } from './catalog/network.ts';
import { notifications } from './catalog/notifications.ts';
import { outcomes } from './catalog/outcomes.ts';
import { phases } from './catalog/phases.ts';
import { preferences } from './catalog/preferences.ts';
import { reasons } from './catalog/reasons.ts';
import { report } from './catalog/report.ts';
import { steps } from './catalog/steps.ts';
import { terminal } from './catalog/terminal.ts';
import type { ValueKind } from './entry.ts';

/** Every sentence that Vigil says to a person, once. */
export const catalog = {
  ...phases,
  ...controls,
  ...help,
  ...preferences,
  ...details,
  ...findings,
  ...findingsForIt,
  ...steps,
  ...reasons,
  ...moments,
  ...notifications,
  ...outcomes,
  ...terminal,
  ...logDiagnosis,
  ...network,
  ...report,
} as const;

export type MessageId = keyof typeof catalog;

/** A language is complete or it does not compile. */
export type Translation = Readonly<Record<MessageId, string>>;

/** A sentence to be said: which one, and its values. Holds absolute times only; the language is chosen when it is said. */
export type Message = {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, ValueTypes[ValueKind]>>;
};

/** Instants are epoch milliseconds, durations milliseconds. */
export type ValueTypes = {
  readonly instant: number;
  readonly span: readonly [from: number, to: number];
  readonly duration: number;
  readonly count: number;
  readonly text: string;
  readonly message: Message;
};

type Takes<Id extends MessageId> = (typeof catalog)[Id] extends { readonly takes: infer Kinds }
  ? Kinds
  : unknown;
type Values<Id extends MessageId> = {
  readonly [Name in keyof Takes<Id>]: Takes<Id>[Name] extends ValueKind ? ValueTypes[Takes<Id>[Name]] : never;
};
type Given<Id extends MessageId> = keyof Takes<Id> extends never ? [] : [values: Values<Id>];

/** The sentence `id` with its values; an unknown id, or a value that is missing or of the wrong kind, does not compile. */
export function message<Id extends MessageId>(id: Id, ...values: Given<Id>): Message;
export function message(id: MessageId, values: Message['values'] = {}): Message {
  return { id, values };
}
