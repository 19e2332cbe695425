import { describe, expect, it } from 'vitest';
import { organisationOf } from '../../../electron/settings/organisation.ts';
import { defaultSettings, type Settings } from '../../../electron/settings/table.ts';

const told = (settings: Partial<Settings>, locale = 'en') =>
  organisationOf({ ...defaultSettings, ...settings }, locale);

describe('what the organisation says of itself', () => {
  it('is nothing where nothing is set, or only blanks', () => {
    const nothing = { name: null, contact: null, note: null, helpUrl: null, registrationUrl: null };
    expect(told({})).toEqual(nothing);
    expect(told({ OrganizationName: ' ', ContactLabel: ' ', HelpNote: ' ', HelpNotes: { en: '' } })).toEqual(
      nothing,
    );
  });

  it('is name, contact and addresses', () => {
    expect(
      told({
        OrganizationName: 'Corp',
        ContactLabel: 'Service Desk',
        ContactURL: 'tel:+4989',
        HelpURL: 'https://help.example',
        RegistrationURL: 'jamfselfservice://content?entity=policy&id=7',
      }),
    ).toEqual({
      name: 'Corp',
      contact: { label: 'Service Desk', url: 'tel:+4989' },
      note: null,
      helpUrl: 'https://help.example',
      registrationUrl: 'jamfselfservice://content?entity=policy&id=7',
    });
  });

  it.each([
    ['mailto:help@corp.example?subject=Mac', 'help@corp.example'],
    ['tel:+49-89-1234', '+49-89-1234'],
    ['https://help.example/mac', 'https://help.example/mac'],
  ])('calls a contact without a name by its address: %s', (url, label) => {
    expect(told({ ContactURL: url }).contact).toEqual({ label, url });
  });

  it('names a contact without an address', () => {
    expect(told({ ContactLabel: 'Room 4' }).contact).toEqual({ label: 'Room 4', url: null });
  });

  it.each([
    ['de', 'Ruf an.'],
    ['de-AT', 'Ruf an.'],
    ['DE_ch', 'Ruf an.'],
    ['fr', 'Call.'],
    ['ja', 'Call.'],
    ['', 'Call.'],
    ['__proto__', 'Call.'],
  ])('has its note in the language of %j where there is one, else the general one', (locale, note) => {
    const settings = { HelpNote: 'Call.', HelpNotes: { de: 'Ruf an.', ja: '' } };
    expect(told(settings, locale).note).toBe(note);
  });
});
