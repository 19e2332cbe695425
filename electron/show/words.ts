import type { View, Want } from '../assess/view.ts';
import { actionWords } from '../words/action-words.ts';
import { type Message, message } from '../words/catalog.ts';
import { tooltip } from '../words/describe.ts';
import { notificationWords } from '../words/notification-words.ts';
import { type Speech, say } from '../words/speech.ts';
import type { AppMenuWords } from './app-menu.ts';
import type { NotificationText } from './notifications.ts';
import type { TrayWords } from './tray.ts';

export function trayWords(speech: Speech, view: View, canQuit: boolean): TrayWords {
  const write = (words: Message) => say(speech, words, Date.now());
  const action = actionWords(view);
  return {
    tooltip: write(tooltip(view)),
    action: action === null ? null : write(action.label),
    open: write(message('menu.open')),
    quit: canQuit ? write(message('menu.quit')) : null,
  };
}

export function menuWords(speech: Speech): AppMenuWords {
  const write = (words: Message) => say(speech, words, Date.now());
  return { close: write(message('fault.close')), quit: write(message('menu.quit')) };
}

export function notificationText(speech: Speech, { cause }: Want): NotificationText {
  const write = (words: Message) => say(speech, words, Date.now());
  const { title, body, action } = notificationWords(cause);
  const actions =
    action === null ? null : { act: write(action.label), later: write(message('action.later')) };
  return { title: write(title), body: write(body), actions };
}

export function greeting(speech: Speech): NotificationText {
  const write = (words: Message) => say(speech, words, Date.now());
  return {
    title: write(message('notify.greeting.title')),
    body: write(message('notify.greeting.body')),
    actions: null,
  };
}
