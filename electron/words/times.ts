import type { IntlFormatters } from '@formatjs/intl';

/** What times are written with: the locale and the zone of the person. */
export type TimeFormats = Pick<
  IntlFormatters<never>,
  'formatDate' | 'formatTime' | 'formatDateTimeRange' | 'formatDuration'
>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** So near, a clock time is plain even across midnight. */
const plainMs = 6 * hourMs;
/** Within it a weekday names one day only, in whatever direction. */
const weekMs = 6 * 24 * hourMs;

/** "14:20" or "2:20 PM"; "Tue 14:20" on another day; "3 Nov 2026, 14:20" most of a week away. */
export function writeInstant(formats: TimeFormats, at: number, now: number): string {
  const distanceMs = Math.abs(at - now);
  if (distanceMs <= plainMs || isSameDay(formats, at, now)) {
    return formats.formatTime(at, { timeStyle: 'short' });
  }
  if (distanceMs > weekMs) return formats.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  return formats.formatDate(at, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
}

/** "14:20–14:35", each end written as an instant where the two lie on different days. */
export function writeSpan(formats: TimeFormats, [from, to]: readonly [number, number], now: number): string {
  if (isSameDay(formats, from, to) && isSameDay(formats, from, now)) {
    return formats.formatDateTimeRange(from, to, { timeStyle: 'short' });
  }
  return `${writeInstant(formats, from, now)} – ${writeInstant(formats, to, now)}`;
}

/** "1 hr, 12 min": whole minutes, rounded up, so that what is left is never said to be nothing. */
export function writeDuration(formats: TimeFormats, durationMs: number): string {
  const minutes = Math.max(1, Math.ceil(durationMs / minuteMs));
  return formats.formatDuration(
    { hours: Math.floor(minutes / 60), minutes: minutes % 60 },
    { style: 'short' },
  );
}

function isSameDay(formats: TimeFormats, a: number, b: number): boolean {
  const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  return formats.formatDate(a, day) === formats.formatDate(b, day);
}
