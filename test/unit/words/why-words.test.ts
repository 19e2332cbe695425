import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../electron/assess/findings/finding.ts';
import type { View } from '../../../electron/assess/view.ts';
import { causesForIt, whyOf } from '../../../electron/words/why-words.ts';
import { said } from './said.ts';
import { finding, now, type Recorded, recorded, views } from './views.ts';

/** What a person reads: the cause, and each step with its cost. */
function read(view: View): readonly string[] {
  const why = whyOf(view);
  if (why === null) return [];
  const steps = why.steps.map(({ text, cost }) => [text, cost].map(said).join(' ').trim());
  return [said(why.cause), ...steps];
}

const withFindings = (name: Recorded, ...findings: readonly Finding[]): View => ({
  ...views[name],
  findings,
});
const network = finding('sso-extension-network');
const accounts = finding('multiple-accounts');
const wrongSetting = finding('setting-invalid', { acts: 'it', settings: ['LedgerDays'] });

describe('the cause that a person reads', () => {
  test('is the most telling one, with the person’s steps and what they cost', () => {
    expect(read(views['deactivated, by rules'])).toEqual([
      'A sign-in window was not answered, or the sign-in in it failed.',
      'Sign in again, here in Vigil. A window may open, and wants to be finished.',
      'Finish the sign-in window; ⌘ Tab to “Jamf Conditional Access” brings it to the front.',
    ]);
  });

  test.each<[what: string, view: View, cause: string | null]>([
    [
      'that is cured',
      withFindings('deactivated', { ...network, curedAt: now }, accounts),
      'Several work accounts',
    ],
    ['on a Mac at risk', withFindings('checking, at risk', network, accounts), 'Something on the network'],
    [
      'that is weak, on a Mac at risk',
      withFindings('due-soon, at risk', { ...network, confidence: 'possible' }),
      'Something',
    ],
    ['on a Mac that works', withFindings('protected', network), 'Something on the network'],
    [
      'that is weak, on a Mac that works',
      withFindings('protected', { ...network, confidence: 'possible' }),
      null,
    ],
    [
      'that passes by itself, on a Mac that works',
      withFindings('protected', { ...network, acts: 'nobody' }),
      null,
    ],
    ['a limit of what Vigil can know', withFindings('deactivated', finding('log-access-denied')), null],
    ['a setting that IT has to correct', withFindings('deactivated', wrongSetting), null],
    ['what explains and needs nobody', withFindings('deactivated', finding('recurring-removed')), null],
    [
      'that what happened is lost',
      withFindings('deactivated', finding('logs-rolled-over')),
      'What happened is no longer',
    ],
    [
      'that it is offline, as the button says',
      withFindings('deactivated', finding('offline', { because: 'seen-now' })),
      null,
    ],
    [
      'that it was offline',
      withFindings('deactivated', finding('offline', { because: 'code-says-so' })),
      'This Mac was offline when it had to sign in.',
    ],
    ['while a window waits', withFindings('checking, window waiting', network), null],
    ['beside a result', withFindings('deactivated, sign-in failed', network), null],
    ['where the phase says it', withFindings('overdue', finding('agent-not-running')), null],
    ['while the person signs in', withFindings('reactivating', network), null],
    ['where there is nothing to watch', withFindings('unregistered, no Jamf', network), null],
    ['where nothing is known', withFindings('unknown, damaged', network), null],
  ])('%s', (_what, view, cause) => {
    const [first] = read(view);
    if (cause === null) expect(first).toBeUndefined();
    else expect(first).toContain(cause);
  });
});

describe('what IT reads', () => {
  test('is everything that speaks for a cause', () => {
    const [missed, rules] = causesForIt(views['deactivated, by rules']);
    expect(said(missed?.it ?? null)).toContain('ended without a token');
    expect(said(missed?.belief ?? null)).toBe(
      'Likely. The window stood open for minutes and came to nothing.',
    );
    expect(rules?.codes).toEqual(['53003 AADSTS53003: A policy refuses the sign-in.']);
    expect(rules?.entra.map(({ value }) => said(value))).toContain(
      '2026-11-25 12:44:00 – 2026-11-25 12:53:00',
    );
    expect(rules?.evidence.map(({ at, meaning, line }) => [said(at), said(meaning), line])).toEqual([
      [
        '12:46',
        'Entra answered with an error',
        'Processing an AAD error with error code -51412, error invalid_grant <b>',
      ],
    ]);
  });

  test('is all causes: the person’s first, what is cured and what cannot be known last', () => {
    const step = { id: 'relay-log', by: 'it', cost: 'more-disk', version: null } as const;
    const cured = { ...network, curedAt: now, steps: [step] };
    const found = [
      { ...accounts, steps: [step] },
      finding('recurring-removed'),
      cured,
      finding('log-access-denied', { steps: [step] }),
    ];
    expect(causesForIt(withFindings('deactivated', ...found)).map(({ id }) => id)).toEqual([
      'multiple-accounts',
      'sso-extension-network',
      'log-access-denied',
    ]);
  });

  test('counts the lines that are not shown', () => {
    const step = { id: 'ask-it', by: 'person', cost: null, version: null } as const;
    const line = { key: 'k', at: now, name: 'sso-not-appsso-url', line: null } as const;
    const earlier = (count: number) =>
      said(
        causesForIt(withFindings('deactivated', { ...network, steps: [step], evidence: [line], count }))[0]
          ?.earlier ?? null,
      );
    expect([1, 2, 40].map(earlier)).toEqual([null, 'and 1 earlier line', 'and 39 earlier lines']);
  });

  test('is nothing where nobody has a reason to ask IT', () => {
    const calm = recorded.filter(([, view]) => !view.attention && view.phase !== 'protected');
    expect(calm.flatMap(([, view]) => causesForIt(view))).toEqual([]);
    for (const name of ['protected', 'protected, standard user', 'protected, offline'] as const) {
      expect(causesForIt(views[name])).toEqual([]);
    }
  });
});
