import type { FailureWhy } from '../../assess/network/observation.ts';

/** Node's codes and Chromium's (`net::ERR_…`), the first that fits. What a proxy did goes before what it looked like. */
const kinds: readonly (readonly [code: RegExp, why: FailureWhy])[] = [
  [/PROXY|TUNNEL|SOCKS|PAC_/, 'proxy'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|DNS_|ENOTFOUND|EAI_/, 'no-such-name'],
  [/CONNECTION_REFUSED|ECONNREFUSED/, 'refused'],
  [
    /INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|NETWORK_CHANGED|EHOSTUNREACH|ENETUNREACH|ENETDOWN/,
    'no-network',
  ],
  [/TIMED_OUT|TIMEDOUT|TIMEOUT/, 'time-limit'],
  [/CERT_|SSL_|TLS_|EPROTO|SELF_SIGNED|UNABLE_TO_/, 'encryption'],
  [/CONNECTION_|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|ECONNRESET|EPIPE|HPE_/, 'broken-off'],
];

export function failureWhy(code: string): FailureWhy {
  return kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
}

/** The system's name of an error, such as `ECONNREFUSED`, else what it says. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
