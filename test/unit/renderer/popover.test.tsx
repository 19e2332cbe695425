import { describe, expect, test } from 'vitest';
import { actionWords } from '../../../electron/words/action-words.ts';
import { ConfirmQuestion } from '../../../renderer/actions.tsx';
import { type Recorded, recorded, views } from '../words/views.ts';
import { markupOf, popoverMarkup, tagOf, textsOf } from './page.tsx';

const facts = (...values: string[]) =>
  ['Last sign-in', 'Next check', 'Jamf Pro', 'Log access', 'Vigil'].flatMap((label, at) => [
    label,
    values[at] ?? '',
  ]);
const onJamf11 = (lastSignIn: string, nextCheck: string) =>
  facts(lastSignIn, nextCheck, '11.4.2', 'Yes', '0.1.0');

describe('a person reads', () => {
  test.each<[Recorded, string[]]>([
    [
      'protected',
      [
        'Sign-in in order',
        'Nothing to do. The next check runs by itself between 14:20 and 14:35.',
        'Next check in 1 hr, 12 mins',
        'Sign In Now…',
        'Details',
        ...onJamf11('12:20', '14:20–14:35'),
      ],
    ],
    [
      'protected, Jamf Pro 11.12',
      [
        'Sign-in in order',
        'Nothing to do. Vigil keeps watching.',
        'Sign In Now…',
        'Details',
        ...facts('12:20', 'Not scheduled', '11.12.1', 'Yes', '0.1.0'),
        'This version of Jamf Pro does not repeat the sign-in; one lasts until something changes.',
      ],
    ],
    [
      'protected, not asked for notifications',
      [
        'Sign-in in order',
        'Nothing to do. The next check runs by itself between 14:20 and 14:35.',
        'Next check in 1 hr, 12 mins',
        'With notifications, Vigil can tell you in time when a sign-in window needs you.',
        'Turn On Notifications',
        'Sign In Now…',
        'Details',
        ...onJamf11('12:20', '14:20–14:35'),
      ],
    ],
    [
      'due-soon, at risk',
      [
        'A sign-in window may open soon',
        'It would open between 13:15 and 13:30. Please answer it: a missed window switches company access off.',
        'Next check in 7 mins',
        'Your company’s sign-in rules ask for more than a sign-in without you can give.',
        'Sign In Now…',
        'Details',
        ...onJamf11('11:15', '13:15–13:30'),
      ],
    ],
    [
      'checking, window waiting',
      [
        'A sign-in window is waiting',
        'Look for “Jamf Conditional Access”: press ⌘ Tab to find it. It may also be a page in your browser.',
        'Closing it, or leaving it unanswered, switches company access off.',
        'Details',
        ...onJamf11('11:05', '13:05–13:20'),
      ],
    ],
    [
      'reactivating, window waiting',
      [
        'A sign-in window is waiting',
        'Look for “Jamf Conditional Access”: press ⌘ Tab to find it. It may also be a page in your browser.',
        'Stop Sign-In',
        'Details',
        ...onJamf11('12:20', 'Not scheduled'),
      ],
    ],
    [
      'deactivated',
      [
        'Sign in to get access back',
        'A sign-in was missed or failed. Since 12:51, company apps may refuse this Mac.',
        'Signing in again may open a window. Once you finish it, access usually returns within minutes; if it does not, ask your IT team.',
        'Sign In Again',
        'Details',
        ...onJamf11('12:20', 'Not scheduled'),
      ],
    ],
    [
      'deactivated, sign-in failed',
      [
        'Sign in to get access back',
        'A sign-in was missed or failed. Since 12:51, company apps may refuse this Mac.',
        'The sign-in did not work',
        'Your company’s sign-in rules did not let it through. Please ask your IT team.',
        'Sign In Again',
        'Right after the last try the answer would be the same. You can try again at 13:10.',
        'Details',
        ...onJamf11('12:20', 'Not scheduled'),
      ],
    ],
    [
      'unregistered, no Jamf',
      [
        'Nothing to watch',
        'This Mac is not managed with Jamf Pro, so there is no sign-in to look after.',
        'Details',
        ...facts('None yet', 'Not scheduled', 'Not installed', 'Yes', '0.1.0'),
      ],
    ],
  ])('in "%s" this and nothing else', (name, texts) => {
    expect(textsOf(popoverMarkup(views[name]))).toEqual(texts);
  });
});

describe('every popover', () => {
  test.each(recorded)('of "%s" has one headline and at most one primary action', (_name, view) => {
    const markup = popoverMarkup(view);
    expect(markup.match(/<h1\b/g)).toHaveLength(1);
    expect(markup.match(/<button[^>]*data-emphasis="primary"/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(markup.match(/<button\b/g)?.length ?? 0).toBeLessThanOrEqual(3);
  });

  test.each(recorded)('of "%s" obeys a strict content security policy', (_name, view) => {
    expect(popoverMarkup(view)).not.toMatch(/\sstyle=|<script|<style|\son\w+=|javascript:|(?:src|href)=/);
  });

  test('announces what is going on, but not the passing minutes', () => {
    const markup = popoverMarkup(views.protected);
    const live = /<div[^>]*role="status"[^>]*>(.*?)<\/div>/.exec(markup)?.[1] ?? '';
    expect(textsOf(live)).toEqual([
      'Sign-in in order',
      'Nothing to do. The next check runs by itself between 14:20 and 14:35.',
    ]);
  });

  test('draws what is left only where something lapses', () => {
    const ring = (name: Recorded) => popoverMarkup(views[name]).includes('class="track"');
    expect(ring('protected')).toBe(true);
    expect(ring('protected, Jamf Pro 11.12')).toBe(false);
    expect(ring('deactivated')).toBe(false);
  });
});

describe('the primary action', () => {
  test('that is blocked can still be reached, and VoiceOver says why', () => {
    const markup = popoverMarkup(views['deactivated, offline']);
    const button = tagOf(markup, /<button[^>]*data-emphasis="primary"[^>]*>/);
    expect(button).toContain('aria-disabled="true"');
    const reasonId = /aria-describedby="([^"]+)"/.exec(button)?.[1];
    expect(markup).toContain(`id="${reasonId}">This Mac is offline.`);
  });

  test('is described by what is going on, which the keyboard’s focus would otherwise skip', () => {
    const button = tagOf(popoverMarkup(views.deactivated), /<button[^>]*data-emphasis="primary"[^>]*>/);
    expect(button).toContain('aria-describedby="words"');
    expect(button).toContain('aria-disabled="false"');
  });
});

test('the question before a sign-in on a working Mac names the price and the way back first', () => {
  const words = actionWords(views.protected)?.confirm ?? null;
  expect(words).not.toBeNull();
  if (words === null) return;
  const nothing = () => {};
  const markup = markupOf(
    <ConfirmQuestion words={words} busy={false} onProceed={nothing} onCancel={nothing} />,
  );
  expect(textsOf(markup)).toEqual([
    'Sign in now?',
    'If a window opens and you close it before the end, company access is switched off.',
    'Not Now',
    'Sign In Now',
  ]);
  expect(markup).toContain('role="alertdialog"');
});
