import { describe, expect, it } from 'vitest';
import { diagnose, diagnoseLog } from '../../../../electron/assess/diagnosis.ts';
import { readClues } from '../../../../electron/assess/findings/clues.ts';
import { findingIds } from '../../../../electron/assess/findings/finding.ts';
import type { MacState } from '../../../../electron/assess/findings/states.ts';
import { stepIds } from '../../../../electron/assess/findings/steps.ts';
import { deactivated, finding, onJamf, stepsOf } from '../findings-given.ts';
import { facts } from '../given.ts';
import { aadError, complaints, guide } from '../log-scenarios.ts';
import { deactivation, msal, notAppSso, type StoryLine, story } from '../log-story.ts';

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
    expect(stepsOf(finding('multiple-accounts', lines, onJamf('11.3.0')))).not.toContain('update-jamf');
  });

  it('before macOS 14.3 other proxies mattered too, so an older one is to be updated', () => {
    const on = (macOs: string) =>
      stepsOf(
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
    expect(stepsOf(blocked)[0]).toBe('ask-it');
    expect(stepsOf(finding('conditional-access', deactivation(aadError(', suberror basic_action'))))[0]).toBe(
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
            invalidSettings: ['LedgerDays'],
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
    expect([...new Set(all.flatMap(stepsOf))].sort()).toEqual([...stepIds].sort());
  });
});
