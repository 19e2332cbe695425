import { type Rule, settled } from './pieces.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** Whose Mac this is, and what it is called. Null, or empty: not known. */
export type Secrets = {
  /** The macOS short name. */
  readonly userName: string;
  readonly fullName: string | null;
  readonly hostNames: readonly string[];
  readonly serial: string | null;
  readonly home: string;
};

export type NameRules = { readonly long: readonly Rule[]; readonly short: readonly Rule[] };

/**
 * Rules for the names of this person and this Mac, longest first.
 *
 * A name of six letters or more goes wherever it stands, also within a word. A shorter one goes only as a word of its own,
 * or somebody called "Al" would tear the report to pieces; a single letter only where it is all that there is.
 */
export function nameRules(secrets: Secrets, pseudonyms: Pseudonyms): NameRules {
  const names = namesIn(secrets, pseudonyms).sort((a, b) => lengthOf(b) - lengthOf(a));
  return {
    long: names.filter(goesAnywhere).map(ruleOf),
    short: names.filter((name) => !goesAnywhere(name)).map(ruleOf),
  };
}

type Name = {
  readonly words: readonly string[];
  /** One of several names of a person, which may be a word like any other. */
  readonly isPart: boolean;
  readonly standIn: string;
};

const longEnough = 6;
const shortestPart = 3;

/** Words that accounts are named by without naming anybody. */
const anybody: ReadonlySet<string> = new Set(
  'account admin administrator and apple company guest local mac macos macbook office service support test the user'.split(
    ' ',
  ),
);
/** As Macs are called that nobody has named. */
const anyMac =
  /^(?:mac|macbook(?: ?pro| ?air)?|imac(?: ?pro)?|mac ?(?:mini|pro|studio)|localhost|unknown)(?: \d+)?$/i;
/** The rule for home folders knows these. */
const isUsersFolder = /^\/Users\/[^/]+$/;

/** The person and this Mac come first, so that user-1 and host-1 are the same two in every report. */
function namesIn({ userName, fullName, hostNames, serial, home }: Secrets, pseudonyms: Pseudonyms): Name[] {
  const named = (standIn: string, words: readonly string[], isPart = false): Name => ({
    words,
    isPart,
    standIn,
  });
  const person = pseudonyms('user', userName);
  const full = wordsOf(fullName ?? '');
  const parts = full.filter((word) => lengthOf(word) >= shortestPart && !anybody.has(word.toLowerCase()));
  const thisMac = pseudonyms('host', hostNames[0] ?? '');
  const hosts = hostNames
    .flatMap((name) => [wordsOf(name), wordsOf(name.split('.', 1)[0] ?? '')])
    .filter((words) => !anyMac.test(words.join(' ')));
  return [
    named(person, wordsOf(userName)),
    named(person, full),
    // "Doe, Jane"
    named(person, [...full.slice(-1), ...full.slice(0, -1)]),
    ...parts.map((word) => named(person, [word], true)),
    ...hosts.map((words) => named(thisMac, words)),
    named(pseudonyms('serial', serial ?? ''), [serial ?? '']),
    named(pseudonyms('home', home), isUsersFolder.test(home) ? [] : [home.toWellFormed().normalize('NFC')]),
  ].filter(
    (name, i, all) => lengthOf(name) > 0 && i === all.findIndex((other) => textOf(other) === textOf(name)),
  );
}

function textOf({ words, isPart }: Name): string {
  return [...words, isPart].join('\n').toLowerCase();
}

/** The same names are written with and without spaces, points, dashes, and apostrophes of either form. */
function wordsOf(name: string): readonly string[] {
  return name
    .toWellFormed()
    .normalize('NFC')
    .split(/[\s._,+'’-]+/u)
    .filter((word) => word !== '');
}

const between = String.raw`(?:[\s._,+'’-]|%(?:20|27|2[b-e]|5f|e2%80%99)){0,2}`;

function lengthOf(name: string | Pick<Name, 'words'>): number {
  return Array.from(typeof name === 'string' ? name : name.words.join('')).length;
}

function goesAnywhere(name: Name): boolean {
  return !name.isPart && lengthOf(name) >= longEnough;
}

function ruleOf(name: Name): Rule {
  const text = name.words.map((word) => Array.from(word, spellings).join('')).join(between);
  const isFound = finder(name);
  return {
    pattern: new RegExp(name.isPart ? `${text}(?:['’]?s)?` : text, 'giu'),
    settle: (match, all) => (isFound(match, all) ? [settled(name.standIn)] : null),
    overlaps: true,
  };
}

function finder(name: Name): (match: RegExpExecArray, text: string) => boolean {
  if (goesAnywhere(name)) return () => true;
  return lengthOf(name) > 1 ? isWord : ({ 0: found }, text) => found === text;
}

// Behind an encoded character or a line end that is written out, the letters before the name are none of a word.
const inWordBefore = /(?<!%[\da-f]|\\(?=[nrt]))[\p{L}\p{N}]$/iu;
const inWordAfter = /^[\p{L}\p{N}\p{M}]/u;

/** Looked at here, because the same within the pattern of each name would take a hundred times as long to compile. */
function isWord({ 0: found, index }: RegExpExecArray, text: string): boolean {
  const end = index + found.length;
  return (
    !inWordBefore.test(text.slice(Math.max(0, index - 4), index)) &&
    !inWordAfter.test(text.slice(end, end + 2))
  );
}

/**
 * A letter as it is written: composed or decomposed (file names), without its accent (host names), as capitals where those
 * are more than one (ß), encoded (addresses).
 */
function spellings(letter: string): string {
  const decomposed = letter.normalize('NFD');
  const plain = decomposed.replaceAll(/\p{M}/gu, '');
  const capitals = letter.toUpperCase();
  const forms = [letter, decomposed, plain, ...(capitals.length > letter.length ? [capitals] : [])].filter(
    (form) => form !== '',
  );
  const encoded = forms.map(encodeURIComponent);
  const written = forms.map((form) =>
    form === '/' ? String.raw`\\?\/` : form.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`),
  );
  const all = [...new Set([...written, ...encoded])].sort((a, b) => b.length - a.length);
  return all.length === 1 ? (all[0] ?? '') : `(?:${all.join('|')})`;
}
