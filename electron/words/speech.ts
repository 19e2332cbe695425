import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl';
import { catalog, type Message, type MessageId, type ValueTypes } from './catalog.ts';
import type { Entry, ValueKind } from './entry.ts';
import { messagesFor } from './languages.ts';
import { type TimeFormats, writeDuration, writeInstant, writeSpan } from './times.ts';

/** What sentences are said with: an intl object of `@formatjs/intl` or of `react-intl`. */
export type Speech = TimeFormats & {
  readonly locale: string;
  readonly formatMessage: (
    descriptor: { readonly id: MessageId },
    values: Record<string, string | number>,
  ) => string;
};

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
