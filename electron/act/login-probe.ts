import { readFile } from 'node:fs/promises';
import type { MacPaths } from '../paths.ts';

export type LoginHostState = 'reachable' | 'captive' | 'unreachable';

/** Electron's `net.fetch`, which knows the Mac's proxies and keychain, or Node's where there is no Electron. */
export type ProbeFetch = (url: string, request: ProbeRequest) => Promise<ProbeAnswer>;

type ProbeRequest = {
  readonly method: 'GET';
  readonly redirect: 'manual';
  readonly credentials: 'omit';
  readonly cache: 'no-store';
  readonly signal: AbortSignal;
};

type ProbeAnswer = {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly body: { readonly cancel: () => Promise<void> } | null;
};

/** A document that the sign-in itself begins with. Not the host's `/`: that one redirects to another host on a good day. */
const loginDocument = 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';

const probeLimitMs = 5_000;

/** What to ask for; null in a simulated Mac that has no stand-in for Microsoft's host. */
export async function loginUrl({ simulated, simulatedLoginHost }: MacPaths): Promise<string | null> {
  if (!simulated) return loginDocument;
  const url = await readFile(simulatedLoginHost, 'utf8').catch(() => '');
  return url.trim() || null;
}

/**
 * Whether Microsoft's sign-in host answers. Behind a captive portal the system says "online" and every sign-in fails,
 * which deactivates the Mac. Never throws.
 */
export async function probeLoginHost(
  fetch: ProbeFetch,
  url: string,
  limitMs = probeLimitMs,
): Promise<LoginHostState> {
  try {
    const answer = await fetch(url, {
      method: 'GET',
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(limitMs),
    });
    // Not awaited: where nothing more comes, this neither helps nor may it hurt.
    void answer.body?.cancel().catch(() => {});
    return isPortal(answer, url) ? 'captive' : 'reachable';
  } catch {
    // No connection, no answer in time, or a certificate that is not Microsoft's: a portal in the middle of HTTPS.
    return 'unreachable';
  }
}

/**
 * A portal, or a proxy with a page that says no, leads away or answers in the host's stead: with 511, or with a page
 * for people where a document for programs was asked for. Any other answer, even an error, is the host's own.
 */
function isPortal({ status, headers }: ProbeAnswer, url: string): boolean {
  if (status === 511) return true;
  if (status >= 300 && status < 400) return leadsAway(headers.get('location'), url);
  // Proxies forbid with 403.
  return (status < 300 || status === 403) && /^text\/html\b/i.test(headers.get('content-type') ?? '');
}

function leadsAway(location: string | null, url: string): boolean {
  if (location === null || !URL.canParse(location, url)) return true;
  return new URL(location, url).host !== new URL(url).host;
}
