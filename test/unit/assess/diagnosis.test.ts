import { describe, expect, it } from 'vitest';
import { diagnose, diagnoseLog } from '../../../electron/assess/diagnosis.ts';
import type { Facts } from '../../../electron/assess/facts.ts';
import { readClues } from '../../../electron/assess/findings/clues.ts';
import type { Finding, FindingId } from '../../../electron/assess/findings/finding.ts';
import { findingIds } from '../../../electron/assess/findings/finding.ts';
import type { MacState } from '../../../electron/assess/findings/states.ts';
import { type StepId, stepIds } from '../../../electron/assess/findings/steps.ts';
import { dayMs, minuteMs } from '../../../electron/assess/rules.ts';
import { at, facts, reading } from './given.ts';
import { aadError, complaints, failing, guide, type Told, windowError } from './log-scenarios.ts';
import {
  correlationId,
  deactivation,
  msal,
  noId,
  notAppSso,
  type StoryLine,
  signedIn,
  silentFailed,
  story,
} from './log-story.ts';

const told = (findings: readonly Finding[]): Told => findings.map(({ id, because }) => [id, because]);

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

/** The finding `id` of this log. */
function finding(id: FindingId, lines: readonly StoryLine[], mac: MacState | null = null): Finding {
  const found = diagnose(readClues(story(...lines)), mac, { passed: () => false }).find((f) => f.id === id);
  if (found === undefined) throw new Error(`no finding ${id}`);
  return found;
}

const deactivated: MacState = {
  facts: facts({ plist: reading({ registered: false, lastSignInAt: at.hours(-3) }) }),
  phase: 'deactivated',
  since: at.minutes(5),
  recurring: true,
};
const onJamf = (version: string): MacState => ({
  ...deactivated,
  facts: { ...deactivated.facts, jamf: { kind: 'present', version } },
  recurring: version.startsWith('11.4'),
});
const steps = (found: Finding): readonly StepId[] => found.steps.map(({ id }) => id);

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

describe('what the Mac’s state says by itself', () => {
  const state = (changes: Partial<MacState>, given: Partial<Facts> = {}): Told => {
    const mac: MacState = {
      facts: facts(given),
      phase: 'protected',
      since: at.seconds(0),
      recurring: true,
      ...changes,
    };
    return told(diagnose(readClues([]), mac, { passed: () => true }));
  };

  it.each<readonly [string, Told, Partial<MacState>, Partial<Facts>]>([
    ['a healthy Mac says nothing', [], {}, {}],
    ['it is offline', [['offline', 'seen-now']], {}, { network: { kind: 'offline' } }],
    ['the log is closed', [['log-access-denied', 'seen-now']], {}, { logAccess: { kind: 'denied' } }],
    ['the check is overdue', [['agent-not-running', 'check-overdue']], { phase: 'overdue' }, {}],
    [
      'the agent’s file is gone',
      [['agent-not-running', 'agent-file-absent']],
      {},
      { launchAgent: { kind: 'absent' } },
    ],
    [
      'Jamf Pro 11.5 does not repeat the sign-in, with or without a left-over file',
      [['recurring-removed', 'jamf-version']],
      { recurring: false },
      { jamf: { kind: 'present', version: '11.5.0' }, launchAgent: { kind: 'absent' } },
    ],
    [
      'no repetition on an unknown version',
      [['recurring-removed', 'no-recurrence-seen']],
      { recurring: false },
      { jamf: { kind: 'present', version: null } },
    ],
    [
      'deactivated without a line that tells of it',
      [['logs-rolled-over', 'off-without-line']],
      { phase: 'deactivated' },
      {},
    ],
    [
      'unless the log cannot be read at all',
      [['log-access-denied', 'seen-now']],
      { phase: 'deactivated' },
      { logAccess: { kind: 'denied' } },
    ],
    [
      'nobody is registered',
      [],
      { phase: 'unregistered', recurring: false },
      { launchAgent: { kind: 'absent' } },
    ],
  ])('%s', (_what, expected, changes, given) => {
    expect(state(changes, given)).toEqual(expected);
  });

  it('the lines of a deactivation may arrive a minute late, before it is called lost', () => {
    const rolled = (now: number) =>
      diagnose(readClues([]), deactivated, { passed: (time) => now >= time }).map(({ id }) => id);
    expect(rolled(deactivated.since + minuteMs - 1)).toEqual([]);
    expect(rolled(deactivated.since + minuteMs)).toEqual(['logs-rolled-over']);
  });

  it('a deactivation whose lines are there is not lost', () => {
    const clues = readClues(story(...deactivation(aadError(''))));
    expect(diagnose(clues, deactivated, { passed: () => false }).map(({ id }) => id)).not.toContain(
      'logs-rolled-over',
    );
  });
});

describe('the steps', () => {
  it('say what they cost: signing in on a working Mac more than on a deactivated one', () => {
    const lines = deactivation(aadError(''));
    const working: MacState = { ...deactivated, phase: 'checking' };
    expect(finding('conditional-access', lines, deactivated).steps[0]).toMatchObject({
      id: 'sign-in-again',
      cost: 'window',
    });
    expect(finding('conditional-access', lines, working).steps[0]).toMatchObject({
      id: 'sign-in-now',
      cost: 'window-stakes',
    });
  });

  it('several accounts: Jamf Pro 11.3 picks the right one, so an older one is to be updated', () => {
    const lines: readonly StoryLine[] = [[0, 'More than 1 account, will try to find a matching account.']];
    const update = { id: 'update-jamf', version: '11.3' };
    expect(finding('multiple-accounts', lines, onJamf('11.2.1')).steps).toContainEqual(
      expect.objectContaining(update),
    );
    expect(steps(finding('multiple-accounts', lines, onJamf('11.3.0')))).not.toContain('update-jamf');
  });

  it('before macOS 14.3 other proxies mattered too, so an older one is to be updated', () => {
    const on = (macOs: string) =>
      steps(
        finding('sso-extension-network', [
          [0, notAppSso],
          [1, msal('Found valid access token.', macOs)],
        ]),
      );
    expect(on('14.2.1')).toContain('update-macos');
    expect(on('14.3.0')).not.toContain('update-macos');
    expect(on('15.0')).not.toContain('update-macos');
  });

  it('a rule that no sign-in can meet is IT’s to change', () => {
    const blocked = finding('conditional-access', deactivation(`${aadError('')} AADSTS53003: blocked`));
    expect(steps(blocked)[0]).toBe('ask-it');
    expect(steps(finding('conditional-access', deactivation(aadError(', suberror basic_action'))))[0]).toBe(
      'sign-in-again',
    );
  });

  it('every finding but an explanation has some, and every step is advised somewhere', () => {
    const all = [
      ...[...guide, ...complaints].flatMap(([, lines]) => diagnoseLog(story(...lines))),
      ...diagnose(
        readClues([]),
        {
          ...deactivated,
          facts: facts({
            logAccess: { kind: 'denied' },
            network: { kind: 'offline' },
            launchAgent: { kind: 'absent' },
          }),
        },
        { passed: () => true },
      ),
      ...diagnose(readClues([]), deactivated, { passed: () => true }),
      ...diagnose(
        readClues(story(...deactivation(aadError('')))),
        { ...deactivated, phase: 'checking' },
        { passed: () => false },
      ),
      finding('sso-extension-network', [
        [0, notAppSso],
        [1, msal('Found valid access token.', '13.6')],
      ]),
      finding('recurring-removed', [], onJamf('11.12.0')),
      finding('conditional-access', deactivation(`${aadError('')} AADSTS53003: blocked`)),
    ];
    const without = all.filter(({ steps: some }) => some.length === 0).map(({ id }) => id);
    expect([...new Set(without)]).toEqual(['recurring-removed']);
    expect([...new Set(all.map(({ id }) => id))].sort()).toEqual([...findingIds].sort());
    expect([...new Set(all.flatMap(steps))].sort()).toEqual([...stepIds].sort());
  });
});

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

describe('sign-ins are told apart', () => {
  it('by their process, and by the agent’s word on each', () => {
    const clues = readClues(
      story([0, silentFailed], [5, noId], [10, silentFailed], [11, signedIn], [20, silentFailed, 4242]),
    );
    expect(clues.failures).toHaveLength(3);
  });

  it('a process id that comes back the next day belongs to another one', () => {
    expect(readClues(story([0, silentFailed], [13 * 3600, silentFailed])).failures).toHaveLength(2);
  });
});
