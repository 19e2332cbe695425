import { describe, expect, it } from 'vitest';
import { defaultSettings, settingsTable } from '../../../electron/settings/table.ts';

const names = Object.keys(settingsTable.shape);
const isValid = (name: string, value: unknown) =>
  settingsTable.safeParse({ [name]: value }).error === undefined;

describe('the table of settings', () => {
  it('holds at most 20, and an admin can read all that there is to know about each', () => {
    expect(names.length).toBeLessThanOrEqual(20);
    for (const type of Object.values(settingsTable.shape)) {
      const { title, description, since } = type.meta() ?? {};
      expect(title).toMatch(/^[A-Z].{3,50}[^.]$/);
      expect(description).toMatch(/^[A-Z].{20,}\.$/);
      expect(since).toMatch(/^\d+\.\d+\.\d+$/);
    }
  });

  it('takes its own defaults', () => {
    expect(settingsTable.parse(defaultSettings)).toEqual(defaultSettings);
  });

  it.each(['OrganizationName', 'ContactLabel', 'HelpNote'])('%s is a text of one line', (name) => {
    expect(isValid(name, 'Ünïcode 日本語 👩‍💻 "quotes" <b>')).toBe(true);
    for (const wrong of [
      'a\nb',
      'a\u0000',
      'a\u001b[31m',
      'a\u007f',
      'a\u009b',
      'a\u202eb',
      'a\u2066b',
      7,
      null,
    ]) {
      expect(isValid(name, wrong)).toBe(false);
    }
  });

  it('bounds the length of a text', () => {
    expect([200, 201].map((length) => isValid('OrganizationName', 'x'.repeat(length)))).toEqual([
      true,
      false,
    ]);
    expect([1_000, 1_001].map((length) => isValid('HelpNote', 'x'.repeat(length)))).toEqual([true, false]);
    expect([1_000, 1_001].map((length) => isValid('HelpNotes', { ja: 'x'.repeat(length) }))).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    'https://help.corp.example',
    'https://help.corp.example:8443/a?b=c#d',
    'jamfselfservice://content?entity=policy&id=7&action=view',
  ])('%s is an address of help and of a contact', (url) => {
    expect(['HelpURL', 'RegistrationURL', 'ContactURL'].map((name) => isValid(name, url))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([
    'mailto:help@corp.example?subject=Mac',
    'tel:+49-89-1234',
    'msteams:/l/chat/0/0?users=a@b.example',
  ])('%s is an address of a contact only', (url) => {
    expect(['HelpURL', 'RegistrationURL', 'ContactURL'].map((name) => isValid(name, url))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it.each([
    'http://help.corp.example',
    'file:///Applications/Calculator.app',
    'javascript:alert(1)',
    'HTTPS://help.corp.example',
    'https://',
    'https:help',
    'https://user@help.example',
    'https://hеlp.example',
    'https://help.example/\nX',
    ' https://help.example',
    'mailto:',
    'tel:javascript',
    'x-apple.systempreferences:',
  ])('%j is no address that a click may open', (url) => {
    expect(['HelpURL', 'RegistrationURL', 'ContactURL'].some((name) => isValid(name, url))).toBe(false);
  });

  it('ignores a language that it does not know, and takes none for a text that is not one', () => {
    expect(settingsTable.parse({ HelpNotes: { nl: 'Bel.', de: 'Ruf an.' } }).HelpNotes).toEqual({
      de: 'Ruf an.',
    });
    expect(isValid('HelpNotes', { de: 7 })).toBe(false);
    expect(isValid('HelpNotes', 'Call.')).toBe(false);
  });

  it('answers the longest texts at once', () => {
    const before = performance.now();
    for (const name of names) {
      for (const text of ['https://', 'mailto:', '/', '']) isValid(name, `${text}${'a.:/'.repeat(25_000)}\n`);
    }
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
