import type { View } from '../assess/view.ts';
import { type ActionWords, actionWords } from './action-words.ts';
import { type Message, message } from './catalog.ts';
import { type OutcomeWords, outcomeWords } from './outcome-words.ts';
import { type PhaseWords, phaseWords } from './phase-words.ts';
import { type WhyWords, whyOf } from './why-words.ts';

/** Everything that the popover says about a view, in the order in which it is read. */
export type Description = PhaseWords & {
  /** The cause that matters most, with what the person can do about it. */
  readonly why: WhyWords | null;
  /** What came of the last attempt. */
  readonly result: OutcomeWords | null;
  readonly action: ActionWords | null;
  readonly notifications: NotificationsWords | null;
  /** There is so much to say that the emblem stands beside the words and not above them. */
  readonly isDense: boolean;
};

/** Why notifications matter, with the button that asks for them; or that they are off (no button). */
export type NotificationsWords = { readonly sentence: Message; readonly allow: Message | null };

export function describe(view: View): Description {
  const outcome = view.attempt?.outcome ?? null;
  const why = whyOf(view);
  return {
    ...phaseWords(view),
    why,
    result: outcome === null ? null : outcomeWords(outcome),
    action: actionWords(view),
    notifications: notificationsWords(view),
    isDense: why !== null || (view.attention && outcome !== null),
  };
}

/** The icon's tooltip: one short sentence without times, so that it does not change while nothing changes. */
export function tooltip(view: View): Message {
  return message('tooltip', { state: phaseWords(view).headline });
}

/** Headline and sentence one after the other, for a line of the terminal. */
export function line(view: View): Message {
  const { headline, sentence } = phaseWords(view);
  return message('line', { headline, sentence });
}

/** No topic where there is nothing to be notified of, or something more urgent on the screen. */
function notificationsWords({ notifications, phase, attention }: View): NotificationsWords | null {
  if (attention || phase === 'unregistered' || phase === 'unknown' || phase === 'reactivating') return null;
  switch (notifications) {
    case 'not-asked':
      return { sentence: message('notifications.ask'), allow: message('notifications.allow') };
    case 'failed':
      return { sentence: message('notifications.failed'), allow: null };
    case 'asked':
      return null;
  }
}
