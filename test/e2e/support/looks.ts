import { test as testOf } from 'vitest';
import { languages } from '../../../electron/words/languages.ts';
import { hardCodedWords, plainText } from './pseudo-text.ts';

/** How Vigil looks while a person uses it. */
export type Look = 'light' | 'dark' | 'pseudo';

const looks: readonly Look[] = ['light', 'dark', 'pseudo'];

/** What the person reads, in plain English. */
export type Eyes = (text: string) => string;

/** How Vigil is started in it, as a person's system would have it. */
type LookOptions = { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> };

export const lookOptions: Readonly<Record<Look, LookOptions>> = {
  light: { args: [], env: { LANGUAGE: 'en_US' } },
  dark: { args: ['--force-dark-mode'], env: { LANGUAGE: 'en_US' } },
  pseudo: { args: [], env: { LANGUAGE: 'en_XA' } },
};

/** In the pseudo-locale what stays plain English was never put into the catalog, and nobody could translate it. */
export function eyesFor(look: Look): Eyes {
  if (look !== 'pseudo') return (text) => text;
  return (text) => {
    const words = hardCodedWords(text);
    if (words.length > 0) throw new Error(`Not translated: “${words.join(' ')}” in “${text}”`);
    return plainText(text);
  };
}

/** Where other things are written among the sentences: names, codes, lines of logs. */
export function eyesForData(look: Look): Eyes {
  return look === 'pseudo' ? plainText : (text) => text;
}

/** What `--looks` of the tests sets. */
const { VIGIL_TEST_LOOKS: wanted } = process.env;

/** The made-up language that is longer than all others. */
export const pseudoLocale = 'en-XA';

/** The languages that pages are looked at in: all; or one of Latin letters, the one without, and the longest. */
export const lookedAt: readonly string[] =
  wanted === 'all' ? [...languages, pseudoLocale] : ['en', 'ja', pseudoLocale];

/** Vitest's, in every look; or, because that takes three times as long, in one, which goes by the name alone. */
export function test(name: string, run: (look: Look) => Promise<void>): void {
  const usual = looks[name.length % looks.length];
  for (const look of looks.filter((each) => wanted === 'all' || each === usual)) {
    testOf(`${name} (${look})`, () => run(look));
  }
}
