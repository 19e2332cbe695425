import type { CannotStart } from '../assess/facts.ts';
import type { LogEvent } from '../assess/log-event.ts';
import type { Outcome } from '../assess/view.ts';
import { type Message, message } from './catalog.ts';

const minuteMs = 60_000;

export type OutcomeWords = {
  readonly title: Message;
  /** What to do now. */
  readonly sentence: Message;
};

/** What came of a sign-in that the person started: each outcome has its own words. */
export function outcomeWords(outcome: Outcome): OutcomeWords {
  switch (outcome.kind) {
    case 'signed-in':
      return {
        title: message('outcome.signed-in.title'),
        sentence: message('outcome.signed-in.sentence'),
      };
    case 'failed':
      return { title: message('outcome.failed.title'), sentence: failedSentence(outcome.known) };
    case 'cancelled':
      return {
        title: message('outcome.cancelled.title'),
        sentence: message('outcome.cancelled.sentence'),
      };
    case 'stopped':
      return {
        title: message('outcome.stopped.title'),
        sentence: message('outcome.stopped.sentence'),
      };
    case 'could-not-start':
      return {
        title: message('outcome.could-not-start.title'),
        sentence: cannotStartWords(outcome.why, null),
      };
  }
}

/** Why no sign-in can be started, and what to do about it. `until` is when that ends by itself, where it is known. */
export function cannotStartWords(why: CannotStart, until: number | null): Message {
  // Written in whole minutes, so rounded up: at the minute that is said it does work.
  if (why === 'too-soon' && until !== null) {
    return message('cannot.too-soon.until', { until: Math.ceil(until / minuteMs) * minuteMs });
  }
  return message(`cannot.${why}`);
}

function failedSentence(known: LogEvent | null): Message {
  switch (known?.name) {
    case 'aad-error':
      // Entra's answer that a rule for this user or app was not met; anything else is a fault, not a rule.
      return message(
        known.oauthError === 'invalid_grant' ? 'outcome.failed.rules' : 'outcome.failed.service',
      );
    case 'sso-not-appsso-url':
      return message('outcome.failed.network');
    case 'multiple-accounts':
      return message('outcome.failed.accounts');
    case 'interactive-failed':
    case 'interactive-cancelled':
      return message('outcome.failed.window');
    default:
      return message('outcome.failed.unknown');
  }
}
