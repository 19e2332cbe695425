import type { Explained } from '../assess/codes/code-table.ts';
import type { EntraFilter, Evidence, Finding } from '../assess/findings/finding.ts';
import type { JudgedHost, NetworkCheck } from '../assess/network/judge.ts';
import type { Signatory } from '../assess/network/observation.ts';
import type { Redacted, Redactor } from './redact.ts';

export type RedactedFinding = Omit<Finding, 'evidence' | 'entra'> & {
  readonly evidence: readonly RedactedEvidence[];
  readonly entra: RedactedFilter | null;
};
type RedactedEvidence = Pick<Evidence, 'at' | 'name'> & { readonly line: Redacted | null };
type RedactedFilter = Omit<EntraFilter, 'account' | 'correlationIds'> & {
  readonly account: Redacted | null;
  readonly correlationIds: readonly Redacted[];
};

export function redactFinding(finding: Finding, redact: Redactor): RedactedFinding {
  const line = (text: string | null) => (text === null ? null : redact(text));
  return {
    ...finding,
    codes: finding.codes.map((code) => redactCode(code, redact)),
    evidence: finding.evidence.map((told) => ({ at: told.at, name: told.name, line: line(told.line) })),
    entra: finding.entra && redactFilter(finding.entra, redact),
  };
}

/** A code that is known is described in Vigil's own words; of one that is not, all comes from the log. */
function redactCode(explained: Explained, redact: Redactor): Explained {
  const { code, name, meaning } = explained;
  if (name !== null) return explained;
  return { ...explained, code: typeof code === 'number' ? code : redact(code), meaning: redact(meaning) };
}

function redactFilter(filter: EntraFilter, redact: Redactor): RedactedFilter {
  return {
    ...filter,
    apps: filter.apps.map(({ id, name }) => ({ id: redact(id), name: name === id ? redact(id) : name })),
    account: filter.account === null ? null : redact(filter.account),
    correlationIds: filter.correlationIds.map(redact),
  };
}

/** Names of proxies and certificates may be those of anybody. */
export function redactNetworkCheck({ checkedAt, hosts }: NetworkCheck, redact: Redactor): NetworkCheck {
  return { checkedAt, hosts: hosts.map((judged) => redactHost(judged, redact)) };
}

function redactHost(judged: JudgedHost, redact: Redactor): JudgedHost {
  const { observation } = judged;
  const { proxy, certificate } = observation;
  const signatory = ({ organisation, name }: Signatory): Signatory => ({
    organisation: organisation && redact(organisation),
    name: name && redact(name),
  });
  return {
    ...judged,
    observation: {
      ...observation,
      proxy: proxy.kind === 'proxy' ? { ...proxy, name: redact(proxy.name) } : proxy,
      certificate: certificate && {
        ...certificate,
        subject: redact(certificate.subject),
        issuer: signatory(certificate.issuer),
        root: certificate.root && signatory(certificate.root),
      },
    },
  };
}
