import { once } from 'node:events';
import { type Certificate, net, type Request, type Session, session } from 'electron';
import { failureWhy } from './act/network-check/failure.ts';
import type { Probe, ShownCertificate } from './act/network-check/probe.ts';
import type { HostAnswer, ProxyUse } from './assess/network/observation.ts';

let checks = 0;

/** A longer chain is nobody's. */
const longestChain = 10;

/**
 * Asks as Chromium does, which minds the proxies of the system, PAC files and the keychain. Each probe has a session of its
 * own: what one has learnt of a certificate it does not ask again, and there are no cookies, no cache and no log-in in it.
 */
export function netProbe(): Probe {
  checks += 1;
  const own = session.fromPartition(`network-check-${checks}`, { cache: false });
  const shown = new Map<string, ShownCertificate>();
  own.setCertificateVerifyProc((request, answer) => {
    shown.set(request.hostname, shownIn(request));
    answer(asChromiumSays);
  });
  // Asked too early, a new session goes by no proxy at all where the proxy is not the system's own (measured on Electron 33).
  const configured = own.forceReloadProxyConfig();
  return async ({ host, port, path }, signal) => {
    const url = new URL(`https://${host}:${port}${path}`).href;
    const proxyChain = configured.then(() => own.resolveProxy(url)).catch(() => null);
    const proxy = proxyUse(await untilAborted(proxyChain, signal));
    const answer = await ask(own, url, signal);
    return { proxy, answer, certificate: shown.get(host) ?? null };
  };
}

const asChromiumSays = -3;
/** The host was reached, and its own certificate was good. Nobody is asked for theirs on behalf of a check. */
const wantsCertificate = 'ERR_SSL_CLIENT_AUTH_CERT_NEEDED';

function ask(own: Session, url: string, signal: AbortSignal): Promise<HostAnswer> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve({ kind: 'unfinished' });
    const request = net.request({ url, session: own, redirect: 'manual', credentials: 'omit' });
    const end = (answer: HostAnswer) => {
      signal.removeEventListener('abort', onAbort);
      resolve(answer);
      request.abort();
    };
    const onAbort = () => end({ kind: 'unfinished' });
    signal.addEventListener('abort', onAbort);
    request.on('response', ({ statusCode }) => end({ kind: 'answered', status: statusCode }));
    request.on('redirect', (status) => end({ kind: 'answered', status }));
    request.on('error', ({ message }) => {
      const code = message.replace('net::', '');
      end(
        code === wantsCertificate
          ? { kind: 'answered', status: null }
          : { kind: 'failed', why: failureWhy(code), code },
      );
    });
    request.end();
  });
}

/** A PAC file can take its time, or never come; null then. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  return Promise.race([promise, once(signal, 'abort').then(() => null)]);
}

/** The first of the ways that the system would try. */
function proxyUse(chain: string | null): ProxyUse {
  const first = chain?.split(';')[0]?.trim() ?? '';
  if (first === '') return { kind: 'unknown' };
  return first === 'DIRECT' ? { kind: 'none' } : { kind: 'proxy', name: first };
}

function shownIn(request: Request): ShownCertificate {
  const { certificate, validatedCertificate, isIssuedByKnownRoot, verificationResult } = request;
  return {
    leaf: certificate.data,
    // What was sent need not hold the root; what was found does.
    root: rootOf(validatedCertificate) ?? rootOf(certificate),
    // Chromium names the worst there is: with one of these the chain itself is in order.
    trusted: /^(net::)?(OK|ERR_CERT_COMMON_NAME_INVALID|ERR_CERT_DATE_INVALID)$/.test(verificationResult),
    publicRoot: isIssuedByKnownRoot,
  };
}

function rootOf(leaf: Certificate | undefined): string | null {
  let last = leaf;
  for (let length = 1; length < longestChain && last?.issuerCert != null; length++) last = last.issuerCert;
  return last === undefined || last === leaf ? null : last.data;
}
