import type { WantCause } from '../assess/view.ts';
import { type Message, message } from './catalog.ts';
import { outcomeWords } from './outcome-words.ts';

export type NotificationWords = {
  readonly title: Message;
  readonly body: Message;
  /** The button that finishes the job without opening anything; null when only looking helps. */
  readonly action: { readonly verb: 'reactivate'; readonly label: Message } | null;
};

/** What a notification says. Bodies stay under 200 bytes of UTF-8 in every language. */
export function notificationWords(cause: WantCause): NotificationWords {
  switch (cause.kind) {
    case 'deactivated':
      return {
        title: message('notify.deactivated.title'),
        body:
          cause.step === 0
            ? message('notify.deactivated.body')
            : message('notify.deactivated.reminder', { since: cause.since }),
        action: { verb: 'reactivate', label: message('action.reactivate') },
      };
    case 'due-soon':
      return plain('notify.due-soon.title', message('notify.due-soon.body', { at: cause.lapsesAt }));
    case 'window-waiting':
      return plain('notify.waiting.title', message('notify.waiting.body'));
    case 'overdue':
      return plain('notify.overdue.title', message('notify.overdue.body'));
    case 'result': {
      const { title, sentence } = outcomeWords(cause.outcome);
      return { title, body: sentence, action: null };
    }
  }
}

function plain(
  title: 'notify.due-soon.title' | 'notify.waiting.title' | 'notify.overdue.title',
  body: Message,
): NotificationWords {
  return { title: message(title), body, action: null };
}
