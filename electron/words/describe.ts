import type { FindingId } from '../assess/findings/finding.ts';
import type { View } from '../assess/view.ts';
import { type ActionWords, actionWords } from './action-words.ts';
import { type Message, message } from './catalog.ts';
import { type OutcomeWords, outcomeWords } from './outcome-words.ts';
import { type PhaseWords, phaseWords } from './phase-words.ts';

/** Everything that the popover says about a view, in the order in which it is read. */
export type Description = PhaseWords & {
  /** Known causes of trouble, most telling first. */
  readonly causes: readonly Message[];
  /** What came of the last attempt. */
  readonly result: OutcomeWords | null;
  readonly action: ActionWords | null;
  readonly notifications: NotificationsWords | null;
};

/** Why notifications matter, with the button that asks for them; or that they are off (no button). */
export type NotificationsWords = { readonly sentence: Message; readonly allow: Message | null };

export function describe(view: View): Description {
  const outcome = view.attempt?.outcome ?? null;
  return {
    ...phaseWords(view),
    // A result says itself why, and what to do.
    causes: outcome === null ? causes(view) : [],
    result: outcome === null ? null : outcomeWords(outcome),
    action: actionWords(view),
    notifications: notificationsWords(view),
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

/** Not causes of trouble, or said elsewhere: in Details, as the hint, at the button, as the phase itself. */
const saidElsewhere: ReadonlySet<FindingId> = new Set([
  'log-access-denied',
  'logs-rolled-over',
  'recurring-removed',
  'offline',
]);

/** One sentence for each cause, where something has to be done; a Mac on which all is well is left in peace. */
function causes({ attention, findings, phase, windowWaiting }: View): readonly Message[] {
  if (!attention || windowWaiting || phase === 'overdue') return [];
  const said = (id: FindingId) =>
    saidElsewhere.has(id) || (phase === 'deactivated' && id === 'window-missed');
  return findings.filter(({ id }) => !said(id)).map(({ id }) => message(`finding.${id}`));
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
