import { describe, expect, it } from 'vitest';
import { resolveSettings, settingsInForce } from '../../../electron/settings/in-force.ts';
import { policyOf } from '../../../electron/settings/policy.ts';
import { defaultSettings } from '../../../electron/settings/table.ts';

const resolve = (layers: { forced?: Record<string, unknown>[]; own?: Record<string, unknown> }) =>
  resolveSettings({
    forced: (layers.forced ?? []).map((layer) => new Map(Object.entries(layer))),
    own: new Map(Object.entries(layers.own ?? {})),
  });

describe('settings', () => {
  it('have defaults', () => {
    expect(resolve({})).toEqual({ settings: defaultSettings, invalid: [], managed: [] });
    expect(policyOf(defaultSettings)).toEqual({
      warnMs: 600_000,
      warnBeforeLapse: 'atRisk',
      notificationsAllowed: false,
    });
  });

  it('of the organisation for this person go before those for everybody, and both before the person’s own', () => {
    const everybody = { WarningMinutes: 20, WarnBeforeLapse: 'never' };
    const { settings } = resolve({
      forced: [{ WarningMinutes: 30 }, everybody],
      own: { WarnBeforeLapse: 'always' },
    });
    expect(settings).toMatchObject({ WarningMinutes: 30, WarnBeforeLapse: 'never' });
  });

  it.each([0, 61, 2.5, '20', true, null, new Date()])(
    'a wrong value (%s) makes that setting alone fall back',
    (value) => {
      const { settings, invalid } = resolve({ own: { WarningMinutes: value, WarnBeforeLapse: 'always' } });
      expect(settings).toMatchObject({ WarningMinutes: 10, WarnBeforeLapse: 'always' });
      expect(invalid).toEqual(['WarningMinutes']);
    },
  );

  it('that tell of what the organisation did cannot be set by a person', () => {
    expect(resolve({ own: { NotificationsAllowed: true } }).settings.NotificationsAllowed).toBe(false);
    expect(resolve({ forced: [{ NotificationsAllowed: true }] }).settings.NotificationsAllowed).toBe(true);
  });

  it('the file with the log is named by an absolute path, by the organisation, or there is none', () => {
    const file = (value: unknown) => resolve({ forced: [{ LogRelayFile: value }] });
    expect(file('/Library/Logs/log.ndjson').settings.LogRelayFile).toBe('/Library/Logs/log.ndjson');
    expect(file('').invalid).toEqual([]);
    for (const wrong of ['log.ndjson', '~/log.ndjson', `/${'x'.repeat(2_000)}`, 7, true]) {
      expect(file(wrong)).toMatchObject({ settings: { LogRelayFile: '' }, invalid: ['LogRelayFile'] });
    }
    expect(resolve({ own: { LogRelayFile: '/tmp/x' } }).settings.LogRelayFile).toBe('');
  });

  it('unknown ones are ignored: they may be of a later version', () => {
    expect(resolve({ own: { LightSpeed: true } })).toEqual({
      settings: defaultSettings,
      invalid: [],
      managed: [],
    });
  });

  it('tell whose each of them is, and whether what was set is rejected', () => {
    const inForce = settingsInForce({
      forced: [new Map(), new Map<string, unknown>([['WarningMinutes', 20]])],
      own: new Map<string, unknown>([
        ['WarningMinutes', 30],
        ['WarnBeforeLapse', 'sometimes'],
      ]),
    });
    expect(inForce.map(({ name }) => name)).toEqual(Object.keys(defaultSettings));
    expect(inForce.slice(0, 3)).toEqual([
      { name: 'WarningMinutes', value: 20, from: 'organisation', isRejected: false },
      { name: 'WarnBeforeLapse', value: 'atRisk', from: 'default', isRejected: true },
      { name: 'NotificationsAllowed', value: false, from: 'default', isRejected: false },
    ]);
  });

  it('are told without the prose in which the organisation speaks of itself', () => {
    const inForce = settingsInForce({
      forced: [
        new Map<string, unknown>([
          ['OrganizationName', 'Corp'],
          ['HelpNotes', { de: 'Ruf an.' }],
        ]),
      ],
      own: new Map(),
    });
    const told = (name: string) => inForce.find((setting) => setting.name === name)?.value;
    expect([told('OrganizationName'), told('HelpNotes'), told('HelpNote'), told('ContactURL')]).toEqual([
      'set',
      'set',
      '',
      '',
    ]);
  });

  it('that the organisation is told by, or that loosen something, count only when forced', () => {
    const own = {
      AllowQuit: false,
      NetworkCheckAllowed: false,
      OrganizationName: 'Corp',
      ContactURL: 'https://help.example',
      HelpNotes: { en: 'Call.' },
      LogoPath: '/tmp/logo.png',
      HelpURL: 'https://help.example',
      RegistrationURL: 'https://help.example',
    };
    expect(resolve({ own })).toEqual({ settings: defaultSettings, invalid: [], managed: [] });
    expect(resolve({ forced: [own] })).toEqual({
      settings: { ...defaultSettings, ...own },
      invalid: [],
      managed: Object.keys(defaultSettings).filter((name) => name in own),
    });
  });
});
