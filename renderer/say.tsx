import { createContext, useContext } from 'react';
import { useIntl } from 'react-intl';
import type { Message } from '../electron/words/catalog.ts';
import { say } from '../electron/words/speech.ts';

/** The instant at which the page is read, in epoch milliseconds. */
export const NowContext = createContext(0);

type SayProps = { readonly message: Message };

/** One sentence, in the language of the screen. */
export function Say({ message }: SayProps) {
  return say(useIntl(), message, useContext(NowContext));
}
