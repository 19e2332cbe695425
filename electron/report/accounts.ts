import { open, type Piece, settled } from './pieces.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** Also encoded, once or several times over. */
const atSign = /@|%(?:25){0,2}40/gi;
const encodedDelimiter = /%(?:25){0,2}(?:2[026cf]|3[abdf])/gi;
const domain = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/uy;

/** The e-mail addresses in a run of text that holds no white space; null where there are none. */
export function accountsIn(run: string, pseudonyms: Pseudonyms): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let from = 0;
  for (const at of run.matchAll(atSign)) {
    domain.lastIndex = at.index + at[0].length;
    const host = domain.exec(run)?.[0];
    if (host === undefined) continue;
    const local = run.slice(localFrom(run, from, at.index), at.index);
    if (local === '') continue;
    pieces.push(open(run.slice(from, at.index - local.length)));
    pieces.push(settled(pseudonyms('account', `${local}@${host}`)));
    from = at.index + at[0].length + host.length;
  }
  return from === 0 ? null : [...pieces, open(run.slice(from))];
}

const longestLocal = 256;

/** Where the name before the at sign begins: behind an encoded delimiter, and not with an apostrophe, which is a quote then. */
function localFrom(run: string, from: number, at: number): number {
  const start = Math.max(from, at - longestLocal);
  const before = run.slice(start, at);
  const delimiters = Array.from(
    before.matchAll(encodedDelimiter),
    ({ 0: { length }, index }) => index + length,
  );
  const local = delimiters.at(-1) ?? 0;
  const quotes = /^'*/.exec(before.slice(local))?.[0].length ?? 0;
  return start + local + quotes;
}
