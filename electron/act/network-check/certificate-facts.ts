import { X509Certificate } from 'node:crypto';
import type { CertificateFacts, Signatory } from '../../assess/network/observation.ts';
import type { ShownCertificate } from './probe.ts';

/** Null where the bytes are no certificate. */
export function certificateFacts(
  { leaf, root, trusted, publicRoot }: ShownCertificate,
  host: string,
): CertificateFacts | null {
  const certificate = parse(leaf);
  if (certificate === null) return null;
  const last = root === null ? null : parse(root);
  return {
    subject: partOf(certificate.subject, 'CN') ?? '',
    issuer: signatory(certificate.issuer),
    root: last && signatory(last.subject),
    validFrom: Date.parse(certificate.validFrom),
    validTo: Date.parse(certificate.validTo),
    // As browsers do: a name that stands only in the subject has not counted for years.
    coversHost: certificate.checkHost(host, { subject: 'never' }) !== undefined,
    trusted,
    publicRoot,
  };
}

function parse(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

function signatory(name: string): Signatory {
  return { organisation: partOf(name, 'O'), name: partOf(name, 'CN') };
}

const longestName = 200;

/** Node writes a name as lines like `O=DigiCert Inc`. Whoever made the certificate has chosen it. */
function partOf(name: string | undefined, part: 'O' | 'CN'): string | null {
  const line = name?.split('\n').find((text) => text.startsWith(`${part}=`)) ?? '';
  const value = line.slice(part.length + 1, longestName).replace(/\p{Cc}/gu, '\ufffd');
  return value.trim() || null;
}
