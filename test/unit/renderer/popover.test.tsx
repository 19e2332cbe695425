import { describe, expect, test } from 'vitest';
import { actionWords } from '../../../electron/words/action-words.ts';
import { ConfirmQuestion } from '../../../renderer/actions.tsx';
import { type Recorded, recorded, views } from '../words/views.ts';
import { closedPart, markupOf, panelOf, popoverMarkup, tagOf, textsOf } from './page.tsx';

describe('a person reads', () => {
  test.each<[Recorded, string[]]>([
    [
      'protected',
      [
        'Sign-in in order',
        'Nothing to do. The next check runs by itself between 14:20 and 14:35.',
        'Next check in 1 hr, 12 mins',
        'Blocked anyway?',
        'Details',
        'Sign In Now…',
      ],
    ],
    [
      'protected, after a quiet day',
      [
        'Sign-in in order',
        'Nothing to do. The next check runs by itself between 14:20 and 14:35.',
        'Next check in 1 hr, 12 mins',
        'What happened',
        'Blocked anyway?',
        'Details',
        'Sign In Now…',
      ],
    ],
    [
      'protected, with a cause',
      [
        'Sign-in in order',
        'The next check runs by itself between 14:20 and 14:35.',
        'Why, and what to do',
        'Something on the network gets in the way of the company sign-in.',
        'Try another network, such as the hotspot of your phone.',
        'For IT',
        'Details',
        'Sign In Now…',
      ],
    ],
    [
      'protected, Jamf Pro 11.12',
      [
        'Sign-in in order',
        'Nothing to do. Vigil keeps watching.',
        'Blocked anyway?',
        'Details',
        'Sign In Now…',
      ],
    ],
    [
      'protected, not asked for notifications',
      [
        'Sign-in in order',
        'Nothing to do. The next check runs by itself between 14:20 and 14:35.',
        'Next check in 1 hr, 12 mins',
        'Blocked anyway?',
        'Details',
        'Sign In Now…',
        'With notifications, Vigil can tell you in time when a sign-in window needs you.',
        'Turn On Notifications',
      ],
    ],
    [
      'due-soon, at risk',
      [
        'A sign-in window may open soon',
        'It would open between 13:15 and 13:30. Please answer it: a missed window switches company access off.',
        'Why, and what to do',
        'Your company’s sign-in rules ask for more than a sign-in without you can give.',
        'Details',
        'Sign In Now…',
      ],
    ],
    [
      'checking, window waiting',
      [
        'A sign-in window is waiting',
        'Look for “Jamf Conditional Access”: press ⌘ Tab to find it. It may also be a page in your browser.',
        'Closing it, or leaving it unanswered, switches company access off.',
        'Details',
      ],
    ],
    [
      'reactivating, window waiting',
      [
        'A sign-in window is waiting',
        'Look for “Jamf Conditional Access”: press ⌘ Tab to find it. It may also be a page in your browser.',
        'Details',
        'Stop Sign-In',
      ],
    ],
    [
      'deactivated',
      [
        'Sign in to get access back',
        'A sign-in was missed or failed. Since 12:51, company apps may refuse this Mac.',
        'Signing in again may open a window. Once you finish it, access usually returns within minutes; if it does not, ask your IT team.',
        'Details',
        'Sign In Again',
      ],
    ],
    [
      'deactivated, by rules',
      [
        'Sign in to get access back',
        'Since 12:51, company apps may refuse this Mac.',
        'Once you have signed in, access usually returns within minutes; if it does not, ask your IT team.',
        'Why, and what to do',
        'A sign-in window was not answered, or the sign-in in it failed.',
        'Sign in again, here in Vigil.',
        'A window may open, and wants to be finished.',
        'Finish the sign-in window; ⌘ Tab to “Jamf Conditional Access” brings it to the front.',
        'What happened',
        'For IT',
        'Details',
        'Sign In Again',
      ],
    ],
    [
      'deactivated, sign-in failed',
      [
        'Sign in to get access back',
        'A sign-in was missed or failed. Since 12:51, company apps may refuse this Mac.',
        'The sign-in did not work',
        'Your company’s sign-in rules did not let it through. Please ask your IT team.',
        'Details',
        'Sign In Again',
        'Right after the last try the answer would be the same. You can try again at 13:10.',
      ],
    ],
    [
      'unregistered, no Jamf',
      [
        'Nothing to watch',
        'This Mac is not managed with Jamf Pro, so there is no sign-in to look after.',
        'Details',
      ],
    ],
  ])('in "%s" this and nothing else', (name, texts) => {
    expect(textsOf(closedPart(popoverMarkup(views[name])))).toEqual(texts);
  });
});

describe('a person who opens', () => {
  const facts = (...values: string[]) =>
    ['Last sign-in', 'Next check', 'Jamf Pro', 'Account', 'Log access', 'Vigil'].flatMap((label, at) => [
      label,
      values[at] ?? '',
    ]);
  const opened = (name: Recorded, title: string) => panelOf(popoverMarkup(views[name]), title);

  test.each<[Recorded, string[]]>([
    ['protected', facts('12:20', '14:20–14:35', '11.4.2', 'alex', 'Yes', '0.1.0')],
    [
      'protected, Jamf Pro 11.12',
      [
        ...facts('12:20', 'Not scheduled', '11.12.1', 'alex', 'Yes', '0.1.0'),
        'This version of Jamf Pro does not repeat the sign-in; one lasts until something changes.',
      ],
    ],
    ['unregistered, no Jamf', facts('None yet', 'Not scheduled', 'Not installed', 'alex', 'Yes', '0.1.0')],
  ])('Details, in "%s", reads the facts', (name, texts) => {
    expect(textsOf(opened(name, 'Details'))).toEqual([...texts, 'Report for IT…']);
  });

  test('What happened reads what the picture shows', () => {
    const panel = opened('deactivated, by rules', 'What happened');
    expect(textsOf(panel)).toEqual([
      '18:00',
      '00:00',
      '06:00',
      'Now',
      '12:51',
      'Company access was switched off.',
      '12:51',
      'A sign-in window was not answered, or the sign-in in it failed.',
      '12:46',
      'The sign-in did not work by itself.',
      '12:20',
      'Signed in 12 times since Tue 14:20.',
    ]);
    expect(tagOf(panel, /<svg[^>]*role="img"[^>]*>/)).toContain(
      'aria-label="The last 24 hours: 12 sign-ins that worked, 3 things that went wrong. Last of all, at 12:51: Company access was switched off."',
    );
  });

  test('For IT reads cause, certainty, steps with their costs, evidence, codes and the filter for Entra', () => {
    const [, rules = ''] = opened('deactivated, by rules', 'For IT').split('</article>');
    expect(textsOf(rules)).toEqual([
      'Entra answered with a demand or a refusal: Conditional Access, multi-factor authentication, sign-in frequency or a revoked session.',
      'Likely. Microsoft Entra names it in its answer.',
      'Steps',
      'User:',
      'Sign in again, here in Vigil.',
      'A window may open, and wants to be finished.',
      'IT:',
      'Find the sign-in in Entra (Users, the user, Sign-in logs) by app, UTC time and correlation ID. It names the policy or demand that was not met.',
      'IT:',
      'Review the Conditional Access policies and the sign-in frequency that apply to the app, so that a silent sign-in can meet them.',
      'A looser rule protects less: decide it with those who own it.',
      'Evidence',
      '12:46 Entra answered with an error',
      'Processing an AAD error with error code -51412, error invalid_grant &lt;b&gt;',
      'and 2 earlier lines',
      'Codes',
      '53003 AADSTS53003: A policy refuses the sign-in.',
      'Entra sign-in logs, filtered by',
      'App',
      'User registration app (b03c)',
      'Cloud Connector (dd4f)',
      'macOS account',
      'alex',
      'Time (UTC)',
      '2026-11-25 12:44:00 – 2026-11-25 12:53:00',
      'Correlation ID',
      '7F67',
    ]);
  });

  test('finds each disclosure closed, and tells VoiceOver what it opens', () => {
    const markup = popoverMarkup(views['deactivated, by rules']);
    const buttons = [...markup.matchAll(/<button[^>]*class="disclosure"[^>]*>/g)].map(([tag]) => tag);
    expect(buttons).toHaveLength(3);
    for (const tag of buttons) {
      expect(tag).toContain('aria-expanded="false"');
      const id = /aria-controls="([^"]+)"/.exec(tag)?.[1];
      expect(tagOf(markup, new RegExp(`<div[^>]*id="${id}"[^>]*>`))).toContain('hidden=""');
    }
  });
});

describe('every popover', () => {
  test.each(recorded)('of "%s" has one headline and at most one primary action', (_name, view) => {
    const markup = popoverMarkup(view);
    expect(markup.match(/<h1\b/g)).toHaveLength(1);
    expect(markup.match(/<button[^>]*data-emphasis="primary"/g)?.length ?? 0).toBeLessThanOrEqual(1);
    // Beside those that only open something.
    expect(closedPart(markup).match(/<button[^>]*class="button"/g)?.length ?? 0).toBeLessThanOrEqual(2);
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
