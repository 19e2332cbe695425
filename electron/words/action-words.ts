import type { Action, View } from '../assess/view.ts';
import { type Message, message } from './catalog.ts';
import { cannotStartWords } from './outcome-words.ts';

type Verb = 'reactivate' | 'sign-in-now' | 'stop';

/** The one thing that the person can do now: button of the popover and item of the menu. */
export type ActionWords = {
  readonly verb: Verb;
  readonly label: Message;
  /** `quiet`: there for those who look for it. */
  readonly emphasis: 'primary' | 'quiet';
  /** Why it cannot be done now, and what to do about that; null when it can. */
  readonly blocked: Message | null;
  /** What is said before it is done; null when it is done at once. */
  readonly confirm: ConfirmWords | null;
};

export type ConfirmWords = {
  readonly title: Message;
  readonly sentence: Message;
  readonly proceed: Message;
  readonly cancel: Message;
};

const labels = {
  reactivate: message('action.reactivate'),
  'sign-in-now': message('action.sign-in-now'),
  stop: message('action.stop'),
} as const;

const confirmSignIn: ConfirmWords = {
  title: message('confirm.title'),
  sentence: message('confirm.sentence'),
  proceed: message('confirm.proceed'),
  cancel: message('confirm.cancel'),
};

export function actionWords({ action, attention, windowWaiting }: View): ActionWords | null {
  switch (action.kind) {
    case 'none':
      return null;
    case 'reactivate':
      return offer('reactivate', 'primary');
    case 'sign-in-now':
      return { ...offer('sign-in-now', attention ? 'primary' : 'quiet'), confirm: confirmSignIn };
    case 'stop':
      return offer('stop', 'quiet');
    case 'blocked':
      // On a Mac on which all is well nobody needs to hear what would be impossible; and a window that waits is said already.
      return attention && !windowWaiting ? blocked(action) : null;
  }
}

function offer(verb: Verb, emphasis: ActionWords['emphasis']): ActionWords {
  return { verb, label: labels[verb], emphasis, blocked: null, confirm: null };
}

function blocked({ verb, why, until }: Extract<Action, { kind: 'blocked' }>): ActionWords {
  return { ...offer(verb, 'primary'), blocked: cannotStartWords(why, until) };
}
