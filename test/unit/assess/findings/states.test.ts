import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../electron/assess/diagnosis.ts';
import type { Facts } from '../../../../electron/assess/facts.ts';
import { readClues } from '../../../../electron/assess/findings/clues.ts';
import type { MacState } from '../../../../electron/assess/findings/states.ts';
import { minuteMs } from '../../../../electron/assess/rules.ts';
import { deactivated, told } from '../findings-given.ts';
import { at, facts } from '../given.ts';
import { aadError, type Told } from '../log-scenarios.ts';
import { deactivation, story } from '../log-story.ts';

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
    [
      'a setting has a value that Vigil cannot use',
      [['setting-invalid', 'seen-now']],
      { phase: 'unregistered' },
      { invalidSettings: ['LedgerDays'] },
    ],
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
