import { describe, expect, test } from 'vitest';
import { phases } from '../../../electron/assess/view.ts';
import { describe as describeView, line, tooltip } from '../../../electron/words/describe.ts';
import { said } from './said.ts';
import { type Recorded, recorded, views } from './views.ts';

const read = (name: Recorded) => {
  const { headline, sentence, hint } = describeView(views[name]);
  return [headline, sentence, hint].map(said);
};

describe('what a person reads', () => {
  test('of every phase', () => {
    expect(new Set(recorded.map(([, view]) => view.phase))).toEqual(new Set(phases));
  });

  test.each<[Recorded, string, string, string | null]>([
    [
      'protected',
      'Sign-in in order',
      'Nothing to do. The next check runs by itself between 14:20 and 14:35.',
      null,
    ],
    ['protected, Jamf Pro 11.12', 'Sign-in in order', 'Nothing to do. Vigil keeps watching.', null],
    [
      'due-soon',
      'Next check soon',
      'It runs by itself between 13:15 and 13:30 and rarely needs anything from you.',
      null,
    ],
    [
      'due-soon, at risk',
      'A sign-in window may open soon',
      'It would open between 13:15 and 13:30. Please answer it: a missed window switches company access off.',
      null,
    ],
    [
      'checking',
      'Checking the sign-in',
      'The check runs by itself, at the latest around 13:20, and rarely needs anything from you.',
      null,
    ],
    [
      'checking, at risk',
      'A sign-in window may open',
      'It would open by about 13:20. Please answer it: a missed window switches company access off.',
      null,
    ],
    [
      'checking, window waiting',
      'A sign-in window is waiting',
      'Look for “Jamf Conditional Access”: press ⌘ Tab to find it. It may also be a page in your browser.',
      'Closing it, or leaving it unanswered, switches company access off.',
    ],
    [
      'overdue',
      'A check is overdue',
      'The regular sign-in check has not run. Nothing is lost so far, but please tell your IT team.',
      null,
    ],
    [
      'reactivating',
      'Signing you in',
      'This takes a moment. If a window asks you to sign in, please finish it.',
      null,
    ],
    [
      'deactivated',
      'Sign in to get access back',
      'A sign-in was missed or failed. Since 12:51, company apps may refuse this Mac.',
      'Signing in again may open a window. Once you finish it, access usually returns within minutes; if it does not, ask your IT team.',
    ],
    [
      'deactivated, by rules',
      'Sign in to get access back',
      'Since 12:51, company apps may refuse this Mac.',
      'Once you have signed in, access usually returns within minutes; if it does not, ask your IT team.',
    ],
    [
      'protected, with a cause',
      'Sign-in in order',
      'The next check runs by itself between 14:20 and 14:35.',
      null,
    ],
    [
      'unregistered, no Jamf',
      'Nothing to watch',
      'This Mac is not managed with Jamf Pro, so there is no sign-in to look after.',
      null,
    ],
    [
      'unknown, time in future',
      'Cannot tell right now',
      'The time of your last sign-in lies in the future. Please check the date and time of this Mac.',
      'This says nothing about your access. If it stays like this, tell your IT team.',
    ],
  ])('%s', (name, ...words) => {
    expect(read(name)).toEqual(words);
  });

  test('a tooltip is one short sentence without a time, so that a healthy Mac’s never flickers', () => {
    for (const [, view] of recorded) {
      expect(said(tooltip(view))).toMatch(/^Vigil: [^.\d]{8,40}$/);
    }
  });

  test('a line of the terminal is the headline and the sentence', () => {
    expect(said(line(views.protected))).toBe(
      'Sign-in in order. Nothing to do. The next check runs by itself between 14:20 and 14:35.',
    );
  });

  test('without a recurring sign-in nothing speaks of a check or of hours', () => {
    const { headline, sentence, hint, why, action } = describeView(views['protected, Jamf Pro 11.12']);
    const all = [headline, sentence, hint, why?.cause ?? null, action?.label ?? null].map(said).join(' ');
    expect(all).not.toMatch(/check|hour|\d/i);
  });
});

describe('notifications', () => {
  test('are offered once, with a reason', () => {
    const { notifications } = describeView(views['protected, not asked for notifications']);
    expect(said(notifications?.allow ?? null)).toBe('Turn On Notifications');
  });

  test('that macOS refuses are said to be off', () => {
    const { notifications } = describeView(views['protected, notifications off']);
    expect(notifications?.allow).toBeNull();
    expect(said(notifications?.sentence ?? null)).toContain('Notifications are off');
  });

  test('are no topic where there is nothing to be told, or something more urgent', () => {
    for (const name of ['unregistered, no Jamf', 'reactivating', 'deactivated', 'overdue'] as const) {
      expect(describeView({ ...views[name], notifications: 'not-asked' }).notifications).toBeNull();
    }
  });
});
