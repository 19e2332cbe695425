import { describe, expect, test } from 'vitest';
import type { Marked, TimelineWords } from '../../../electron/words/timeline-words.ts';
import { layOut, picture } from '../../../renderer/timeline-layout.ts';
import { hourMs, minuteMs, now } from '../words/views.ts';

const day: TimelineWords = {
  fromAt: now - 24 * hourMs,
  toAt: now,
  marked: [],
  off: [],
  alternative: { id: 'timeline.nothing', values: {} },
  lines: [],
};

/** As clocks in this zone show it. */
function clockIn(timeZone: string): (at: number) => string {
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  return (at) => clock.format(at);
}
const london = clockIn('Europe/London');
const marksOf = (...marked: readonly Marked[]) => layOut({ ...day, marked }, london).marks;

describe('the marks', () => {
  test('lie where their time is: a day ago at the left, now at the right', () => {
    const marks = marksOf(
      { at: now - 24 * hourMs, mark: 'good' },
      { at: now - 12 * hourMs, mark: 'good' },
      { at: now, mark: 'off' },
    );
    expect(marks.map(({ x }) => x)).toEqual([
      picture.left,
      (picture.left + picture.right) / 2,
      picture.right,
    ]);
  });

  test('of things that happened at once lie side by side, or in the row above', () => {
    const [silent, window, off, back] = marksOf(
      { at: now - 5 * minuteMs, mark: 'trouble' },
      { at: now - minuteMs, mark: 'trouble' },
      { at: now - minuteMs, mark: 'off' },
      { at: now, mark: 'back' },
    );
    expect((window?.x ?? 0) - (silent?.x ?? 0)).toBeGreaterThanOrEqual(8);
    expect((back?.x ?? 0) - (off?.x ?? 0)).toBeGreaterThanOrEqual(8);
    expect(window?.y).toBe(picture.troubleY);
    expect(off?.y).toBe(picture.trackY);
  });

  test('that would have to move too far are left to the list, and none leaves the picture', () => {
    const storm = Array.from(
      { length: 60 },
      (_, i): Marked => ({ at: now - (60 - i) * 1000, mark: 'trouble' }),
    );
    const marks = marksOf(...storm);
    expect(marks.length).toBeLessThanOrEqual(2);
    const early = marksOf({ at: day.fromAt, mark: 'good' }, { at: day.fromAt + minuteMs, mark: 'good' });
    for (const { x } of [...marks, ...early]) expect(x).toBeGreaterThanOrEqual(0);
  });
});

describe('the hours', () => {
  test.each([
    ['Europe/London', ['18:00', '00:00', '06:00', '12:00']],
    ['Asia/Kathmandu', ['00:00', '06:00', '12:00', '18:00']],
  ])('are those of a clock in %s', (zone, hours) => {
    const clock = clockIn(zone);
    expect(layOut(day, clock).ticks.map(({ at }) => clock(at))).toEqual(hours);
  });

  test('are right on the day on which clocks are set', () => {
    const clock = clockIn('Europe/Berlin');
    const toAt = Date.UTC(2026, 9, 25, 11);
    const { ticks } = layOut({ ...day, fromAt: toAt - 24 * hourMs, toAt }, clock);
    expect(ticks.map(({ at }) => clock(at))).toEqual(['18:00', '00:00', '06:00', '12:00']);
  });

  test('have no label where it would lie on "Now"', () => {
    expect(layOut(day, london).ticks.map(({ isLabelled }) => isLabelled)).toEqual([true, true, true, false]);
  });
});
