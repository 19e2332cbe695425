import type { Confidence } from '../findings/finding.ts';
import type { HostOwner, NetworkHost } from './hosts.ts';
import type { CertificateFacts, HostObservation } from './observation.ts';

export const verdicts = [
  /** Reached, by a certificate of the expected issuer. */
  'in-order',
  /** Reached, by a certificate of another issuer that all the world trusts. */
  'other-issuer',
  /** Reached, and nothing tells whether the issuer is a public one. */
  'unknown-issuer',
  /** Reached, by a certificate that only a root installed on this Mac vouches for: something opens the connection. */
  'inspected',
  'untrusted',
  'expired',
  'not-yet-valid',
  'wrong-host',
  'unreachable',
  'not-checked',
] as const;
export type VerdictKind = (typeof verdicts)[number];

/** `note`: it can be meant so; `bad`: sign-ins will fail by it, at least at times. */
export type Rating = 'good' | 'note' | 'bad';

export type JudgedHost = {
  readonly host: NetworkHost;
  readonly observation: HostObservation;
  readonly verdict: VerdictKind;
  readonly rating: Rating;
  readonly confidence: Confidence;
};

export type NetworkCheck = { readonly checkedAt: number; readonly hosts: readonly JudgedHost[] };

/** By the name of the organisation, as their own certificates have been issued for years. */
const expectedIssuers: Readonly<Record<HostOwner, RegExp>> = {
  apple: /^(Apple|DigiCert)\b/,
  microsoft: /^(Microsoft|DigiCert)\b/,
};

type Verdict = Pick<JudgedHost, 'verdict' | 'rating' | 'confidence'>;

/** What this says about the way to the host, at `now`. */
export function judgeHost(host: NetworkHost, observation: HostObservation, now: number): JudgedHost {
  return { host, observation, ...verdictOn(host, observation, now) };
}

function verdictOn(host: NetworkHost, { answer, certificate }: HostObservation, now: number): Verdict {
  if (answer.kind === 'unfinished') return verdict('not-checked', 'note');
  const flaw = certificate === null ? null : flawOf(certificate, now);
  if (flaw !== null) return verdict(flaw, 'bad');
  if (answer.kind === 'failed') return verdict('unreachable', 'bad');
  if (certificate === null) return verdict('unknown-issuer', 'note', 'possible');
  return issuerVerdict(host, certificate);
}

/** What is wrong whoever issued it. The clock comes first: a chain is often refused for a date in it. */
function flawOf(certificate: CertificateFacts, now: number): VerdictKind | null {
  if (now < certificate.validFrom) return 'not-yet-valid';
  if (now > certificate.validTo) return 'expired';
  if (!certificate.coversHost) return 'wrong-host';
  return certificate.trusted ? null : 'untrusted';
}

/** The root decides where it is known; a name can be anybody's, an inspecting proxy often takes over the real one. */
function issuerVerdict({ owner, inspection }: NetworkHost, certificate: CertificateFacts): Verdict {
  const isExpected = expectedIssuers[owner].test(certificate.issuer.organisation ?? '');
  const inspected = inspection.rule === 'never' ? 'bad' : 'note';
  switch (certificate.publicRoot) {
    case true:
      return isExpected ? verdict('in-order', 'good') : verdict('other-issuer', 'note');
    case false:
      // A root that is newer than Vigil could be unknown to it.
      return verdict('inspected', inspected, isExpected ? 'likely' : 'certain');
    case null:
      return isExpected
        ? verdict('in-order', 'good', 'likely')
        : verdict('unknown-issuer', inspected, 'possible');
  }
}

function verdict(kind: VerdictKind, rating: Rating, confidence: Confidence = 'certain'): Verdict {
  return { verdict: kind, rating, confidence };
}
