import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { catalog, type Message, type MessageId, type Translation, type ValueTypes } from './catalog.ts';
import type { Entry, ValueKind } from './entry.ts';
import { type TimeFormats, writeDuration, writeInstant, writeSpan } from './times.ts';

/** What sentences are said with: an intl object of `@formatjs/intl` or of `react-intl`. */
export type Speech = TimeFormats & {
  readonly locale: string;
  readonly formatMessage: (
    descriptor: { readonly id: MessageId },
    values: Record<string, string | number>,
  ) => string;
};

// Object.fromEntries cannot tell its keys, and they are the catalog's own.
const english = Object.fromEntries(
  Object.entries(catalog).map(([id, entry]) => [id, entry.english]),
) as Translation;

/** The languages by their BCP 47 subtag. */
const languages: ReadonlyMap<string, Translation> = new Map([['en', english]]);

/**
 * The locale of everything on the screen, from the person's preferred ones: the first whose language Vigil speaks, else
 * English, written as in the person's region (so times stay as they are used to).
 */
export function chooseLocale(preferred: readonly string[]): string {
  const locales = preferred.flatMap(parseLocale);
  const spoken = locales.find((locale) => languages.has(locale.language));
  if (spoken !== undefined) return spoken.toString();
  const region = locales[0]?.maximize().region;
  return region === undefined ? 'en' : `en-${region}`;
}

/** The catalog in the language of `locale`, for `createSpeech` and for react-intl's provider. */
export function messagesFor(locale: string): Record<string, string> {
  const language = parseLocale(locale)[0]?.language ?? 'en';
  return { ...(languages.get(language) ?? english) };
}

/** `timeZone` is for tests; left out, times are in the zone of this Mac. */
export function createSpeech(locale: string, timeZone?: string): IntlShape<string> {
  const zone = timeZone === undefined ? {} : { timeZone };
  return createIntl(
    { locale, messages: messagesFor(locale), defaultLocale: 'en', ...zone },
    createIntlCache(),
  );
}

/** Writes a message out. `now` decides whether a time needs its day. */
export function say(speech: Speech, { id, values }: Message, now: number): string {
  const { takes = {} }: Entry = catalog[id];
  const written = Object.entries(takes).map(([name, kind]) => [name, write(speech, kind, values[name], now)]);
  return speech.formatMessage({ id }, Object.fromEntries(written));
}

function write(
  speech: Speech,
  kind: ValueKind,
  value: ValueTypes[ValueKind] | undefined,
  now: number,
): string | number {
  if (typeof value === 'number') {
    if (kind === 'count') return value;
    return kind === 'duration' ? writeDuration(speech, value) : writeInstant(speech, value, now);
  }
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  return 'id' in value ? say(speech, value, now) : writeSpan(speech, value, now);
}

function parseLocale(tag: string): Intl.Locale[] {
  try {
    return [new Intl.Locale(tag)];
  } catch {
    // Tags come from the system and may be no BCP 47 at all ("C", "").
    return [];
  }
}
