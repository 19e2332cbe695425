import type { LogEvent } from './log-event.ts';

type Details = Pick<
  LogEvent,
  | 'domain'
  | 'code'
  | 'internalCode'
  | 'oauthError'
  | 'subError'
  | 'aadsts'
  | 'httpStatus'
  | 'correlationId'
  | 'clientId'
>;

const uuid = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';

/** An NSError in full, or as the library masks it: `MaskedError(domain, code)`. */
const errors =
  /(?:Error Domain=(?<domain>[\w.-]{1,120}) Code=|MaskedError\((?<masked>[\w.-]{1,120}), )(?<code>-?\d{1,9})/g;

const text = {
  oauthError: /\bMS(?:ID|AL)OAuthErrorKey=(?<value>[\w.-]{1,80})/,
  subError: /\bMS(?:ID|AL)OAuthSubErrorKey=(?<value>[\w.-]{1,80})/,
  correlationId: new RegExp(
    String.raw`(?:MS(?:ID|AL)CorrelationIDKey=|\bcorrelation_id"?\s{0,4}[=:]\s{0,4}"?)(?<value>${uuid})`,
  ),
  clientId: new RegExp(String.raw`\bclient_id"?\s{0,4}[=:]\s{0,4}"?(?<value>${uuid})`),
} as const;

const numbers = {
  internalCode: /\bMSALInternalErrorCodeKey=(?<value>-\d{1,9})/,
  aadsts: /\bAADSTS(?<value>\d{4,9})\b|\bMS(?:ID|AL)STSErrorCodesKey=\(?\s{0,20}"?(?<listed>\d{4,9})/,
  httpStatus: /\bMS(?:ID|AL)HTTPResponseCodeKey=(?<value>\d{3})\b/,
} as const;

/** Microsoft's extension hides the cause behind this number: it is in the error inside. */
const seeInside = -6000;

/** The codes that an error in the line brings along. Masked lines have few of them, unmasked ones many. */
export function errorDetails(message: string): Details {
  const details: { -readonly [Key in keyof Details]: Details[Key] } = { ...outermost(message) };
  for (const key of ['oauthError', 'subError', 'correlationId', 'clientId'] as const) {
    const value = text[key].exec(message)?.groups?.value;
    if (value !== undefined) details[key] = value;
  }
  for (const key of ['internalCode', 'aadsts', 'httpStatus'] as const) {
    const groups = numbers[key].exec(message)?.groups;
    const value = groups?.value ?? groups?.listed;
    if (value !== undefined) details[key] = Number(value);
  }
  return details;
}

function outermost(message: string): Pick<Details, 'domain' | 'code'> {
  let found: Pick<Details, 'domain' | 'code'> = {};
  for (const { groups } of message.matchAll(errors)) {
    const domain = groups?.domain ?? groups?.masked;
    if (domain === undefined) continue;
    found = { domain, code: Number(groups?.code) };
    if (found.code !== seeInside) return found;
  }
  return found;
}
