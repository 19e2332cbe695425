import { describe, expect, test } from 'vitest';
import { createSpeech } from '../../../electron/words/speech.ts';
import { writeDuration, writeInstant, writeSpan } from '../../../electron/words/times.ts';
import { hourMs, minuteMs, now } from './views.ts';

const london = createSpeech('en-GB', 'Europe/London');
const newYork = createSpeech('en-US', 'America/New_York');
/** Intl puts narrow and other spaces around times. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');
const day = 24 * hourMs;

describe('an instant', () => {
  test.each([
    [0, '13:08', '8:08 AM'],
    [-3 * hourMs, '10:08', '5:08 AM'],
    [-13 * hourMs, '00:08', 'Tue 7:08 PM'],
    [-day, 'Tue 13:08', 'Tue 8:08 AM'],
    [2 * day, 'Fri 13:08', 'Fri 8:08 AM'],
    [-9 * day, '16 Nov 2026, 13:08', 'Nov 16, 2026, 8:08 AM'],
  ])(
    '%i ms from now is written as people there do, with the day where it is not plain',
    (distance, british, american) => {
      expect(plain(writeInstant(london, now + distance, now))).toBe(british);
      expect(plain(writeInstant(newYork, now + distance, now))).toBe(american);
    },
  );

  test('shortly after midnight needs no day while it is near', () => {
    const lateEvening = Date.UTC(2026, 10, 25, 23, 50);
    expect(writeInstant(london, lateEvening + 20 * minuteMs, lateEvening)).toBe('00:10');
    expect(writeInstant(london, lateEvening, lateEvening + 20 * minuteMs)).toBe('23:50');
  });

  test('is right on the night on which the clocks go back', () => {
    const firstHalfPastOne = Date.UTC(2026, 9, 25, 0, 30);
    expect(writeInstant(london, firstHalfPastOne, firstHalfPastOne)).toBe('01:30');
    expect(writeInstant(london, firstHalfPastOne + hourMs, firstHalfPastOne)).toBe('01:30');
  });

  test('follows the locale’s hour cycle where the system sets one', () => {
    expect(writeInstant(createSpeech('en-US-u-hc-h23', 'Europe/London'), now, now)).toBe('13:08');
  });
});

describe('a span', () => {
  test('is written once', () => {
    expect(plain(writeSpan(london, [now, now + 15 * minuteMs], now))).toBe('13:08–13:23');
    expect(plain(writeSpan(newYork, [now, now + 15 * minuteMs], now))).toBe('8:08 – 8:23 AM');
  });

  test('keeps to clock times over midnight', () => {
    const lateEvening = Date.UTC(2026, 10, 25, 23, 50);
    expect(plain(writeSpan(london, [lateEvening, lateEvening + 15 * minuteMs], lateEvening))).toBe(
      '23:50 – 00:05',
    );
  });
});

test.each([
  [72 * minuteMs, '1 hr, 12 min'],
  [72 * minuteMs + 1, '1 hr, 13 min'],
  [2 * hourMs, '2 hr'],
  [59_000, '1 min'],
  [0, '1 min'],
])('%i ms are written as %s: rounded up, never nothing', (durationMs, text) => {
  expect(writeDuration(newYork, durationMs)).toBe(text);
});
