import { describe, expect, test } from 'vitest';
import { type Moment, type MomentKind, momentKinds } from '../../../electron/assess/timeline.ts';
import type { View } from '../../../electron/assess/view.ts';
import { timelineWords } from '../../../electron/words/timeline-words.ts';
import { said } from './said.ts';
import { hourMs, minuteMs, now, recorded, views } from './views.ts';

/** Hours before now, and what happened then. */
const told = (...moments: readonly (readonly [hours: number, kind: MomentKind])[]): readonly Moment[] =>
  moments.map(([hours, kind]) => ({ at: now - hours * hourMs, kind }));

const wordsOf = (timeline: readonly Moment[], view: View = views.protected) =>
  timelineWords({ ...view, timeline }, now);
const list = (timeline: readonly Moment[]) =>
  wordsOf(timeline)?.lines.map(({ time, text }) => `${said(time)} ${said(text)}`);
const alternative = (timeline: readonly Moment[]) => said(wordsOf(timeline)?.alternative ?? null);

describe('the list', () => {
  test('is of the last 24 hours, the newest first', () => {
    expect(
      list(told([24.1, 'deactivated'], [23, 'reactivated'], [3, 'silent-failed'], [1, 'window-cancelled'])),
    ).toEqual([
      '12:08 A sign-in window was closed before the end.',
      '10:08 The sign-in did not work by itself.',
      'Tue 14:08 Signed in again: access is back on.',
    ]);
  });

  test('is one line for the sign-ins of a quiet day', () => {
    expect(list(views['protected, after a quiet day'].timeline)).toEqual([
      '12:20 Signed in 12 times since Tue 14:20.',
    ]);
    expect(list(told([5, 'signed-in'], [3, 'silent-failed'], [2, 'signed-in'], [1, 'signed-in']))).toEqual([
      '12:08 Signed in 2 times since 11:08.',
      '10:08 The sign-in did not work by itself.',
      '08:08 Signed in.',
    ]);
  });

  test('has a sentence for everything that can happen, and no word of the trade', () => {
    for (const kind of momentKinds)
      expect(list(told([1, kind]))).toEqual([expect.stringMatching(/^12:08 [A-Z].+\.$/)]);
  });
});

describe('the text alternative', () => {
  test.each<[moments: readonly Moment[], text: string]>([
    [
      told([3, 'signed-in'], [1, 'signed-in']),
      'The last 24 hours: 2 sign-ins that worked, nothing that went wrong. Last of all, at 12:08: Signed in.',
    ],
    [
      told([2, 'window-missed'], [2, 'deactivated'], [1, 'reactivated']),
      'The last 24 hours: 1 sign-in that worked, 2 things that went wrong. Last of all, at 12:08: Signed in again: access is back on.',
    ],
    [
      told([1, 'deactivated']),
      'The last 24 hours: no sign-in that worked, 1 thing that went wrong. Last of all, at 12:08: Company access was switched off.',
    ],
    [told([25, 'signed-in']), 'Nothing happened in the last 24 hours.'],
  ])('%#', (moments, text) => {
    expect(alternative(moments)).toBe(text);
  });

  test('on Jamf Pro 11.12 nothing speaks of a check or of two hours', () => {
    const all = recorded.flatMap(([, { timeline }]) => [alternative(timeline), ...(list(timeline) ?? [])]);
    expect(all.join('\n')).not.toMatch(/check|two hours|2 hours|lapse/i);
  });
});

describe('when access was switched off', () => {
  const off = (timeline: readonly Moment[], view: View) =>
    wordsOf(timeline, view)?.off.map((span) => span.map((at) => (now - at) / hourMs));

  test.each<[what: string, moments: readonly Moment[], view: View, spans: readonly (readonly number[])[]]>([
    ['never', told([1, 'signed-in']), views.protected, []],
    ['until a re-activation', told([3, 'deactivated'], [1, 'reactivated']), views.protected, [[3, 1]]],
    ['until now', told([3, 'deactivated']), views.deactivated, [[3, 0]]],
    ['until now, while the person signs in', told([3, 'deactivated']), views.reactivating, [[3, 0]]],
    [
      'since before the picture begins',
      told([40, 'deactivated'], [20, 'reactivated']),
      views.protected,
      [[24, 20]],
    ],
    ['long ago', told([40, 'deactivated'], [30, 'reactivated']), views.protected, []],
    ['although the plist, which decides, says that it is on', told([3, 'deactivated']), views.protected, []],
    [
      'although nothing told of it',
      told([3, 'signed-in']),
      { ...views.deactivated, since: now - 2 * hourMs },
      [[2, 0]],
    ],
  ])('%s', (_what, moments, view, spans) => {
    expect(off(moments, view)).toEqual(spans);
  });
});

test('a Mac of which nothing is known has no timeline', () => {
  expect(wordsOf([])).toBeNull();
});

test('a moment that a clock has put ahead is drawn at "now"', () => {
  expect(wordsOf([{ at: now + minuteMs, kind: 'signed-in' }])?.marked).toEqual([{ at: now, mark: 'good' }]);
});
