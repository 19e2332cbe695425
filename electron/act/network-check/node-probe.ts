import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { Socket } from 'node:net';
import { connect, rootCertificates, type TLSSocket } from 'node:tls';
import type { FailureWhy, HostAnswer, ProxyUse } from '../../assess/network/observation.ts';
import { codeOf, failureWhy } from './failure.ts';
import type { Probe, ProbeTarget, ShownCertificate, Sight } from './probe.ts';
import { openTunnel } from './proxy-tunnel.ts';

export type NodeProbeOptions = {
  /** URL of the proxy, such as the value of HTTPS_PROXY; null: there is none. Node knows no other way to be told. */
  readonly proxy: string | null;
  /** Roots that are trusted, as PEM; by default those that Node trusts. */
  readonly ca?: readonly string[];
};

let publicRoots: ReadonlySet<string> | null = null;

/** Asks with Node, for the command line in development: Node minds neither the proxy of the system nor its keychain. */
export function nodeProbe({ proxy, ca }: NodeProbeOptions): Probe {
  return async (target, signal) => {
    const way = proxy === null ? null : await openTunnel(proxy, target, signal);
    const seen =
      way?.kind === 'failed'
        ? { answer: failed({ ...way, why: 'proxy' }, signal), certificate: null }
        : await look(connectSecurely(target, way?.socket ?? null, ca), target, signal);
    return { proxy: proxyUse(proxy), ...seen };
  };
}

/** What the host shows and says over a connection that is being made, and its end. */
async function look(
  secure: TLSSocket,
  target: ProbeTarget,
  signal: AbortSignal,
): Promise<Omit<Sight, 'proxy'>> {
  let certificate: ShownCertificate | null = null;
  try {
    await once(secure, 'secureConnect', { signal });
    certificate = shownBy(secure);
    const refusal = secure.authorized ? null : String(secure.authorizationError);
    const answer = refusal === null ? await ask(target, secure, signal) : failed({ code: refusal }, signal);
    return { answer, certificate };
  } catch (error) {
    return { answer: failed({ code: codeOf(error) }, signal), certificate };
  } finally {
    // What else goes wrong with it concerns nobody any more.
    secure.on('error', () => {}).destroy();
  }
}

function connectSecurely(
  { host, port }: ProbeTarget,
  tunnel: Socket | null,
  ca: readonly string[] | undefined,
): TLSSocket {
  return connect({
    ...(tunnel === null ? { host, port } : { socket: tunnel }),
    ...(ca === undefined ? {} : { ca: [...ca] }),
    servername: host,
    // What is wrong with a certificate is to be seen. Nothing is sent to a host that shows a wrong one.
    rejectUnauthorized: false,
  });
}

async function ask(
  { host, port, path }: ProbeTarget,
  secure: TLSSocket,
  signal: AbortSignal,
): Promise<HostAnswer> {
  const asked = request({ host, port, path, createConnection: () => secure });
  // The first of them is told by `once`.
  asked.on('error', () => {});
  const answered = once(asked, 'response', { signal });
  asked.end();
  const [response]: readonly IncomingMessage[] = await answered;
  return { kind: 'answered', status: response?.statusCode ?? 0 };
}

function shownBy(socket: TLSSocket): ShownCertificate {
  const leaf = socket.getPeerCertificate(true);
  // A name or a date that is wrong says nothing of the root.
  const trusted =
    socket.authorized || /ALTNAME|EXPIRED|NOT_YET_VALID/.test(String(socket.authorizationError));
  let root = leaf;
  // The last one is its own issuer, or has none.
  while (root.issuerCertificate !== undefined && root.issuerCertificate !== root)
    root = root.issuerCertificate;
  return {
    leaf: new X509Certificate(leaf.raw).toString(),
    root: root === leaf ? null : new X509Certificate(root.raw).toString(),
    trusted,
    publicRoot: trusted ? isPublic(root.fingerprint256) : null,
  };
}

/** Whether it is one of the roots that Node brings along, which are Mozilla's. */
function isPublic(fingerprint: string): boolean {
  publicRoots ??= new Set(rootCertificates.map((pem) => new X509Certificate(pem).fingerprint256));
  return publicRoots.has(fingerprint);
}

function proxyUse(proxy: string | null): ProxyUse {
  if (proxy === null) return { kind: 'none' };
  // Without the name and the password that it may hold.
  return { kind: 'proxy', name: URL.canParse(proxy) ? `PROXY ${new URL(proxy).host}` : 'PROXY' };
}

function failed(
  { code, why = failureWhy(code) }: { readonly code: string; readonly why?: FailureWhy },
  { aborted }: AbortSignal,
): HostAnswer {
  return aborted ? { kind: 'unfinished' } : { kind: 'failed', why, code };
}
