import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../electron/assess/diagnosis.ts';
import { readClues } from '../../../../electron/assess/findings/clues.ts';
import { minuteMs } from '../../../../electron/assess/rules.ts';
import { deactivated, finding } from '../findings-given.ts';
import { at, facts } from '../given.ts';
import { aadError } from '../log-scenarios.ts';
import { correlationId, deactivation, notAppSso, type StoryLine } from '../log-story.ts';

describe('the filter for Entra’s sign-in logs', () => {
  const lines = deactivation(aadError(''));

  it('has the app of this Mac, the person, the time in UTC with a margin, and the correlation ids', () => {
    const appId = 'B03C10A8-71C7-45F9-B44A-3335AB76E970';
    const mac = { ...deactivated, facts: facts({ jamf: { kind: 'present', version: '11.4', appId } }) };
    expect(finding('conditional-access', lines, mac).entra).toEqual({
      apps: [{ id: appId.toLowerCase(), name: 'User registration app for Device Compliance' }],
      account: 'alex',
      fromAt: at.minutes(-2),
      toAt: at.seconds(302) + 2 * minuteMs,
      correlationIds: [correlationId],
    });
  });

  it('names every app that Jamf Pro ever uses where this Mac’s is not known', () => {
    expect(finding('conditional-access', lines).entra?.apps.map(({ name }) => name)).toEqual([
      'User registration app for Device Compliance',
      'User registration app for Device Compliance (GCC High)',
      'Cloud Connector user registration app',
      'macOS Native Connector',
    ]);
  });

  it('keeps an app id that nobody knows', () => {
    const mac = {
      ...deactivated,
      facts: facts({ jamf: { kind: 'present', version: '11.4', appId: 'x-1' } }),
    };
    expect(finding('conditional-access', lines, mac).entra?.apps).toEqual([{ id: 'x-1', name: 'x-1' }]);
  });

  it('takes the library’s UTC time where the line’s own has no zone', () => {
    const shifted = lines.map(([seconds, message, pid]): StoryLine => [seconds + 3600, message, pid ?? 4242]);
    expect(finding('conditional-access', shifted).entra?.fromAt).toBe(at.minutes(-2));
  });

  it('looks around the deactivation where its lines are lost', () => {
    const [rolled] = diagnose(readClues([]), deactivated, { passed: () => true });
    expect(rolled?.entra).toMatchObject({ fromAt: at.minutes(3), toAt: at.minutes(7), correlationIds: [] });
  });

  it('is left out where Entra never heard of it', () => {
    expect(finding('sso-extension-network', [[0, notAppSso]]).entra).toBeNull();
  });
});
