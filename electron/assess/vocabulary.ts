import type { PersonFact } from './facts.ts';
import type { LogEvent, LogEventName, LogRecord } from './log-event.ts';

type Captured = Partial<Omit<LogEvent, 'name' | 'at' | 'key' | 'pid'>>;

type Word = {
  readonly name: LogEventName;
  /** Only lines that contain this are tried against the pattern: most lines match nothing. */
  readonly needle: string;
  readonly pattern: RegExp;
  readonly capture?: (groups: Readonly<Record<string, string | undefined>>) => Captured;
};

const account = (groups: Readonly<Record<string, string | undefined>>): Captured =>
  optional('account', groups.account);
const coded = (groups: Readonly<Record<string, string | undefined>>): Captured => ({
  ...optional('domain', groups.domain),
  ...optional('code', groups.code === undefined ? undefined : Number(groups.code)),
});

/**
 * The lines whose meaning is known. Literals are from the published guide, from a public script that looks for several
 * MSAL accounts, and from MSAL's sources. The account is a macOS short name and may hold dots and spaces, so patterns
 * anchor on the fixed words before it.
 */
const words: readonly Word[] = [
  {
    name: 'signed-in',
    needle: 'AAD ID acquired',
    pattern: /\bAAD ID acquired for macOS user account (?<account>.+?)\s*$/,
    capture: account,
  },
  {
    name: 'sign-in-failed',
    needle: 'No AAD ID found',
    pattern: /\bNo AAD ID found for macOS user account (?<account>.+?)\s*$/,
    capture: account,
  },
  {
    name: 'silent-failed',
    needle: 'acquireTokenSilent returning with error:',
    pattern: /acquireTokenSilent returning with error:(?:\s*\((?<domain>[^,()]+), (?<code>-?\d{1,9})\))?/,
    capture: coded,
  },
  {
    // MSAL names its interactive operation `acquireToken`; -50005 is its "user cancelled", -51700 the library's own.
    name: 'interactive-cancelled',
    needle: 'acquireToken returning with error:',
    pattern: /acquireToken returning with error:\s*\((?<domain>[^,()]+), (?<code>-50005|-51700)\)/,
    capture: coded,
  },
  {
    name: 'interactive-failed',
    needle: 'Did not get a token from acquireTokenInteractive',
    pattern: /Did not get a token from acquireTokenInteractive/,
  },
  {
    name: 'aad-error',
    needle: 'Processing an AAD error',
    pattern:
      /Processing an AAD error with error code (?<code>-?\d{1,9}), error (?<error>[\w.-]+)(?:, suberror (?<sub>[\w.-]+))?/,
    capture: (groups) => ({
      ...coded(groups),
      ...optional('oauthError', groups.error),
      ...optional('subError', groups.sub),
    }),
  },
  {
    name: 'multiple-accounts',
    needle: 'account',
    // "posible" is how the agent spells it.
    pattern:
      /More than 1 account, will try to find a matching account|posible for silent token acquire to fail now if the wrong account is picked/,
  },
  {
    // -9 also stands for any bad parameter: the text decides.
    name: 'sso-not-appsso-url',
    needle: 'not AppSSO URL',
    pattern: /Domain=com\.apple\.AppSSO\.AuthorizationError Code=(?<code>-9) "not AppSSO URL"/,
    capture: (groups) => ({
      ...coded(groups),
      domain: 'com.apple.AppSSO.AuthorizationError',
    }),
  },
];

/** MSAL's envelope around a message: `TID=… MSAL <version> Mac <os> [<UTC time> - <correlation id>] …`. */
const correlation =
  /\bMSAL [\w.]+ Mac [\w.]+ \[[^\]]*? - (?<id>[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\]/;

/** What a record of the log says, or null: an unknown line, or one about somebody else. */
export function eventOf(record: LogRecord, person: PersonFact): LogEvent | null {
  if (record.uid !== null && person.uid !== null && record.uid !== person.uid) return null;
  const { at, key, pid, message } = record;
  for (const { name, needle, pattern, capture } of words) {
    if (!message.includes(needle)) continue;
    const match = pattern.exec(message);
    if (match === null) continue;
    const captured = capture?.(match.groups ?? {}) ?? {};
    if (captured.account !== undefined && captured.account !== person.userName) return null;
    const id = correlation.exec(message)?.groups?.id;
    return {
      name,
      at,
      key,
      pid,
      ...captured,
      ...optional('correlationId', id),
    };
  }
  return null;
}

function optional<Key extends keyof Captured>(key: Key, value: LogEvent[Key] | undefined): Captured {
  return value === undefined ? {} : { [key]: value };
}
