import { describe, expect, test } from 'vitest';
import type { CannotStart } from '../../../electron/assess/facts.ts';
import type { Outcome, WantCause } from '../../../electron/assess/view.ts';
import { languages, loadLanguage } from '../../../electron/words/languages.ts';
import { notificationWords } from '../../../electron/words/notification-words.ts';
import { createSpeech, say } from '../../../electron/words/speech.ts';
import { said } from './said.ts';
import { hourMs, now, views } from './views.ts';

const known = { at: now, key: 'k', pid: 1 } as const;
const whys: readonly CannotStart[] = [
  'not-installed',
  'not-trusted',
  'as-root',
  'offline',
  'captive-portal',
  'agent-running',
  'attempt-running',
  'too-soon',
  'state-unknown',
  'spawn-failed',
];
const outcomes: readonly Outcome[] = [
  { kind: 'signed-in' },
  { kind: 'cancelled' },
  { kind: 'stopped' },
  { kind: 'failed', known: null },
  { kind: 'failed', known: { ...known, name: 'aad-error', oauthError: 'invalid_grant' } },
  { kind: 'failed', known: { ...known, name: 'aad-error' } },
  { kind: 'failed', known: { ...known, name: 'sso-not-appsso-url' } },
  { kind: 'failed', known: { ...known, name: 'multiple-accounts' } },
  { kind: 'failed', known: { ...known, name: 'interactive-failed' } },
  ...whys.map((why) => ({ kind: 'could-not-start', why }) as const),
];
const causes: readonly WantCause[] = [
  { kind: 'deactivated', since: views.deactivated.since, step: 0 },
  { kind: 'deactivated', since: now - 30 * hourMs, step: 3 },
  { kind: 'deactivated', since: now - 300 * hourMs, step: 9 },
  { kind: 'due-soon', lapsesAt: now + hourMs },
  { kind: 'window-waiting' },
  { kind: 'overdue', lapsedAt: now - hourMs },
  ...outcomes.map((outcome) => ({ kind: 'result', outcome }) as const),
];

describe('notifications', () => {
  test.each(causes)('%j fits into what macOS shows, in every language', async (cause) => {
    const { title, body } = notificationWords(cause);
    for (const locale of ['en-GB', ...languages]) {
      await loadLanguage(locale);
      const speech = createSpeech(locale, 'America/St_Johns');
      expect(say(speech, title, now).length).toBeLessThanOrEqual(40);
      expect(Buffer.byteLength(say(speech, body, now))).toBeLessThanOrEqual(200);
    }
  });

  test('lost access is said at once, and later with the time since when', () => {
    const [first, later] = causes;
    expect(first && said(notificationWords(first).body)).toBe(
      'A sign-in was missed or failed. Until you sign in again, company apps may refuse this Mac.',
    );
    expect(later && said(notificationWords(later).body)).toBe(
      'Since Tue 07:08, company apps may refuse this Mac. Please sign in again.',
    );
  });

  test('only lost access can be put right from the notification itself', () => {
    const verbs = causes.map((cause) => [cause.kind, notificationWords(cause).action?.verb ?? null]);
    expect(Object.fromEntries(verbs)).toEqual({
      deactivated: 'reactivate',
      'due-soon': null,
      'window-waiting': null,
      overdue: null,
      result: null,
    });
  });

  test('a waiting window is named, and how to get to it', () => {
    expect(said(notificationWords({ kind: 'window-waiting' }).body)).toMatch(
      /⌘ Tab.*“Jamf Conditional Access”.*browser/,
    );
  });
});
