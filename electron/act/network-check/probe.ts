import type { HostAnswer, ProxyUse } from '../../assess/network/observation.ts';

export type ProbeTarget = {
  readonly host: string;
  readonly port: number;
  /** What to ask for, beginning with "/". */
  readonly path: string;
};

/**
 * Asks one host for something, without anything of the person's, and tells what it has seen on the way: with Electron's
 * `net` in the app (`electron/net-probe.ts`), with Node where there is no Electron. Never rejects, and ends as soon as the
 * signal is aborted.
 */
export type Probe = (target: ProbeTarget, signal: AbortSignal) => Promise<Sight>;

export type Sight = {
  readonly proxy: ProxyUse;
  /** `unfinished` only where the signal was aborted. */
  readonly answer: HostAnswer;
  readonly certificate: ShownCertificate | null;
};

/** Certificates as PEM. `trusted` and `publicRoot` as in CertificateFacts. */
export type ShownCertificate = {
  readonly leaf: string;
  /** The last one of the chain; null where there was only the leaf. */
  readonly root: string | null;
  readonly trusted: boolean;
  readonly publicRoot: boolean | null;
};
