import type { Message } from '../../../electron/words/catalog.ts';
import { createSpeech, say } from '../../../electron/words/speech.ts';
import { now } from './views.ts';

const speech = createSpeech('en-GB', 'Europe/London');

/** What a British person in London reads at `now`. */
export function said(message: Message): string;
export function said(message: Message | null): string | null;
export function said(message: Message | null): string | null {
  return message === null ? null : say(speech, message, now);
}
