import { generate } from 'selfsigned';

/** PEM, both. */
export type KeyPair = { readonly cert: string; readonly key: string };

type LeafOptions = {
  /** The names that it is good for; by default `host` alone. */
  readonly names?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
};

/** Somebody who issues certificates. */
export type Authority = {
  /** Its root, as PEM: trusted is whoever trusts this. */
  readonly root: string;
  readonly issue: (host: string, options?: LeafOptions) => Promise<KeyPair>;
};

const dayMs = 86_400_000;
const usual = { keyType: 'ec', algorithm: 'sha256' } as const;

export async function createAuthority(organisation: string): Promise<Authority> {
  const made = await generate(nameOf('Test root', organisation), {
    ...usual,
    notBeforeDate: new Date(Date.now() - 30 * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const ca = { cert: made.cert, key: made.private };
  return {
    root: made.cert,
    issue: async (host, { names = [host], from, to } = {}) => {
      const leaf = await generate(nameOf(host, `Owner of ${host}`), {
        ...usual,
        ca,
        notBeforeDate: from ?? new Date(Date.now() - dayMs),
        notAfterDate: to ?? new Date(Date.now() + dayMs),
        extensions: [
          { name: 'basicConstraints', cA: false, critical: true },
          { name: 'extKeyUsage', serverAuth: true },
          { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
        ],
      });
      return { cert: leaf.cert, key: leaf.private };
    },
  };
}

function nameOf(commonName: string, organisation: string) {
  return [
    { name: 'commonName', value: commonName },
    { name: 'organizationName', value: organisation },
  ];
}
