import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentRuns, readAgentRuns } from '../../../electron/sense/agent-runs.ts';
import { listProcesses, parseProcesses, psArguments } from '../../../electron/sense/processes.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';
import { tempFolder } from '../support/temp-folder.ts';

const jamf = '/Library/Application Support/JAMF/Jamf.app/Contents/MacOS';
const agent = `${jamf}/Jamf Conditional Access.app/Contents/MacOS/Jamf Conditional Access`;
const olderAgent = `${jamf}/JamfAAD.app/Contents/MacOS/JamfAAD`;
const startedAt = Date.UTC(2026, 10, 25, 0, 47, 54);

/** What macOS's ps prints of one process that started then. */
const line = (pid: number, uid: number, command: string) =>
  `${String(pid).padStart(5)}     1 ${String(uid).padStart(5)} Wed Nov 25 00:47:54 2026     ${command}`;

const runsOf = (...commands: readonly string[]) =>
  agentRuns(parseProcesses(commands.map((command, i) => line(600 + i, 501, command)).join('\n')), [
    agent,
    olderAgent,
    '/usr/local/jamf/bin/jamfAAD',
  ]);

it('ps is asked for the whole of each command, in a form that is the same in every zone and language', () => {
  expect(psArguments).toEqual(['-axww', '-o', 'pid=,ppid=,uid=,lstart=,args=']);
});

describe('the list of processes', () => {
  it('gives the id, the person, the start and the command of each', () => {
    const output = [
      line(1, 0, '/sbin/launchd'),
      '61234   612 501 Sun Nov  1 09:05:00 2026     /a program/with blanks  -and "quotes"  ',
      '  700     1 4294967294 Fri Jan 29 23:59:59 2027     /usr/libexec/x',
    ].join('\n');
    expect(parseProcesses(`${output}\n`)).toEqual([
      { pid: 1, uid: 0, startedAt, command: '/sbin/launchd' },
      {
        pid: 61_234,
        uid: 501,
        startedAt: Date.UTC(2026, 10, 1, 9, 5),
        command: '/a program/with blanks  -and "quotes"',
      },
      {
        pid: 700,
        uid: 4_294_967_294,
        startedAt: Date.UTC(2027, 0, 29, 23, 59, 59),
        command: '/usr/libexec/x',
      },
    ]);
  });

  it('leaves out what has another form', () => {
    const odd = [
      '',
      'ps: error',
      '1 2 3',
      '1 1 501 Mit Nov 25 00:47:54 2026 /a',
      '1 1 501 Wed Nix 25 00:47:54 2026 /a',
    ];
    expect(parseProcesses(odd.join('\n')).map(({ command }) => command)).toEqual(['/a']);
  });

  it('is read in UTC, whatever the zone of this process', async () => {
    const ps = join(tempFolder(), 'ps');
    const script = '#!/bin/sh\necho "7 1 501 Wed Nov 25 00:47:54 2026 $TZ $LC_ALL $*"\n';
    writeFileSync(ps, script, { mode: 0o755 });
    expect(await listProcesses(ps)).toEqual([
      { pid: 7, uid: 501, startedAt, command: `UTC C ${psArguments.join(' ')}` },
    ]);
  });

  it('is null where ps is missing or fails', async () => {
    const ps = join(tempFolder(), 'ps');
    expect(await listProcesses(ps)).toBeNull();
    writeFileSync(ps, '#!/bin/sh\necho "1 1 1 Wed Nov 25 00:47:54 2026 /a"\nexit 1\n', { mode: 0o755 });
    expect(await listProcesses(ps)).toBeNull();
  });
});

describe('runs of the agent', () => {
  it('are recurring when launchd starts them so', () => {
    expect(runsOf(`${agent} gatherAADInfo -recurring`)).toEqual([
      { pid: 600, uid: 501, startedAt, recurring: true },
    ]);
    expect(runsOf(`${agent} gatherAADInfo`)).toEqual([{ pid: 600, uid: 501, startedAt, recurring: false }]);
  });

  it.each([
    `${agent} -recurring gatherAADInfo`,
    `${agent} registerWithIntune`,
    `${agent} gatherAADInfo -disable-cache-read -verbose`,
    `${agent} somethingNew`,
    agent,
    `${olderAgent} gatherAADInfo`,
    `${agent.replace('Jamf Conditional Access', 'JAMF Conditional Access')} gatherAADInfo`,
    `${agent.replace('JAMF', 'jamf')} gatherAADInfo`,
    '/usr/local/jamf/bin/jamfaad gatherAADInfo',
  ])('are seen: %s', (command) => {
    expect(runsOf(command)).toHaveLength(1);
  });

  it.each([
    `${agent} getPSSOStatus`,
    `${agent} version`,
    `${agent} help`,
    `${agent} clean`,
    `${agent} -verbose version`,
    `${agent}Helper gatherAADInfo`,
    `sudo -u me ${agent} gatherAADInfo`,
    `/bin/sh -c ${agent} gatherAADInfo`,
    `/Volumes/copy${agent} gatherAADInfo`,
    '(Jamf Conditional Ac)',
    '',
  ])('that cannot sign in, and other processes, are none: %s', (command) => {
    expect(runsOf(command)).toEqual([]);
  });

  it('come oldest first', () => {
    const output = [
      '  9     1   501 Wed Nov 25 00:47:55 2026     ',
      ' 10     1   502 Wed Nov 25 00:47:53 2026     ',
    ].map((start) => `${start}${agent} gatherAADInfo`);
    expect(agentRuns(parseProcesses(output.join('\n')), [agent]).map(({ pid }) => pid)).toEqual([10, 9]);
  });

  it('on a Mac are found with their person and their start, until they end', {
    timeout: 30_000,
  }, async () => {
    const mac = await temporaryMac({ behaviour: { silent: 'fails' } });
    const read = () => readAgentRuns(mac.layout.ps, [mac.layout.agent]);
    expect(await read()).toMatchObject({ runs: [] });
    const before = Date.now();
    const byHand = await mac.runByHand();
    await until('it runs', async () => (await read())?.runs.length === 1);
    const [run] = (await read())?.runs ?? [];
    expect(run).toMatchObject({ pid: byHand.pid, uid: 501, recurring: false });
    expect(Math.abs((run?.startedAt ?? 0) - before)).toBeLessThan(10_000);
    await mac.killAgents();
    await until('none runs', async () => (await read())?.runs.length === 0);
  });
});
