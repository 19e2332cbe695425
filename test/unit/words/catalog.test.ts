import { describe, expect, test } from 'vitest';
import { controls } from '../../../electron/words/catalog/controls.ts';
import { details } from '../../../electron/words/catalog/details.ts';
import { findings } from '../../../electron/words/catalog/findings.ts';
import { findingsForIt } from '../../../electron/words/catalog/findings-for-it.ts';
import { help } from '../../../electron/words/catalog/help.ts';
import { logDiagnosis } from '../../../electron/words/catalog/log-diagnosis.ts';
import { moments } from '../../../electron/words/catalog/moments.ts';
import { network } from '../../../electron/words/catalog/network.ts';
import { notifications } from '../../../electron/words/catalog/notifications.ts';
import { outcomes } from '../../../electron/words/catalog/outcomes.ts';
import { phases } from '../../../electron/words/catalog/phases.ts';
import { preferences } from '../../../electron/words/catalog/preferences.ts';
import { reasons } from '../../../electron/words/catalog/reasons.ts';
import { report } from '../../../electron/words/catalog/report.ts';
import { steps } from '../../../electron/words/catalog/steps.ts';
import { terminal } from '../../../electron/words/catalog/terminal.ts';
import { catalog } from '../../../electron/words/catalog.ts';
import type { Entry } from '../../../electron/words/entry.ts';
import { messagesFor } from '../../../electron/words/languages.ts';
import { valueNames } from './value-names.ts';

const entries: readonly (readonly [string, Entry])[] = Object.entries(catalog);

/** The entries for which `test` does not hold. */
function except(test: (entry: Entry) => boolean): string[] {
  return entries.filter(([, entry]) => !test(entry)).map(([id]) => id);
}

describe('the catalog', () => {
  test('every message parses, and its values are the ones that it takes', () => {
    for (const [id, { english, takes = {} }] of entries) {
      expect({ id, names: valueNames(english) }).toEqual({ id, names: Object.keys(takes).sort() });
    }
  });

  test('translators are told what each message is', () => {
    expect(except(({ note }) => note.length > 12)).toEqual([]);
  });

  test('people are spared the words of the trade, which IT needs', () => {
    const trade =
      /token|silent|gatherAAD|\bAAD\b|azure|msal|plist|compliant|deactivat|re-?activat|daemon|agent/i;
    const forIt = { ...findingsForIt, ...logDiagnosis, ...report };
    const forPeople = except(({ english }) => !trade.test(english)).filter((id) => !(id in forIt));
    expect(forPeople).toEqual([]);
  });

  test('typography is right, and no apostrophe escapes anything in ICU messages', () => {
    expect(except(({ english }) => !/['"!]|\.\.\.|\s\s|^\s|\s$/.test(english))).toEqual([]);
  });

  test('an English speaker is given every sentence', () => {
    const english = Object.fromEntries(entries.map(([id, entry]) => [id, entry.english]));
    expect(messagesFor('en-GB')).toEqual(english);
  });

  test('no section takes the key of another', () => {
    const sections = [
      phases,
      controls,
      details,
      help,
      preferences,
      findings,
      findingsForIt,
      steps,
      notifications,
      outcomes,
      terminal,
      logDiagnosis,
      moments,
      reasons,
      network,
      report,
    ];
    expect(sections.flatMap((section) => Object.keys(section)).sort()).toEqual(Object.keys(catalog).sort());
  });
});
