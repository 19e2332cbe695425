import { expect, test } from 'vitest';
import { type NetworkHost, networkHosts } from '../../../electron/assess/network/hosts.ts';
import { judgeHost, type NetworkCheck, verdicts } from '../../../electron/assess/network/judge.ts';
import {
  type CertificateFacts,
  failureWhys,
  type HostObservation,
} from '../../../electron/assess/network/observation.ts';
import { networkSentence, networkText } from '../../../electron/words/network-words.ts';
import { createSpeech, say } from '../../../electron/words/speech.ts';

const speech = createSpeech('en-GB', 'Europe/Berlin');
const now = Date.parse('2026-11-25T01:00:00Z');

const certificate: CertificateFacts = {
  subject: 'login.microsoftonline.com',
  issuer: { organisation: 'DigiCert Inc', name: 'A CA' },
  root: null,
  validFrom: now - 1_000,
  validTo: now + 1_000,
  coversHost: true,
  trusted: true,
  publicRoot: true,
};

function judged(name: string, seen: Partial<Omit<HostObservation, 'host'>> = {}) {
  const host = networkHosts.find((row) => row.host === name);
  if (host === undefined) throw new Error(name);
  const observation = {
    host: name,
    proxy: { kind: 'none' },
    answer: { kind: 'answered', status: 200 },
    certificate,
    tookMs: 5,
    ...seen,
  } as const;
  return judgeHost(host, observation, now);
}

const textOf = (...hosts: NetworkCheck['hosts']) => networkText(speech, { checkedAt: now, hosts });
const inspected = {
  certificate: { ...certificate, issuer: { organisation: 'Zscaler Inc.', name: 'x' }, publicRoot: false },
};

test('IT is given a table that can be copied, and a sentence for each host that is not simply in order', () => {
  const text = textOf(
    judged('app-site-association.cdn-apple.com', inspected),
    judged('login.microsoftonline.com', { proxy: { kind: 'proxy', name: 'PROXY proxy.example:8080' } }),
    judged('sts.windows.net', {
      answer: { kind: 'failed', why: 'no-such-name', code: 'ERR_NAME_NOT_RESOLVED' },
      certificate: null,
    }),
  );
  expect(text.split('\n')).toEqual([
    'Network check: what a sign-in needs, as seen from this Mac',
    '2026-11-25T01:00:00.000Z',
    '',
    'Host                                Result       Proxy                     Certificate by  TLS inspection',
    'app-site-association.cdn-apple.com  inspected    none                      Zscaler Inc.    never',
    'login.microsoftonline.com           in order     PROXY proxy.example:8080  DigiCert Inc    from macOS 13',
    'sts.windows.net                     unreachable  none                      –               from macOS 13',
    '',
    'app-site-association.cdn-apple.com: the certificate is by Zscaler Inc., which only this Mac trusts, so something inspects the connection. This host has to be exempt: sign-ins fail by it, often only at times.',
    'sts.windows.net: its name was not found (ERR_NAME_NOT_RESOLVED).',
  ]);
});

test('where all is in order, that is said in one sentence', () => {
  expect(textOf(judged('sts.windows.net')).split('\n').at(-1)).toBe(
    'Every host can be reached, and nothing is in the way.',
  );
});

test('a guess is told as a guess', () => {
  const copied = { certificate: { ...certificate, publicRoot: false } };
  expect(textOf(judged('sts.windows.net', copied))).toContain('Platform SSO. (likely, not certain)');
});

test('every verdict and every failure has its words', () => {
  const host: NetworkHost = judged('sts.windows.net').host;
  const observation = judged('sts.windows.net').observation;
  for (const verdict of verdicts) {
    const sentence = networkSentence({ host, observation, verdict, rating: 'bad', confidence: 'certain' });
    if (verdict === 'in-order') expect(sentence).toBeNull();
    else expect(sentence && say(speech, sentence, now)).toMatch(/^sts\.windows\.net: [^{}]+\.?\)?$/);
  }
  for (const why of failureWhys) {
    const text = textOf(
      judged('sts.windows.net', { answer: { kind: 'failed', why, code: 'X' }, certificate: null }),
    );
    expect(text).toMatch(/\nsts\.windows\.net: [^{}]+ \(X\)\.$/);
  }
});
