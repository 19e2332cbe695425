import { isPluralElement, parse } from '@formatjs/icu-messageformat-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { settingsTable } from '../../../electron/settings/table.ts';
import { findingsForIt } from '../../../electron/words/catalog/findings-for-it.ts';
import { logDiagnosis } from '../../../electron/words/catalog/log-diagnosis.ts';
import { network } from '../../../electron/words/catalog/network.ts';
import { report } from '../../../electron/words/catalog/report.ts';
import { catalog } from '../../../electron/words/catalog.ts';
import type { Entry } from '../../../electron/words/entry.ts';
import { chooseLocale, languages, loadLanguage, messagesFor } from '../../../electron/words/languages.ts';
import { languageWords } from '../../../electron/words/preference-words.ts';
import { valueNames } from './value-names.ts';

const entries: readonly (readonly [string, Entry])[] = Object.entries(catalog);
const english = messagesFor('en');
const translated = languages.filter((language) => language !== 'en');
const forIt = { ...findingsForIt, ...logDiagnosis, ...network, ...report };

beforeAll(async () => {
  for (const locale of [...languages, 'en-XA']) await loadLanguage(locale);
});

/** Quotation marks and brackets that stand alone, or that belong to another language. */
const wrongMarks: Readonly<Record<string, RegExp>> = {
  de: /['"!«»”]|\.\.\./,
  fr: /['"!]|\.\.\.|[“”„]|[^\u202f\d][;?»]|[^\u202f] ?:(?= |$)|«[^\u202f]/,
  es: /['"!„]|\.\.\./,
  ja: /['"!“”„«»!]|\.\.\./,
};

/** The words of the trade, which people are spared. */
const trade: Readonly<Record<string, RegExp>> = {
  de: /token|gatherAAD|\bAAD\b|azure|msal|plist|compliant|konform|deaktivier|reaktivier|daemon|\bagent/i,
  fr: /jeton|token|gatherAAD|\bAAD\b|azure|msal|plist|conforme|désactiv|réactiv|daemon|démon|\bagent/i,
  es: /token|gatherAAD|\bAAD\b|azure|msal|plist|conforme|desactiv|reactiv|daemon|\bagente/i,
  ja: /トークン|サイレント|gatherAAD|AAD|azure|msal|plist|準拠|無効化|再有効|デーモン|エージェント/i,
};

test('the settings know the languages that Vigil speaks, and the person is offered each of them', () => {
  const { Language, HelpNotes } = settingsTable.shape;
  expect([...Language.unwrap().options].sort()).toEqual(['', ...languages].sort());
  expect(Object.keys(HelpNotes.unwrap().shape).sort()).toEqual([...languages].sort());
  const { choices } = languageWords({ value: '', isManaged: false });
  expect(choices.map(({ change }) => change.value).sort()).toEqual(['', ...languages].sort());
});

test.each(languages)('%s is chosen for whoever prefers it', (language) => {
  expect(chooseLocale(['tlh', language, 'en'])).toBe(language);
});

test.each([
  [['en-GB', 'de-AT'], 'de', 'de-AT'],
  [['en-GB'], 'de', 'de-GB'],
  [['de-DE'], 'en', 'en-DE'],
  [['fr-CA'], '', 'fr-CA'],
  [['fr-CA'], 'tlh', 'fr-CA'],
  [[], 'ja', 'ja'],
])('of %j, with %j chosen for Vigil, the locale is %s', (preferred, chosen, locale) => {
  expect(chooseLocale(preferred, chosen)).toBe(locale);
});

describe.each(translated)('in %s', (language) => {
  const sentences = () => Object.entries(messagesFor(language));
  const except = (isRight: (text: string, id: string) => boolean) =>
    sentences().filter(([id, text]) => !isRight(text, id));

  test('nothing is missing, nothing is left over, in the order of the catalog', () => {
    expect(sentences().map(([id]) => id)).toEqual(entries.map(([id]) => id));
  });

  test('every sentence takes the values that the English one takes', () => {
    for (const [id, text] of sentences()) {
      expect({ id, names: valueNames(text) }).toEqual({ id, names: valueNames(english[id] ?? '') });
    }
  });

  test('plurals have the forms that whole numbers need', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [id, text] of sentences()) {
      for (const element of parse(text).filter(isPluralElement)) {
        const forms = Object.keys(element.options).filter((form) => !form.startsWith('='));
        expect({ id, forms: forms.sort() }).toEqual({ id, forms: [...needed].sort() });
      }
    }
  });

  test('typography is that of the language, and no apostrophe escapes anything', () => {
    const wrong = wrongMarks[language] ?? /./;
    expect(except((text) => !wrong.test(text) && !/ {2}|^\s|\s$/.test(text))).toEqual([]);
  });

  test('people are spared the words of the trade', () => {
    const words = trade[language] ?? /./;
    expect(except((text, id) => id in forIt || !words.test(text))).toEqual([]);
  });

  test('no sentence was forgotten', () => {
    const words = (text: string) => text.replaceAll(/\{[^}]*\}/g, '').match(/\p{Letter}{3,}/gu) ?? [];
    expect(except((text, id) => text !== english[id] || words(text).length < 3)).toEqual([]);
  });
});

describe('the pseudo-locale', () => {
  test('changes every sentence that has words, and keeps its values', () => {
    for (const [id, text] of Object.entries(messagesFor('en-XA'))) {
      const plain = english[id] ?? '';
      expect({ id, names: valueNames(text) }).toEqual({ id, names: valueNames(plain) });
      if (/[aeiou]{1}/.test(plain.replaceAll(/\{[^}]*\}/g, ''))) expect(text).not.toBe(plain);
    }
  });

  test('is longer by 40 percent, with accents and marks of direction', () => {
    expect(messagesFor('en-XA')['protected.headline']).toBe('Šïgñ-ïñ ïñ ördér\u200f~~~~~~~');
  });
});
