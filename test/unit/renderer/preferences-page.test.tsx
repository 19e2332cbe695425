import { describe, expect, test } from 'vitest';
import type { Preferences } from '../../../electron/assess/preferences.ts';
import { PreferencesPage } from '../../../renderer/preferences-page.tsx';
import { markupOf, textsOf } from './page.tsx';

const free: Preferences = {
  warnBeforeLapse: { value: 'atRisk', isManaged: false },
  language: { value: '', isManaged: false },
  openAtLogin: { value: true, isManaged: false },
};

const page = (changes: Partial<Preferences> = {}) =>
  markupOf(
    <PreferencesPage
      preferences={{ ...free, ...changes }}
      onChange={() => Promise.resolve()}
      onBack={() => {}}
    />,
  );

/** The labels whose radio button or checkbox is on. */
const chosen = (markup: string) =>
  [...markup.matchAll(/<label[^>]*>(<input[^>]*>)([^<]*)/g)]
    .filter(([, input]) => input?.includes('checked=""'))
    .map(([, , label]) => label);

describe('the settings', () => {
  test('read as they are, and what holds is marked', () => {
    expect(textsOf(page())).toEqual([
      'Settings',
      'Notify before a sign-in check',
      'Always',
      'When it may need me',
      'Never',
      'Language',
      'Same as macOS',
      'English',
      'Deutsch',
      'Español',
      'Français',
      '日本語',
      'Open Vigil at login',
      'Back',
    ]);
    expect(chosen(page())).toEqual(['When it may need me', 'Same as macOS', 'Open Vigil at login']);
  });

  test('what the organisation has set says so and cannot be changed', () => {
    const markup = page({ language: { value: 'de', isManaged: true } });
    const [, , language = ''] = markup.split('<fieldset');
    expect(language).toContain('disabled=""');
    expect(textsOf(language)).toContain('Set by your organization');
    expect(chosen(markup)).toContain('Deutsch');
    expect(markup.match(/Set by your organization/g)).toHaveLength(1);
  });

  test('opening at login is not offered where Vigil cannot see to it', () => {
    expect(textsOf(page({ openAtLogin: null }))).not.toContain('Open Vigil at login');
  });

  test('a language is read in its own tongue', () => {
    expect(page()).toMatch(/<label lang="ja"><input[^>]*>日本語/);
  });
});
