import { catalog, type Translation } from './catalog.ts';

/** Object.fromEntries cannot tell its keys, and they are the catalog's own. */
const english = Object.fromEntries(
  Object.entries(catalog).map(([id, entry]) => [id, entry.english]),
) as Translation;

type Loader = () => Promise<{ readonly default: Translation }>;

/** Loaded when somebody reads them. One that lacks a sentence does not compile. */
const translations: ReadonlyMap<string, Loader> = new Map([
  ['de', () => import('./translations/de.json', { with: { type: 'json' } })],
  ['es', () => import('./translations/es.json', { with: { type: 'json' } })],
  ['fr', () => import('./translations/fr.json', { with: { type: 'json' } })],
  ['ja', () => import('./translations/ja.json', { with: { type: 'json' } })],
]);

/** English with accents, and longer; the tag is the usual one for it. No Mac offers it: it shows what cannot be translated. */
const pseudo = 'en-XA';

/** The languages that Vigil speaks, as BCP 47 subtags. */
export const languages: readonly string[] = ['en', ...translations.keys()];

const loaded = new Map([['en', english]]);

/**
 * The locale of everything on the screen, from the person's preferred ones: the first whose language Vigil speaks, else
 * English, written as in the person's region (so times stay as they are used to). `chosen` is the language that was set for
 * Vigil alone, empty where none was.
 */
export function chooseLocale(preferred: readonly string[], chosen = ''): string {
  const locales = preferred.flatMap(parseLocale);
  const wanted = languages.includes(chosen) ? [chosen] : languages;
  const spoken = locales.find(({ language }) => wanted.includes(language));
  if (spoken !== undefined) return spoken.toString();
  const region = locales[0]?.maximize().region;
  const language = wanted[0] ?? 'en';
  return region === undefined ? language : `${language}-${region}`;
}

/** Makes the language of `locale` ready for `messagesFor`; until then, and if it cannot be loaded, that is English. */
export async function loadLanguage(locale: string): Promise<void> {
  const language = languageOf(locale);
  if (loaded.has(language)) return;
  const translation =
    language === pseudo
      ? (await import('./pseudo.ts')).pseudoTranslation(english)
      : (await translations.get(language)?.())?.default;
  if (translation !== undefined) loaded.set(language, translation);
}

/** The catalog in the language of `locale`, for `createSpeech` and for react-intl's provider. */
export function messagesFor(locale: string): Record<string, string> {
  return { ...(loaded.get(languageOf(locale)) ?? english) };
}

function languageOf(locale: string): string {
  const parsed = parseLocale(locale)[0];
  if (parsed === undefined) return 'en';
  return parsed.baseName === pseudo ? pseudo : parsed.language;
}

function parseLocale(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)];
  } catch {
    // Tags come from the system and may be no BCP 47 at all ("C", "").
    return [];
  }
}
