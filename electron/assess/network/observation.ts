/** What was seen of one host. Instants are epoch milliseconds. */
export type HostObservation = {
  readonly host: string;
  readonly proxy: ProxyUse;
  readonly answer: HostAnswer;
  /** Also of a host whose certificate was refused; null where none was shown. */
  readonly certificate: CertificateFacts | null;
  readonly tookMs: number;
};

export type ProxyUse =
  | { readonly kind: 'none' }
  /** As the system names it, such as `PROXY proxy.example:8080`. */
  | { readonly kind: 'proxy'; readonly name: string }
  | { readonly kind: 'unknown' };

export type HostAnswer =
  /** `status` is that of HTTP; null where the host wants to see a certificate of the Mac first, which it is not shown. */
  | { readonly kind: 'answered'; readonly status: number | null }
  /** `code` is Chromium's or the system's own name of the failure. */
  | { readonly kind: 'failed'; readonly why: FailureWhy; readonly code: string }
  /** The check was stopped, or ended by its limit, before anything was known. */
  | { readonly kind: 'unfinished' };

export const failureWhys = [
  'no-such-name',
  'refused',
  'time-limit',
  'broken-off',
  'no-network',
  'proxy',
  'encryption',
  'other',
] as const;
export type FailureWhy = (typeof failureWhys)[number];

export type CertificateFacts = {
  readonly subject: string;
  readonly issuer: Signatory;
  /** Where the chain ends; null where it was not shown to its end. */
  readonly root: Signatory | null;
  readonly validFrom: number;
  readonly validTo: number;
  readonly coversHost: boolean;
  /** The chain leads to a root that this Mac trusts. */
  readonly trusted: boolean;
  /** That root is one that all the world trusts; null where that is not known. */
  readonly publicRoot: boolean | null;
};

/** Null: the certificate does not say. */
export type Signatory = { readonly organisation: string | null; readonly name: string | null };
