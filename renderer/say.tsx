import { createContext, useContext } from 'react';
import { useIntl } from 'react-intl';
import type { Message } from '../electron/words/catalog.ts';
import { type Speech, say } from '../electron/words/speech.ts';

/** The instant at which the page is read, in epoch milliseconds. */
export const NowContext = createContext(0);

type SayProps = { readonly message: Message };

/** One sentence, in the language of the screen. */
export function Say({ message }: SayProps) {
  return say(withWholeTimes(useIntl()), message, useContext(NowContext));
}

const noBreakSpace = '\u00a0';

/** Chromium writes "2:20 PM" with a space at which a line may end. */
function withWholeTimes(speech: Speech): Speech {
  return { ...speech, formatTime: (...time) => speech.formatTime(...time).replaceAll(' ', noBreakSpace) };
}
