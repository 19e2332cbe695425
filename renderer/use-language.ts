import { useEffect, useState } from 'react';
import { loadLanguage, messagesFor } from '../electron/words/languages.ts';

export type ScreenLanguage = { readonly locale: string; readonly messages: Record<string, string> };

/** The language of the screen, which stays the one before until the next is loaded: one language per screen. */
export function useLanguage(locale: string): ScreenLanguage {
  const [language, setLanguage] = useState(() => languageFor(locale));
  useEffect(() => {
    let isWanted = true;
    void loadLanguage(locale).finally(() => {
      if (isWanted) setLanguage((before) => (before.locale === locale ? before : languageFor(locale)));
    });
    return () => {
      isWanted = false;
    };
  }, [locale]);
  return language;
}

function languageFor(locale: string): ScreenLanguage {
  return { locale, messages: messagesFor(locale) };
}
