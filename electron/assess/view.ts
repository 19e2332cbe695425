import type { CannotStart, JamfFact, LogAccessFact, NetworkFact, UnreadableWhy } from './facts.ts';
import type { Finding } from './findings/finding.ts';
import type { LogEvent } from './log-event.ts';
import type { Moment } from './timeline.ts';

export const phases = [
  'unknown',
  'unregistered',
  'reactivating',
  'deactivated',
  'protected',
  'due-soon',
  'checking',
  'overdue',
] as const;
export type Phase = (typeof phases)[number];

/** Everything that can be shown. Holds absolute times only, so that it stays true until `nextAt`. */
export type View = {
  readonly phase: Phase;
  /** Why the phase is `unknown` or `unregistered`; null in every other phase. */
  readonly reason: UnreadableWhy | 'time-in-future' | 'no-jamf' | 'no-plist' | 'never-signed-in' | null;
  readonly since: number;
  /** The person, or IT, should act. */
  readonly attention: boolean;
  readonly atRisk: boolean;
  readonly windowWaiting: boolean;
  readonly lastSignInAt: number | null;
  /** Null where nothing lapses: no recurring sign-in, or none yet. */
  readonly lapsesAt: number | null;
  /** The agent's next sign-in lies between these two; null where none is to be expected. */
  readonly nextCheckFrom: number | null;
  readonly nextCheckTo: number | null;
  readonly recurring: boolean;
  readonly action: Action;
  readonly attempt: AttemptView | null;
  /** The most telling first. */
  readonly findings: readonly Finding[];
  /** What happened to the sign-in, oldest first: the newest moments of the last weeks, not of the last day alone. */
  readonly timeline: readonly Moment[];
  /** Of the person's account on this Mac. */
  readonly userName: string;
  readonly jamf: JamfFact;
  readonly logAccess: LogAccessFact['kind'];
  readonly network: NetworkFact['kind'];
  readonly notifications: 'not-asked' | 'asked' | 'failed';
};

/** The one thing that the person can do about it now. */
export type Action =
  | { readonly kind: 'none' }
  /** The Mac is deactivated: a sign-in can only help. */
  | { readonly kind: 'reactivate' }
  /** The Mac works: a window that is closed would switch its access off, so this is said first. */
  | { readonly kind: 'sign-in-now' }
  | { readonly kind: 'stop' }
  | {
      readonly kind: 'blocked';
      readonly verb: 'reactivate' | 'sign-in-now';
      readonly why: CannotStart;
      readonly until: number | null;
    };

export type AttemptView = {
  readonly id: string;
  readonly startedAt: number;
  readonly by: 'app' | 'cli';
  readonly outcome: Outcome | null;
  /** The person has looked at the outcome, or was told it where they asked. */
  readonly isSeen: boolean;
};

/** What came of an attempt. `known` is the most telling log event of the attempt, if any. */
export type Outcome =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'failed'; readonly known: LogEvent | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'could-not-start'; readonly why: CannotStart };

/** A notification that should stand now. */
export type Want = {
  /** `episode/step`: posted once, ever. */
  readonly key: string;
  readonly cause: WantCause;
};

export type WantCause =
  | {
      readonly kind: 'deactivated';
      readonly since: number;
      readonly step: number;
    }
  | { readonly kind: 'due-soon'; readonly lapsesAt: number }
  | { readonly kind: 'window-waiting' }
  | { readonly kind: 'overdue'; readonly lapsedAt: number | null }
  | { readonly kind: 'result'; readonly outcome: Outcome };

export type Assessment = {
  readonly view: View;
  readonly wants: readonly Want[];
  /** When the answer changes by itself, or a fact without events has to be read again. */
  readonly nextAt: number;
  /** Whether the unified log should be followed live now. */
  readonly followLog: boolean;
};
