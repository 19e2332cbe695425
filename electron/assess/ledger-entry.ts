import type { Attempt, AttemptEnd, CannotStart } from './facts.ts';
import type { LogEvent } from './log-event.ts';

/**
 * What the ledger remembers: readings of the plist as they changed, wakes, log events, our own attempts and the
 * notifications posted. Never an assessment: an assessment that fed on assessments would loop.
 */
export type LedgerEntry =
  | PlistEntry
  | { readonly type: 'woke'; readonly at: number }
  | { readonly type: 'log'; readonly at: number; readonly event: LogEvent }
  /** The log was read without a gap up to `at`: where the next back-fill begins. */
  | { readonly type: 'log-read'; readonly at: number }
  | {
      readonly type: 'attempt';
      readonly at: number;
      readonly attempt: Attempt;
      readonly end: AttemptEnd | null;
    }
  /** The person asked for a sign-in and it was not started, because it would have done harm or no good. */
  | { readonly type: 'refused'; readonly at: number; readonly by: Attempt['by']; readonly why: CannotStart }
  /** The person has looked at what came of this attempt. */
  | { readonly type: 'seen'; readonly at: number; readonly attemptId: string }
  | NotificationEntry;

export type PlistEntry = {
  readonly type: 'plist';
  /** When the change was made, as well as can be known: the file's time, never later than the reading. */
  readonly at: number;
  readonly state: 'absent' | 'unreadable' | 'read';
  readonly lastSignInAt: number | null;
  readonly registered: boolean | null;
};

export type NotificationEntry =
  /** The person said yes in the popover; before that no notification is posted. */
  | {
      readonly type: 'notification';
      readonly what: 'asked';
      readonly at: number;
    }
  | {
      readonly type: 'notification';
      readonly what: 'posted' | 'withdrawn' | 'failed';
      readonly at: number;
      /** `episode/step` of the want. */
      readonly key: string;
    };
