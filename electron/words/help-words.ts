import type { HelpPlace, Organisation } from '../assess/organisation.ts';
import type { View } from '../assess/view.ts';
import { type Message, message } from './catalog.ts';
import { whyOf } from './why-words.ts';

/** Whom to ask: the organisation's own words, and the buttons that lead there. */
export type HelpWords = {
  readonly title: Message;
  /** Whom to ask, where no button leads there. */
  readonly contact: Message | null;
  readonly note: Message | null;
  readonly places: readonly { readonly what: HelpPlace; readonly label: Message }[];
};

/** What the organisation offers to whoever needs help; null where it has said nothing. */
export function helpWords({ name, contact, note, helpUrl }: Organisation): HelpWords | null {
  if (contact === null && note === null && helpUrl === null) return null;
  const label = contact === null ? null : message('help.text', { text: contact.label });
  const canOpen = label !== null && contact?.url !== null;
  return {
    title: name === null ? message('help.title') : message('help.title.named', { name }),
    contact: canOpen ? null : label,
    note: note === null ? null : message('help.text', { text: note }),
    places: [
      ...(canOpen ? [{ what: 'contact', label } as const] : []),
      ...(helpUrl === null ? [] : [{ what: 'page', label: message('help.page') } as const]),
    ],
  };
}

/** Whether the person may need help with this, so that it is offered without being looked for. */
export function needsHelp(view: View): boolean {
  const { phase, attempt } = view;
  if (phase === 'deactivated' || phase === 'overdue' || phase === 'unknown') return true;
  const failed = attempt?.outcome != null && attempt.outcome.kind !== 'signed-in';
  return phase !== 'unregistered' && (failed || whyOf(view) !== null);
}

/** Never a nag: a Mac that is not registered may be meant to be so. */
export function registrationWords({ phase }: View, { registrationUrl }: Organisation): Message | null {
  return phase === 'unregistered' && registrationUrl !== null ? message('help.register') : null;
}
