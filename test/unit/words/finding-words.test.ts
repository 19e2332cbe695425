import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../electron/assess/diagnosis.ts';
import { readClues } from '../../../electron/assess/findings/clues.ts';
import { confidenceOf, type Finding, findingIds } from '../../../electron/assess/findings/finding.ts';
import type { MacState } from '../../../electron/assess/findings/states.ts';
import { stepIds } from '../../../electron/assess/findings/steps.ts';
import { findings } from '../../../electron/words/catalog/findings.ts';
import { findingsForIt } from '../../../electron/words/catalog/findings-for-it.ts';
import { steps } from '../../../electron/words/catalog/steps.ts';
import { details } from '../../../electron/words/details-words.ts';
import { findingWords } from '../../../electron/words/finding-words.ts';
import { at, facts, reading } from '../assess/given.ts';
import { complaints, guide } from '../assess/log-scenarios.ts';
import { story } from '../assess/log-story.ts';
import { said } from './said.ts';
import { finding, views } from './views.ts';

/** All that is said of a finding, one sentence a line. */
function allWords(found: Finding): string {
  const { person, it, acts, confidence, because, cured, steps: advised, entra } = findingWords(found);
  const rows = entra.flatMap(({ label, value }) => [label, value]);
  const messages = [
    person,
    it,
    acts,
    confidence,
    because,
    cured,
    ...advised.flatMap(({ text, cost }) => [text, cost]),
    ...rows,
  ];
  return messages.flatMap((message) => said(message) ?? []).join('\n');
}

/** A Mac with Jamf Pro 11.5 or later, in every state that it may be in. */
function macsWithoutRecurrence(): readonly MacState[] {
  const phases = ['deactivated', 'protected', 'unregistered', 'unknown'] as const;
  return phases.flatMap((phase) =>
    (['granted', 'denied'] as const).map((kind) => ({
      facts: facts({
        jamf: { kind: 'present', version: '11.5.0' },
        launchAgent: { kind: 'absent' },
        logAccess: { kind },
        network: { kind: 'offline' },
        plist: reading({ registered: phase !== 'deactivated' }),
      }),
      phase,
      since: at.minutes(1),
      recurring: false,
    })),
  );
}

const sentences = Object.entries({ ...findings, ...findingsForIt, ...steps });
const stories = [...guide, ...complaints].map(([, lines]) => readClues(story(...lines)));

describe('the words of a finding', () => {
  test('there are some for every finding, reason and step', () => {
    const ids = sentences.map(([id]) => id);
    expect(ids).toEqual(
      expect.arrayContaining(findingIds.flatMap((id) => [`finding.${id}`, `finding.${id}.it`])),
    );
    expect(ids).toEqual(
      expect.arrayContaining(Object.keys(confidenceOf).map((because) => `because.${because}`)),
    );
    expect(ids).toEqual(expect.arrayContaining(stepIds.map((id) => `step.${id}`)));
  });

  test('read, for the person and for IT, with steps and their costs', () => {
    const found: Finding = {
      ...finding('sso-extension-dead'),
      acts: 'person',
      steps: [
        { id: 'restart-mac', by: 'person', cost: 'restart', version: null },
        { id: 'update-macos', by: 'it', cost: 'restart', version: '14.3' },
      ],
      curedAt: Date.UTC(2026, 10, 25, 13),
      entra: {
        apps: [{ id: 'b03c', name: 'User registration app for Device Compliance' }],
        account: 'alex',
        fromAt: Date.UTC(2026, 6, 1, 12, 0, 5),
        toAt: Date.UTC(2026, 6, 1, 12, 4),
        correlationIds: ['7F67'],
      },
    };
    expect(allWords(found).split('\n')).toEqual([
      'The part of this Mac that signs you in has stopped working.',
      'The Microsoft SSO extension did not start or failed inside. PlugInKit error 16, known of macOS 15.3, goes away only by a restart.',
      'You',
      'Likely',
      'Several lines of the log point to it.',
      'A sign-in has worked since, at 13:00.',
      'Restart this Mac.',
      'Save open work first.',
      'Update to macOS 14.3 or later: before it, a proxy on any domain could disturb single sign-on.',
      'Save open work first.',
      'App',
      'User registration app for Device Compliance (b03c)',
      'macOS account',
      'alex',
      'Time (UTC)',
      '2026-07-01 12:00:05 – 2026-07-01 12:04:00',
      'Correlation ID',
      '7F67',
    ]);
  });
});

describe('what is never advised', () => {
  test('nothing is deleted, and the Local Items keychain is named only to be left alone', () => {
    const deleting =
      /\b(?:delet|remov|eras|reset|wip|clear)\w*\b.*keychain|keychain.*\b(?:delet|remov|eras|reset|wip|clear)/i;
    const named = sentences.filter(
      ([, { english }]) => /Local Items/.test(english) || deleting.test(english),
    );
    expect(named.map(([id]) => id)).toEqual(['finding.multiple-accounts.it', 'finding.keychain-trouble.it']);
    expect(findingsForIt['finding.multiple-accounts.it'].english).toContain(
      'Leave the Local Items keychain alone',
    );
    expect(findingsForIt['finding.keychain-trouble.it'].english).toContain('No keychain needs to be reset');
  });

  test('no step signs in as root', () => {
    const advised = sentences.filter(([id]) => id.startsWith('step.'));
    expect(
      advised.filter(([, { english }]) => /\broot\b|sudo (?!-u |swcutil reset|log config)/.test(english)),
    ).toEqual([]);
  });

  test('nothing on Jamf Pro 11.5 and later speaks of a window of two hours or of a regular check', () => {
    const found = macsWithoutRecurrence().flatMap((mac) =>
      [readClues([]), ...stories].flatMap((clues) => [
        ...diagnose(clues, mac, { passed: () => true }),
        ...diagnose(clues, mac, { passed: () => false }),
      ]),
    );
    expect(found.length).toBeGreaterThan(200);
    const ofRecurrence = /\bhours?\b|\blapse|regular|every \d|overdue|15 minutes|LaunchAgent/i;
    expect(found.map(allWords).filter((words) => ofRecurrence.test(words))).toEqual([]);
  });

  test('signing in on a Mac that works is never advised without what it may cost', () => {
    const working: MacState = { facts: facts(), phase: 'checking', since: at.hours(2), recurring: true };
    for (const clues of stories) {
      for (const found of diagnose(clues, working, { passed: () => false })) {
        for (const step of found.steps) {
          expect(step.id).not.toBe('sign-in-again');
          if (step.id === 'sign-in-now') expect(allWords(found)).toContain('switches it off');
        }
      }
    }
  });

  test('a setting that Vigil cannot use is named, to the person only in Details', () => {
    const found = finding('setting-invalid', { settings: ['LedgerDays', 'LogLevel'] });
    expect(said(findingWords(found).it)).toBe(
      'The values of LedgerDays, LogLevel have the wrong type or are out of range, so the defaults hold. No other setting is affected.',
    );
    const { notes } = details({ ...views.protected, findings: [found] }, '0.1.0');
    expect(notes.map(said)).toEqual([
      'Vigil cannot use what is set for LedgerDays, LogLevel, and goes by the default. Your IT team can correct it.',
    ]);
  });
});
