import { oauth, subErrors } from '../assess/codes/oauth.ts';
import { accountsIn } from './accounts.ts';
import { addressesIn } from './addresses.ts';
import { open, type Piece, type Rule, settled } from './pieces.ts';
import type { Pseudonyms, SecretKind } from './pseudonyms.ts';

const schemeEnd = /(?::|%3a)(?:\\?\/|%2f){2}/i;
const queryStart = /[?#]|%3f|%23/i;
/** Of a request line, where no scheme says that it is an address. */
const bareQuery = /\?[\w.-]{1,80}=/;

/** Whatever follows the `?` of an address, and a password before its host. */
export function urlRule(pseudonyms: Pseudonyms): Rule {
  return {
    // An apostrophe within may be a letter of it, one at its end is a quote.
    pattern: /(?:[^\s"'<>]|'(?=[\w%]))+/g,
    settle: ([url]) => {
      const scheme = schemeEnd.exec(url);
      const from = scheme === null ? url.search(bareQuery) : scheme.index + scheme[0].length;
      if (from === -1) return null;
      const found = queryStart.exec(url.slice(from));
      const end = found === null ? url.length : from + found.index + found[0].length;
      const query = url.slice(end);
      return [
        ...withoutLogin(url, scheme === null ? null : from, end, pseudonyms),
        ...(query === '' ? [] : [settled(pseudonyms('query', query))]),
      ];
    },
  };
}

function withoutLogin(
  url: string,
  hostAt: number | null,
  end: number,
  pseudonyms: Pseudonyms,
): readonly Piece[] {
  if (hostAt === null) return [open(url.slice(0, end))];
  const [authority = ''] = url.slice(hostAt, end).split(/[/?#]/, 1);
  const at = authority.lastIndexOf('@');
  if (at === -1) return [open(url.slice(0, end))];
  return [
    open(url.slice(0, hostAt)),
    settled(pseudonyms('token', authority.slice(0, at))),
    open(url.slice(hostAt + at, end)),
  ];
}

const secretNames =
  'access_?token|refresh_?token|id_?token|device_?token|client_?info|client_?secret|client_?assertion|password|passwd|session_?key|prt|x-ms-refreshtokencredential|x-ms-devicecredential';
/** Words in place of the value, as logs have them. */
const noValue = String.raw`(?!masked|null|nil|true|false|yes|no\b|none|expired)`;

/** Values that their name gives away, and what begins as tokens do. */
const tokens: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<before>(?<![a-z])(?:${secretNames})["']?\s{0,4}[=:]\s{0,4}["']?)${noValue}(?<token>[^\s"'<>,;&{}()]{4,})`,
    'gi',
  ),
  /(?<before>(?<![a-z])(?:bearer|basic|pop|negotiate)\s{1,4})(?<token>[\w.~+/=-]{16,})/gi,
  // Three parts of a signed one, five of an encrypted one; the line may have been cut within.
  /(?<![\w-])(?<token>eyJ[\w-]{8,}(?:\.[\w-]*){1,4})/g,
];

export function tokenRules(pseudonyms: Pseudonyms): readonly Rule[] {
  const settle: Rule['settle'] = ({ groups: { before = '', token = '' } = {} }) => [
    open(before),
    settled(pseudonyms('token', token)),
  ];
  return tokens.map((pattern) => ({ pattern, settle }));
}

const knownCodes = [...oauth.known, ...subErrors.known].map(({ code }) => String(code));

/** What IT needs as it is, whatever somebody may be called: times, and codes that are words. */
export const keepRule: Rule = {
  pattern: new RegExp(
    [
      String.raw`(?<!\d)\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:\s?(?:Z|UTC|[+-]\d\d:?\d\d))?)?`,
      String.raw`\bAADSTS\d{4,9}\b`,
      String.raw`\b(?:${knownCodes.sort((a, b) => b.length - a.length).join('|')})\b`,
    ].join('|'),
    'g',
  ),
  settle: ([text]) => [settled(text)],
};

/** E-mail addresses and names of accounts in the same form. */
export function accountRule(pseudonyms: Pseudonyms): Rule {
  return {
    pattern: /[^\s"<>()[\]{},;:=|\\/&?“”‘’«»]+/g,
    settle: ([run]) => accountsIn(run, pseudonyms),
  };
}

/** The apps that the agent signs in to and Microsoft's broker: the same in every organisation, and what IT filters by. */
const publicIds: ReadonlySet<string> = new Set([
  '55d611b0-7d33-4d38-8df3-6041868930d7',
  'dd4f1d11-1200-4a1c-bccf-cb13e27467e6',
  'b03c10a8-71c7-45f9-b44a-3335ab76e970',
  'dcf07df3-346f-4f0e-b803-c1f0ea0fb5ae',
  '29d9ed98-a469-4536-ade2-f981bc1d605e',
]);

/** Behind a name for it, or behind the time in the brackets of the sign-in library. */
const beforeCorrelationId =
  /(?:correlation[ _-]?id(?:key)?|client-request-id)["']?\s{0,4}[=:(]?\s{0,4}["'(<]?$|\d\d:\d\d:\d\d - $/i;
const longestBefore = 40;

/** Ids of devices, accounts and tenants; those that join this log with Entra's stay. */
export function uuidRule(pseudonyms: Pseudonyms, correlationIds: ReadonlySet<string>): Rule {
  return {
    pattern: /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi,
    settle: ({ 0: uuid, index }, text) => {
      const id = uuid.toLowerCase();
      const isKept =
        publicIds.has(id) ||
        correlationIds.has(id) ||
        beforeCorrelationId.test(text.slice(Math.max(0, index - longestBefore), index));
      return [settled(isKept ? uuid : pseudonyms('id', id))];
    },
  };
}

export function addressRules(pseudonyms: Pseudonyms): readonly Rule[] {
  return [
    {
      pattern: /[\w:.]+/g,
      settle: ([run]) => (run.includes(':') ? addressesIn(run, pseudonyms) : null),
    },
    replaceRule('mac', /(?<![\da-f])[\da-f]{2}(?:-[\da-f]{2}){5}(?![\da-f])/gi, pseudonyms),
    {
      pattern: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d)/g,
      settle: ([address]) => {
        const isAddress = address.split('.').every((part) => Number(part) <= 255);
        // What a proxy on this Mac listens on names nobody, and is a clue.
        const isOwn = address.startsWith('127.') || address === '0.0.0.0';
        return isAddress && !isOwn ? [settled(pseudonyms('ip', address))] : null;
      },
    },
  ];
}

/** Whoever has a home folder on this Mac. */
export function homeRule(pseudonyms: Pseudonyms): Rule {
  return {
    pattern:
      /(?<folder>(?:\\?\/|%2F)Users(?:\\?\/|%2F))(?<name>(?:(?!%2F)(?:[^\s/\\"'<>:;,|()]|'(?=[\p{L}\p{N}]))){1,200})/giu,
    settle: ({ groups: { folder = '', name = '' } = {} }) => {
      const user = name.replace(/\.{1,200}$/, '');
      if (user === '' || user.toLowerCase() === 'shared') return null;
      return [settled(folder + pseudonyms('user', user)), open(name.slice(user.length))];
    },
  };
}

/** Long runs without a meaning that can be read: tokens, keys, hashes. */
export function blobRules(pseudonyms: Pseudonyms): readonly Rule[] {
  return [
    replaceRule('id', /[\da-f]{32,}/gi, pseudonyms),
    {
      pattern: /[\w+/-]{24,}={0,2}/g,
      settle: ([run]) => (looksRandom(run) ? [settled(pseudonyms('token', run))] : null),
    },
  ];
}

function replaceRule(kind: SecretKind, pattern: RegExp, pseudonyms: Pseudonyms): Rule {
  return { pattern, settle: ([found]) => [settled(pseudonyms(kind, found))] };
}

/** Random text changes between capitals, small letters and digits at two of three letters; names and paths at one of four. */
function looksRandom(run: string): boolean {
  const kinds = Array.from(run, kindOf);
  if (!['a', 'A', '0'].every((kind) => kinds.includes(kind))) return false;
  const changes = kinds.filter((kind, i) => i > 0 && kind !== kinds[i - 1]).length;
  return changes * 3 >= run.length - 1;
}

function kindOf(letter: string): string {
  if (letter >= 'a' && letter <= 'z') return 'a';
  if (letter >= 'A' && letter <= 'Z') return 'A';
  return letter >= '0' && letter <= '9' ? '0' : letter;
}
