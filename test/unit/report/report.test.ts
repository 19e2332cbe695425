import { describe, expect, it } from 'vitest';
import { networkHosts } from '../../../electron/assess/network/hosts.ts';
import { judgeHost } from '../../../electron/assess/network/judge.ts';
import { jsonOf } from '../../../electron/cli/report/json.ts';
import { type Material, reportOf } from '../../../electron/report/report.ts';
import { textOf } from '../../../electron/report/text.ts';
import { at, event, facts, reading } from '../assess/given.ts';
import { correlationId, deactivated, materialOf, story } from './material.ts';

const written = (material: Material) => textOf(reportOf(material), 'en');
const told = (material: Material) => JSON.parse(jsonOf(reportOf(material), 'en'));

describe('the report', () => {
  it('tells IT how the Mac stands, why, what happened, and what it depends on', () => {
    const text = written(materialOf());
    expect(text.match(/^##? .+$/gm)).toEqual([
      '# Vigil report for IT',
      '## State',
      '## Findings',
      '## What happened in the last 5 days',
      '## Versions',
      '## Settings in force',
      '## Checks',
      '## What Vigil remembers',
    ]);
    expect(text).toContain('Written at 2026-11-25 14:00:00 by Vigil 0.1.0.');
    expect(text).toContain('UTC+01:00');
    expect(text).toContain('- phase: deactivated\n- attention: yes\n');
    expect(text).toContain('- WarningMinutes: 20 (organisation)');
    expect(text).toContain('- macOs: 15.5\n');
    expect(text).toContain('- agent: trusted, signed by jamf');
  });

  it('keeps codes, times, correlation ids and the public id of the app, and no name', () => {
    const text = written(materialOf());
    for (const needed of [
      'AADSTS53003',
      'error code -51412, error invalid_grant',
      '12:59:00',
      correlationId,
      'b03c10a8-71c7-45f9-b44a-3335ab76e970',
    ]) {
      expect(text).toContain(needed);
    }
    expect(text).toContain('description AADSTS53003 for account-1');
    expect(text).toContain('macOS account: user-1');
    expect(text).not.toMatch(/alex/i);
  });

  it('is short on a Mac on which all is well', () => {
    const well = facts({ plist: reading({ lastSignInAt: at.minutes(90) }) });
    const text = written(materialOf({ facts: well, entries: [] }));
    expect(text).toContain('Sign-in in order');
    expect(text).toContain('Nothing wrong was found in what was read.');
    expect(text).toContain('Nothing that Vigil knows of.');
    expect(text).toContain('- since: nothing yet');
  });

  it('says of what cannot be known that it is not', () => {
    const unknown = facts({
      plist: { kind: 'unreadable', why: 'malformed' },
      launchAgent: { kind: 'unreadable', why: 'no-permission' },
      jamf: { kind: 'present', version: null },
      logAccess: { kind: 'denied' },
      presence: { locked: true, awakeSince: null },
    });
    const text = written(materialOf({ facts: unknown, macOs: null, agent: { kind: 'not-installed' } }));
    for (const row of [
      'reason: malformed',
      'macOs: unknown',
      'macOsBuild: unknown',
      'jamfPro: unknown',
      'signInFile: unreadable: malformed',
      'launchAgent: unreadable: no-permission',
      'logAccess: denied',
      'agent: not-installed',
      'appId: unknown',
      'awakeSince: asleep',
    ]) {
      expect(text).toContain(`- ${row}\n`);
    }
  });

  it('holds the check of the network where one was made', () => {
    const [host] = networkHosts;
    if (host === undefined) throw new Error('no hosts');
    const observation = {
      host: host.host,
      proxy: { kind: 'proxy', name: 'PROXY 10.1.2.3:8080' },
      answer: { kind: 'failed', why: 'time-limit', code: 'ERR_TIMED_OUT' },
      certificate: null,
      tookMs: 5,
    } as const;
    const networkCheck = { checkedAt: at.hours(2), hosts: [judgeHost(host, observation, at.hours(2))] };
    const text = written(materialOf({ networkCheck }));
    expect(text).toMatch(/## .+\n.+app-site-association\.cdn-apple\.com .+PROXY ip-1:8080/s);
    expect(told(materialOf({ networkCheck })).networkCheck).toMatchObject({
      schema: 1,
      hosts: [{ failure: { code: 'ERR_TIMED_OUT' }, proxy: 'PROXY ip-1:8080' }],
    });
  });

  it('says so where the organisation does not allow a check of the network', () => {
    const material = materialOf({ networkCheck: 'not-allowed' });
    expect(written(material)).toMatch(
      /## Network check.+\n\nYour organization has switched the network check off\.$/,
    );
    expect(told(material).networkCheck).toBeNull();
  });

  it('one line stays one line, whatever it holds', () => {
    const entries = [...story, event('multiple-accounts', at.hours(1), { line: 'a\n## b\u001b[2J\r\nc' })];
    expect(written(materialOf({ entries }))).toContain('a ## b\ufffd[2J c');
  });
});

describe('the same as JSON', () => {
  it('has its schema, and times in ISO 8601', () => {
    const json = told(materialOf());
    expect(Object.keys(json)).toEqual([
      'schema',
      'vigilVersion',
      'writtenAt',
      'utcOffsetMinutes',
      'state',
      'versions',
      'findings',
      'timeline',
      'timelineLeftOut',
      'settings',
      'checks',
      'counters',
      'networkCheck',
    ]);
    expect(json).toMatchObject({
      schema: 1,
      writtenAt: '2026-11-25T14:00:00.000Z',
      utcOffsetMinutes: 60,
      state: { phase: 'deactivated', attention: true, recurring: true, action: { kind: 'reactivate' } },
      versions: { vigil: '0.1.0', macOs: '15.5', macOsBuild: '24F74', jamfPro: '11.4.0' },
      checks: { signInFile: { kind: 'read', registered: false, writtenAt: '2026-11-25T13:00:00.000Z' } },
      counters: { plistChanges: 2, events: { 'silent-failed': 1 } },
      networkCheck: null,
    });
    const { findings } = json;
    expect(findings.map(({ id }: { id: string }) => id)).toContain('conditional-access');
    expect(findings[0]).toMatchObject({
      evidence: [{ event: expect.any(String) }],
      entra: { account: 'user-1' },
    });
  });

  it('holds no name either', () => {
    expect(jsonOf(reportOf(materialOf()), 'en')).not.toMatch(/alex/i);
  });
});

describe('by whatever field a secret comes in, it does not get out', () => {
  const secret = 'alexfairweather@corp.example';
  const uuid = '1b4e28ba-2fa1-11d2-883f-0016d3cca427';
  const signatory = { organisation: secret, name: secret };
  const certificate = {
    subject: secret,
    issuer: signatory,
    root: signatory,
    validFrom: 0,
    validTo: 1,
    coversHost: true,
    trusted: false,
    publicRoot: false,
  } as const;
  const [host] = networkHosts;
  const judged =
    host &&
    judgeHost(
      host,
      {
        host: host.host,
        proxy: { kind: 'proxy', name: secret },
        answer: { kind: 'answered', status: 200 },
        certificate,
        tookMs: 1,
      },
      at.hours(2),
    );
  const evidence = {
    line: secret,
    account: secret,
    domain: secret,
    code: 7,
    oauthError: secret,
    subError: secret,
    operation: secret,
    route: secret,
    bundleId: secret,
    clientId: uuid,
    host: secret,
    macOs: secret,
  } as const;
  it.each<readonly [string, Parameters<typeof materialOf>[0]]>([
    [
      'log',
      {
        entries: [
          ...story,
          event('aad-error', at.hours(1), evidence),
          event('sso-error', at.hours(1), evidence),
        ],
      },
    ],
    ['notification', { entries: [{ type: 'notification', what: 'posted', at: at.hours(1), key: secret }] }],
    [
      'attempt',
      {
        entries: [
          {
            type: 'attempt',
            at: at.hours(1),
            attempt: { id: secret, startedAt: at.hours(1), by: 'app', pid: 7 },
            end: {
              endedAt: at.hours(1),
              how: { kind: 'exited', code: null, signal: secret },
              claims: null,
            },
          },
        ],
      },
    ],
    ['Jamf', { facts: facts({ jamf: { kind: 'present', version: secret, appId: uuid } }) }],
    ['person', { facts: { ...deactivated, person: { uid: 501, userName: secret } } }],
    ['macOS', { macOs: { version: secret, build: secret } }],
    [
      'setting',
      { settings: [{ name: 'LogRelayFile', value: secret, from: 'organisation', isRejected: false }] },
    ],
    ['agent', { agent: { kind: 'not-trusted', why: `${secret} can be changed by others` } }],
    ['network', { networkCheck: { checkedAt: at.hours(2), hosts: judged ? [judged] : [] } }],
  ])('%s', (_field, given) => {
    const report = reportOf(materialOf(given));
    for (const text of [textOf(report, 'en'), jsonOf(report, 'en')]) {
      expect(text).toContain('account-1');
      expect(text).not.toContain('fairweather');
      expect(text).not.toContain(uuid);
    }
  });
});

it('a Mac whose clock makes no sense gets a report all the same', () => {
  const odd = reading({ lastSignInAt: 1e15, writtenAt: -1e15 });
  expect(written(materialOf({ facts: facts({ plist: odd }) }))).toContain('- phase: unknown');
  expect(told(materialOf({ facts: facts({ plist: odd }) })).state.phase).toBe('unknown');
});
