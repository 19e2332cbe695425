import { describe, expect, test } from 'vitest';
import { type NetworkHost, networkHosts } from '../../../../electron/assess/network/hosts.ts';
import { judgeHost } from '../../../../electron/assess/network/judge.ts';
import type { CertificateFacts, HostObservation } from '../../../../electron/assess/network/observation.ts';

const now = Date.parse('2026-11-25T01:00:00Z');
const hostMs = 3_600_000;

const hostOf = (inspection: NetworkHost['inspection']['rule'], owner: NetworkHost['owner'] = 'microsoft') => {
  const host = networkHosts.find((row) => row.inspection.rule === inspection && row.owner === owner);
  if (host === undefined) throw new Error(`no such host: ${inspection}`);
  return host;
};

const good: CertificateFacts = {
  subject: 'login.microsoftonline.com',
  issuer: { organisation: 'DigiCert Inc', name: 'DigiCert Global G2 TLS RSA SHA256 2020 CA1' },
  root: { organisation: 'DigiCert Inc', name: 'DigiCert Global Root G2' },
  validFrom: now - hostMs,
  validTo: now + hostMs,
  coversHost: true,
  trusted: true,
  publicRoot: true,
};

function verdictOn(
  certificate: Partial<CertificateFacts> | null,
  answer: HostObservation['answer'] = { kind: 'answered', status: 200 },
  host = hostOf('tolerated'),
): string {
  const observation: HostObservation = {
    host: host.host,
    proxy: { kind: 'none' },
    answer,
    certificate: certificate && { ...good, ...certificate },
    tookMs: 10,
  };
  const { verdict, rating, confidence } = judgeHost(host, observation, now);
  return `${verdict}, ${rating}, ${confidence}`;
}

const by = (organisation: string | null) => ({ issuer: { organisation, name: 'A CA' } });
const failed = { kind: 'failed', why: 'encryption', code: 'ERR_CERT_AUTHORITY_INVALID' } as const;

describe('a certificate', () => {
  test.each<[what: string, facts: Partial<CertificateFacts>, verdict: string]>([
    ['of the usual issuer, from a public root', {}, 'in-order, good, certain'],
    ['of Microsoft itself', by('Microsoft Corporation'), 'in-order, good, certain'],
    ['of another public issuer', by('Example Trust Services'), 'other-issuer, note, certain'],
    ['that says nothing of its issuer', by(null), 'other-issuer, note, certain'],
    ['of a name that only begins like the usual one', by('DigiCertain'), 'other-issuer, note, certain'],
    [
      'of a root that was installed on this Mac',
      { ...by('Zscaler Inc.'), publicRoot: false },
      'inspected, note, certain',
    ],
    ['of such a root under the usual name', { publicRoot: false }, 'inspected, note, likely'],
    ['of the usual name, of whose root nothing is known', { publicRoot: null }, 'in-order, good, likely'],
    [
      'of another name, of whose root nothing is known',
      { ...by('Zscaler Inc.'), publicRoot: null },
      'unknown-issuer, note, possible',
    ],
    ['that is not trusted', { trusted: false, publicRoot: null }, 'untrusted, bad, certain'],
    ['that has expired', { validTo: now - 1, trusted: false }, 'expired, bad, certain'],
    ['that is valid from tomorrow on', { validFrom: now + 1, trusted: false }, 'not-yet-valid, bad, certain'],
    ['of another host', { coversHost: false, trusted: false }, 'wrong-host, bad, certain'],
    [
      'without dates that can be read',
      { validFrom: Number.NaN, validTo: Number.NaN },
      'in-order, good, certain',
    ],
  ])('%s', (_what, facts, verdict) => {
    expect(verdictOn(facts)).toBe(verdict);
    // What is wrong with it is told although the host was not asked anything.
    if (verdict.includes('bad')) expect(verdictOn(facts, failed)).toBe(verdict);
  });

  test('by a root of this Mac is bad where TLS inspection must never be', () => {
    const zscaler = { ...by('Zscaler Inc.'), publicRoot: false };
    const answered = { kind: 'answered', status: 200 } as const;
    expect(verdictOn(zscaler, answered, hostOf('never'))).toBe('inspected, bad, certain');
    expect(verdictOn(zscaler, answered, hostOf('never', 'apple'))).toBe('inspected, bad, certain');
    expect(verdictOn(zscaler, answered, hostOf('unsaid'))).toBe('inspected, note, certain');
    expect(verdictOn({ ...zscaler, publicRoot: null }, answered, hostOf('never'))).toBe(
      'unknown-issuer, bad, possible',
    );
  });

  test('of Apple is the usual one for Apple’s hosts alone', () => {
    const answered = { kind: 'answered', status: 200 } as const;
    expect(verdictOn(by('Apple Inc.'), answered, hostOf('never', 'apple'))).toBe('in-order, good, certain');
    expect(verdictOn(by('Apple Inc.'), answered)).toBe('other-issuer, note, certain');
  });
});

test('a host without an answer is unreachable, whatever good certificate it has shown', () => {
  const refused = { kind: 'failed', why: 'refused', code: 'ECONNREFUSED' } as const;
  expect(verdictOn(null, refused)).toBe('unreachable, bad, certain');
  expect(verdictOn({}, refused)).toBe('unreachable, bad, certain');
});

test('a host whose turn did not come is not judged', () => {
  expect(verdictOn(null, { kind: 'unfinished' })).toBe('not-checked, note, certain');
  expect(verdictOn({ trusted: false }, { kind: 'unfinished' })).toBe('not-checked, note, certain');
});

test('the table names each host once, says where that stands, and asks for a path', () => {
  const names = networkHosts.map(({ host }) => host);
  expect(new Set(names).size).toBe(names.length);
  for (const { host, path, source } of networkHosts) {
    expect(host).toMatch(/^[a-z0-9.-]+\.[a-z]+$/);
    expect(path).toMatch(/^\//);
    expect(source).not.toBe('');
  }
});
