import type { CodeCategory, Explained } from '../codes/code-table.ts';
import { explainCodes } from '../codes/explain.ts';
import type { LogEvent, LogEventName } from '../log-event.ts';
import type { Because, FindingId } from './finding.ts';

/** What one line says about causes. */
export type Cause = {
  readonly finding: FindingId;
  readonly because: Because;
  readonly codes: readonly Explained[];
};

/** Lines that tell by themselves. */
const said: ReadonlyMap<LogEventName, readonly [finding: FindingId, because: Because]> = new Map([
  ['ran-as-root', ['ran-as-root', 'log-says-so']],
  ['interactive-cancelled', ['window-cancelled', 'log-says-so']],
  ['extension-cancelled', ['window-cancelled', 'code-says-so']],
  ['multiple-accounts', ['multiple-accounts', 'few-lines']],
  ['account-deleted', ['account-blocked', 'entra-says-so']],
  ['account-not-onboarded', ['registration-broken', 'log-says-so']],
  ['throttled', ['throttled', 'log-says-so']],
  ['sso-not-appsso-url', ['sso-extension-network', 'few-lines']],
  ['association-failed', ['sso-extension-network', 'unproven-line']],
  ['extension-dead', ['sso-extension-dead', 'log-says-so']],
]);

/** Lines of the agent whose codes tell. */
const coded: ReadonlySet<LogEventName> = new Set([
  'aad-error',
  'silent-failed',
  'interactive-error',
  'extension-error',
  'http-error',
  'query-failed',
  'keychain-error',
]);

/** Lines of macOS, which other apps cause too. */
const hearsay: ReadonlySet<LogEventName> = new Set(['sso-error', 'network-error']);

const findingOf: Readonly<Record<CodeCategory, FindingId | null>> = {
  'sign-in-needed': 'conditional-access',
  'no-account': null,
  'several-accounts': 'multiple-accounts',
  'wrong-account': 'wrong-account',
  'account-blocked': 'account-blocked',
  password: 'password-expired',
  biometrics: null,
  cancelled: 'window-cancelled',
  window: 'window-not-shown',
  'device-registration': 'registration-broken',
  policy: 'conditional-access',
  configuration: 'app-misconfigured',
  'sso-extension': 'sso-extension-dead',
  'no-sso-extension': 'sso-extension-missing',
  'sso-association': 'sso-extension-network',
  network: 'offline',
  interference: 'network-interference',
  server: 'server-trouble',
  throttled: 'throttled',
  storage: 'keychain-trouble',
  retry: null,
  library: null,
  unknown: null,
};

const heard: ReadonlySet<FindingId> = new Set([
  'offline',
  'network-interference',
  'sso-extension-dead',
  'sso-extension-missing',
  'sso-extension-network',
]);

/** The cause that a line names, or null where it names none. */
export function causeOf(event: LogEvent): Cause | null {
  const codes = explainCodes(event);
  const [finding, because] = said.get(event.name) ?? [];
  if (finding !== undefined && because !== undefined) return { finding, because, codes };
  if (event.name === 'sso-configuration' && event.count === 0) {
    return { finding: 'sso-extension-missing', because: 'log-says-so', codes };
  }
  if (event.name === 'sso-caller-denied' && /jamf/i.test(event.bundleId ?? '')) {
    return { finding: 'sso-extension-missing', because: 'log-says-so', codes };
  }
  return codedCause(event, codes);
}

function codedCause({ name }: LogEvent, codes: readonly Explained[]): Cause | null {
  if (!coded.has(name) && !hearsay.has(name)) return null;
  for (const code of codes) {
    const finding = isVague(code, name) ? null : findingOf[code.category];
    if (finding === null) continue;
    if (!hearsay.has(name)) return { finding, because: becauseOf(code), codes };
    return heard.has(finding) ? { finding, because: 'few-lines', codes } : null;
  }
  return null;
}

/** "The person has to sign in" is the library's word for any silent failure; from Entra it is an answer. */
function isVague({ category, family }: Explained, name: LogEventName): boolean {
  const answered =
    name === 'aad-error' || family === 'aadsts' || family === 'sub-error' || family === 'oauth';
  return category === 'sign-in-needed' && !answered;
}

function becauseOf({ family, category }: Explained): Because {
  if (family === 'aadsts' || family === 'sub-error' || family === 'oauth') return 'entra-says-so';
  // Answers 403 and 404 have innocent causes, and so has macOS' "unknown".
  if (category === 'sso-association' || (family === 'http' && category === 'interference'))
    return 'few-lines';
  return 'code-says-so';
}
