import { describe, expect, it } from 'vitest';
import { diagnose, diagnoseLog } from '../../../electron/assess/diagnosis.ts';
import { readClues } from '../../../electron/assess/findings/clues.ts';
import type { FindingId } from '../../../electron/assess/findings/finding.ts';
import type { MacState } from '../../../electron/assess/findings/states.ts';
import { dayMs, minuteMs } from '../../../electron/assess/rules.ts';
import { deactivated, finding, told } from './findings-given.ts';
import { at, facts, reading } from './given.ts';
import { aadError, complaints, failing, guide, windowError } from './log-scenarios.ts';
import { deactivation, msal, notAppSso, type StoryLine, signedIn, silentFailed, story } from './log-story.ts';

describe('the three scenarios of the published guide', () => {
  it.each(guide)('%s', (_scenario, lines, expected) => {
    expect(told(diagnoseLog(story(...lines)))).toEqual(expected);
  });
});

describe('what people and admins complain about', () => {
  it.each(complaints)('%s', (_scenario, lines, expected) => {
    expect(told(diagnoseLog(story(...lines)))).toEqual(expected);
  });
});

describe('what is no trouble makes no finding', () => {
  it.each<readonly [string, readonly StoryLine[]]>([
    ['an empty log', []],
    ['a week of good sign-ins', [0, 7200, 14_400].map((seconds): StoryLine => [seconds, signedIn])],
    ['an item that is not in the keychain yet', [[0, msal('Failed to find keychain item (status: -25300)')]]],
    [
      'another app’s window that was closed',
      [[0, 'MaskedError(com.apple.AppSSO.AuthorizationError, -2)', 9]],
    ],
    [
      'a profile that came back',
      [
        [0, 'got new configuration with 0 profile(s), error = (null)', 300],
        [9, 'got new configuration with 1 profile(s), error = (null)', 300],
      ],
    ],
    [
      'an app that the profile denies, and that is not the agent',
      [[0, 'denied caller with bundleIdentifier: a.b']],
    ],
  ])('%s', (_what, lines) => {
    expect(diagnoseLog(story(...lines))).toEqual([]);
  });
});

describe('how sure a finding is', () => {
  it('one line alone is possible, three are likely, one beside a failure is likely', () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, i): StoryLine => [i * 60, notAppSso, 300]);
    const network = (...more: readonly StoryLine[]) => finding('sso-extension-network', more).confidence;
    expect(network(...lines(1))).toBe('possible');
    expect(network(...lines(2))).toBe('possible');
    expect(network(...lines(3))).toBe('likely');
    expect(network(...lines(1), [3, silentFailed])).toBe('likely');
  });

  it('numbers of Entra are hints: never certain', () => {
    const found = finding('conditional-access', deactivation(`${aadError('')} AADSTS53003: blocked`));
    expect(found).toMatchObject({ confidence: 'likely', because: 'entra-says-so', acts: 'it' });
    expect(found.codes[0]).toMatchObject({ family: 'aadsts', code: 53_003 });
  });

  it('a window that stood for minutes was likely missed; one that failed at once only possibly', () => {
    const missed = (seconds: number) =>
      finding('window-missed', deactivation(aadError(''), seconds)).confidence;
    expect(missed(119)).toBe('possible');
    expect(missed(120)).toBe('likely');
  });
});

describe('the evidence', () => {
  const many = Array.from({ length: 40 }, (_, i): StoryLine => [i * 60, notAppSso, 300]);

  it('is the newest three lines, newest first, with their number', () => {
    const { evidence, count } = finding('sso-extension-network', many);
    expect(evidence.map(({ at: seenAt }) => seenAt)).toEqual([
      at.minutes(39),
      at.minutes(38),
      at.minutes(37),
    ]);
    expect(evidence[0]).toMatchObject({ name: 'sso-not-appsso-url', key: 'line 39', line: notAppSso });
    expect(count).toBe(40);
  });

  it('counts five days back from its newest line, no further', () => {
    const old: StoryLine = [-(5 * dayMs) / 1000, notAppSso, 300];
    expect(finding('sso-extension-network', [old, [60, notAppSso, 300]]).count).toBe(1);
    expect(finding('sso-extension-network', [old, [-60, notAppSso, 300]]).count).toBe(2);
  });

  it('a good sign-in afterwards cures, and what is cured comes last', () => {
    const findings = diagnoseLog(
      story(
        ...failing(silentFailed, windowError('MSALErrorDomain', -50_005)),
        [600, signedIn],
        [900, notAppSso, 9],
      ),
    );
    expect(findings.map(({ id, curedAt }) => [id, curedAt])).toEqual([
      ['sso-extension-network', null],
      ['window-cancelled', at.minutes(10)],
    ]);
  });

  it('so does one that only the plist tells of', () => {
    const mac: MacState = {
      facts: facts({ plist: reading({ lastSignInAt: at.hours(1) }) }),
      phase: 'protected',
      since: at.hours(1),
      recurring: true,
    };
    expect(finding('conditional-access', deactivation(aadError('')), mac).curedAt).toBe(at.hours(1));
    expect(finding('conditional-access', deactivation(aadError('')), deactivated).curedAt).toBeNull();
  });
});

describe('for how long a finding lasts', () => {
  const lasts = (id: FindingId, lines: readonly StoryLine[], now: number) =>
    diagnose(readClues(story(...lines)), null, { passed: (time) => now >= time }).some((f) => f.id === id);

  it.each<readonly [FindingId, StoryLine, number]>([
    ['sso-extension-network', [0, notAppSso, 300], 5 * dayMs],
    ['server-trouble', [0, msal('Http error raised. Http Code: 500 Description x')], dayMs],
    ['throttled', [0, msal('Throttle decision: YES')], 60 * minuteMs],
  ])('%s', (id, line, lastsMs) => {
    expect(lasts(id, [line], at.seconds(0) + lastsMs - 1)).toBe(true);
    expect(lasts(id, [line], at.seconds(0) + lastsMs)).toBe(false);
  });

  it('counts from the newest line, so that no assessment is due for the older ones', () => {
    const asked = new Set<number>();
    const lines = Array.from({ length: 50 }, (_, i): StoryLine => [i, notAppSso, 300]);
    diagnose(readClues(story(...lines)), null, { passed: (time) => asked.add(time) === undefined });
    expect([...asked]).toEqual([at.seconds(49) + 5 * dayMs]);
  });
});
