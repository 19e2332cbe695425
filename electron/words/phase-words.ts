import type { View } from '../assess/view.ts';
import { type Message, message } from './catalog.ts';
import { whyOf } from './why-words.ts';

export type PhaseWords = {
  readonly headline: Message;
  readonly sentence: Message;
  /** What else is worth knowing: what is at stake, what will happen, whom to call. */
  readonly hint: Message | null;
};

/** What is going on, with the times that apply. Every phase and reason has its words. */
export function phaseWords(view: View): PhaseWords {
  if (view.windowWaiting) return waitingWords(view);
  switch (view.phase) {
    case 'unknown':
      return words(message('unknown.headline'), unknownSentence(view.reason), message('unknown.hint'));
    case 'unregistered':
      return words(message('unregistered.headline'), unregisteredSentence(view.reason));
    case 'reactivating':
      return words(message('reactivating.headline'), message('reactivating.sentence'));
    case 'deactivated':
      return deactivatedWords(view);
    case 'protected':
      return words(message('protected.headline'), protectedSentence(view));
    case 'due-soon':
      return words(
        message(view.atRisk ? 'due-soon.risk.headline' : 'due-soon.headline'),
        dueSoonSentence(view),
        offlineHint(view),
      );
    case 'checking':
      return words(
        message(view.atRisk ? 'checking.risk.headline' : 'checking.headline'),
        checkingSentence(view),
        offlineHint(view),
      );
    case 'overdue':
      return words(message('overdue.headline'), message('overdue.sentence'));
  }
}

function words(headline: Message, sentence: Message, hint: Message | null = null): PhaseWords {
  return { headline, sentence, hint };
}

function waitingWords({ phase }: View): PhaseWords {
  const hasAccess = phase !== 'deactivated' && phase !== 'reactivating';
  const stakes = hasAccess ? message('waiting.stakes') : null;
  return words(message('waiting.headline'), message('waiting.where'), stakes);
}

function deactivatedWords(view: View): PhaseWords {
  const { since, action, attempt } = view;
  const isNamed = whyOf(view) !== null;
  return words(
    message('deactivated.headline'),
    message(isNamed ? 'deactivated.since' : 'deactivated.sentence', { since }),
    // What stands in the way, and what came of the last try, is said in its place.
    action.kind === 'reactivate' && !attempt?.outcome
      ? message(isNamed ? 'deactivated.then' : 'deactivated.hint')
      : null,
  );
}

function unknownSentence(reason: View['reason']): Message {
  switch (reason) {
    case 'time-in-future':
      return message('unknown.time-in-future');
    case 'not-a-file':
    case 'too-large':
    case 'empty':
    case 'malformed':
    case 'nonsense':
      return message('unknown.damaged');
    default:
      return message('unknown.unreadable');
  }
}

function unregisteredSentence(reason: View['reason']): Message {
  switch (reason) {
    case 'no-jamf':
      return message('unregistered.no-jamf');
    case 'never-signed-in':
      return message('unregistered.never-signed-in');
    default:
      return message('unregistered.no-plist');
  }
}

function protectedSentence(view: View): Message {
  const { nextCheckFrom: from, nextCheckTo: to } = view;
  // "Nothing to do" above steps would be a contradiction.
  const isNoted = whyOf(view) !== null;
  if (from === null || to === null) return message(isNoted ? 'protected.steady.noted' : 'protected.steady');
  return message(isNoted ? 'protected.next.noted' : 'protected.next', { from, to });
}

function dueSoonSentence({ atRisk, lapsesAt: at, nextCheckFrom: from, nextCheckTo: to }: View): Message {
  if (from !== null && to !== null) {
    return message(atRisk ? 'due-soon.risk.between' : 'due-soon.between', { from, to });
  }
  if (at !== null) return message(atRisk ? 'due-soon.risk.after' : 'due-soon.after', { at });
  return message(atRisk ? 'checking.risk.steady' : 'checking.steady');
}

function checkingSentence({ atRisk, nextCheckTo: to }: View): Message {
  if (to !== null) return message(atRisk ? 'checking.risk.by' : 'checking.by', { to });
  return message(atRisk ? 'checking.risk.steady' : 'checking.steady');
}

function offlineHint({ network }: View): Message | null {
  return network === 'offline' ? message('offline.hint') : null;
}
