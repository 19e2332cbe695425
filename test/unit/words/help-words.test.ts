import { describe, expect, test } from 'vitest';
import { helpWords, needsHelp, registrationWords } from '../../../electron/words/help-words.ts';
import { said } from './said.ts';
import { type Recorded, views } from './views.ts';

const nothing = { name: null, contact: null, note: null, helpUrl: null, registrationUrl: null };
const desk = { label: 'IT Service Desk', url: 'mailto:help@corp.example' };

describe('the organisation’s help', () => {
  test('is not there where it has said nothing; a name alone helps nobody', () => {
    expect(helpWords(nothing)).toBeNull();
    expect(helpWords({ ...nothing, name: 'Corp' })).toBeNull();
  });

  test('is headed by its name, and its contact is a button where there is an address', () => {
    const words = helpWords({ ...nothing, name: 'Corp', contact: desk, helpUrl: 'https://corp.example' });
    expect(words && said(words.title)).toBe('Help from Corp');
    expect(words?.contact).toBeNull();
    expect(words?.places.map(({ what, label }) => [what, said(label)])).toEqual([
      ['contact', 'IT Service Desk'],
      ['page', 'Help Page'],
    ]);
  });

  test('a contact without an address is text', () => {
    const words = helpWords({ ...nothing, contact: { ...desk, url: null }, note: 'Call 1234.' });
    expect(words && said(words.title)).toBe('Help');
    expect(said(words?.contact ?? null)).toBe('IT Service Desk');
    expect(said(words?.note ?? null)).toBe('Call 1234.');
    expect(words?.places).toEqual([]);
  });

  test.each<[Recorded, boolean]>([
    ['protected', false],
    ['protected, with a cause', true],
    ['deactivated', true],
    ['overdue', true],
    ['unregistered, no Jamf', false],
  ])('is offered unasked in "%s": %s', (name, isOffered) => {
    expect(needsHelp(views[name])).toBe(isOffered);
  });

  test('the way to register a Mac is offered where it is not registered, and there alone', () => {
    const organisation = { ...nothing, registrationUrl: 'https://corp.example/register' };
    expect(said(registrationWords(views['unregistered, no Jamf'], organisation))).toBe('Register This Mac');
    expect(registrationWords(views['unregistered, no Jamf'], nothing)).toBeNull();
    expect(registrationWords(views.deactivated, organisation)).toBeNull();
  });
});
