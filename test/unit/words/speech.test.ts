import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { message } from '../../../electron/words/catalog.ts';
import { chooseLocale, loadLanguage } from '../../../electron/words/languages.ts';
import { createSpeech, say } from '../../../electron/words/speech.ts';
import { statusText } from '../../../electron/words/terminal-words.ts';
import { now, type Recorded, views } from './views.ts';

describe('the locale', () => {
  test.each([
    [['en-GB', 'de-DE'], 'en-GB'],
    [['tlh', 'en-AU'], 'en-AU'],
    [['en-US-u-hc-h23'], 'en-US-u-hc-h23'],
    // No language of Vigil's: English words, but times as in the region.
    [['tlh-DE'], 'en-DE'],
    [['C', '', 'not a tag'], 'en'],
    [[], 'en'],
  ])('for %j is %s', (preferred, locale) => {
    expect(chooseLocale(preferred)).toBe(locale);
  });
});

test('a message may hold another', () => {
  const speech = createSpeech('en-GB');
  expect(say(speech, message('tooltip', { state: message('protected.headline') }), now)).toBe(
    'Vigil: Sign-in in order',
  );
});

test('text that looks like a message is only text', () => {
  const speech = createSpeech('en-GB');
  expect(say(speech, message('details.version', { version: "{version} '<b>" }), now)).toBe("{version} '<b>");
});

describe('vigil status', () => {
  const speech = createSpeech('en-GB', 'Europe/London');

  test('tells a person the state and the facts', () => {
    expect(statusText(speech, views.protected, '0.1.0', now).split('\n')).toEqual([
      'Sign-in in order. Nothing to do. The next check runs by itself between 14:20 and 14:35.',
      '',
      '  Last sign-in  12:20',
      '  Next check    14:20–14:35',
      '  Jamf Pro      11.4.2',
      '  Account       alex',
      '  Log access    Yes',
      '  Vigil         0.1.0',
    ]);
  });

  test('has its values in one column in Japanese, too, whose letters are two columns wide', async () => {
    await loadLanguage('ja');
    const text = statusText(createSpeech('ja', 'Asia/Tokyo'), views.protected, '0.1.0', now);
    const rows = text.split('\n').filter((row) => row.startsWith('  '));
    const starts = rows.map((row) => stringWidth(/^ {2}\S.*? {2,}(?=\S)/.exec(row)?.[0] ?? ''));
    expect(rows.length).toBeGreaterThan(4);
    expect(new Set(starts).size).toBe(1);
  });

  test('tells what came of a sign-in and what stands in the way of the next', () => {
    expect(
      statusText(speech, views['deactivated, sign-in failed'], '0.1.0', now).split('\n').slice(0, 4),
    ).toEqual([
      'Sign in to get access back. A sign-in was missed or failed. Since 12:51, company apps may refuse this Mac.',
      'The sign-in did not work. Your company’s sign-in rules did not let it through. Please ask your IT team.',
      'Right after the last try the answer would be the same. You can try again at 13:10.',
      '',
    ]);
  });

  test('says why, and what to do about it', () => {
    const text = (name: Recorded) =>
      statusText(speech, views[name], '0.1.0', now).split('\n\n')[0]?.split('\n');
    expect(text('deactivated, by rules')).toEqual([
      'Sign in to get access back. Since 12:51, company apps may refuse this Mac.',
      'Once you have signed in, access usually returns within minutes; if it does not, ask your IT team.',
      'A sign-in window was not answered, or the sign-in in it failed.',
      '1. Sign in again, here in Vigil. A window may open, and wants to be finished.',
      '2. Finish the sign-in window; ⌘ Tab to “Jamf Conditional Access” brings it to the front.',
    ]);
    expect(text('protected, with a cause')?.slice(1)).toEqual([
      'Something on the network gets in the way of the company sign-in.',
      'Try another network, such as the hotspot of your phone.',
    ]);
  });

  test('explains what is missing and needs no one', () => {
    expect(statusText(speech, views['protected, Jamf Pro 11.12'], '0.1.0', now)).toContain(
      '  Next check    Not scheduled\n',
    );
    expect(statusText(speech, views['protected, standard user'], '0.1.0', now)).toMatch(
      /Administrators only\n.*\n {2}Only administrators may read the log/,
    );
  });
});
