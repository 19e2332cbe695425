import { errorDetails } from '../error-details.ts';
import type { LogEvent } from '../log-event.ts';
import { parseMsalEnvelope } from '../msal-envelope.ts';
import type { Word } from './word.ts';

/** What a line tells beyond its name. */
export type Captured = Partial<Omit<LogEvent, 'name' | 'at' | 'key' | 'pid' | 'line'>>;

type Groups = Readonly<Record<string, string | undefined>>;

const texts = ['domain', 'oauthError', 'subError', 'operation', 'bundleId', 'host'] as const;
const numbers = ['code', 'httpStatus', 'count'] as const;

/** The word's own groups go before what an error or the library's envelope in the same line says. */
export function capture(word: Word, groups: Groups, message: string): Captured {
  const own: Captured = { ...word.gives, ...captureGroups(groups) };
  const { domain, code, ...details } = errorDetails(message);
  // Domain and code are a pair: half of each would name another error.
  const error = own.code === undefined && domain !== undefined && code !== undefined ? { domain, code } : {};
  return { ...error, ...details, ...captureEnvelope(message), ...own };
}

function captureGroups(groups: Groups): Captured {
  const captured: { -readonly [Key in keyof Captured]: Captured[Key] } = {};
  for (const key of texts) {
    const value = groups[key];
    if (value !== undefined && value !== '(null)') captured[key] = value;
  }
  for (const key of numbers) {
    const value = groups[key];
    if (value !== undefined) captured[key] = Number(value);
  }
  const account = groups.account?.trim();
  if (account !== undefined && account !== '' && account !== '<private>') captured.account = account;
  if (groups.route !== undefined) captured.route = groups.route.toLowerCase();
  if (groups.fallsBack !== undefined) captured.fallsBack = /^(?:1|yes|true)$/i.test(groups.fallsBack);
  return captured;
}

function captureEnvelope(message: string): Captured {
  const envelope = parseMsalEnvelope(message);
  if (envelope === null) return {};
  const { utcAt, correlationId, macOs } = envelope;
  return {
    macOs,
    ...(utcAt === null ? {} : { utcAt }),
    ...(correlationId === null ? {} : { correlationId }),
  };
}
