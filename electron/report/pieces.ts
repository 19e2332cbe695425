/** A part of a text: still to be looked at, or settled, be it replaced or kept as it was. */
export type Piece = { readonly text: string; readonly settled: boolean };

/** Finds what it knows in a text that nothing was found in before. */
export type Rule = {
  /** Global, and linear in the length of the text whatever the text is: lines of a log come from anywhere. */
  readonly pattern: RegExp;
  /** What becomes of a match: pieces that stand for the whole of it, or null where it is none after all. */
  readonly settle: (match: RegExpExecArray, text: string) => readonly Piece[] | null;
  /** A match that is none may overlap one that is. Only for patterns whose matches are short, or the rule is not linear. */
  readonly overlaps?: boolean;
};

/** Still to be looked at, unless there is nothing to see: between two secrets mostly lies no more than a space. */
export const open = (text: string): Piece => ({ text, settled: text.length < 2 });
export const settled = (text: string): Piece => ({ text, settled: true });

/**
 * Applies the rules one after the other. What a rule has settled no later one sees: a stand-in is never taken for a name,
 * and what is kept stays whole.
 */
export function applyRules(text: string, rules: readonly Rule[]): string {
  return rules
    .reduce<readonly Piece[]>(
      (pieces, rule) => pieces.flatMap((piece) => (piece.settled ? piece : split(piece, rule))),
      [{ text, settled: false }],
    )
    .map((piece) => piece.text)
    .join('');
}

function split(piece: Piece, rule: Rule): readonly Piece[] {
  const { text } = piece;
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end, becomes } of findingsIn(text, rule)) {
    if (start > from) pieces.push(open(text.slice(from, start)));
    // One by one: there may be more of them than a call takes arguments.
    for (const part of becomes) if (part.text !== '') pieces.push(part);
    from = end;
  }
  if (from === 0) return [piece];
  if (from < text.length) pieces.push(open(text.slice(from)));
  return pieces;
}

type Found = { readonly start: number; readonly end: number; readonly becomes: readonly Piece[] };

function* findingsIn(text: string, { pattern, settle, overlaps = false }: Rule): Generator<Found> {
  // A place of its own, since what settles a match may look for the same.
  const finder = new RegExp(pattern);
  for (let match = finder.exec(text); match !== null; match = finder.exec(text)) {
    const start = match.index;
    const becomes = settle(match, text);
    if (becomes !== null) yield { start, end: start + match[0].length, becomes };
    else if (overlaps) finder.lastIndex = start + lengthOfCharacter(text, start);
  }
}

/** In code units. */
function lengthOfCharacter(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}
