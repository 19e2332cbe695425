/** A part of a text: still to be looked at, or settled, be it replaced or kept as it was. */
export type Piece = { readonly text: string; readonly settled: boolean };

/** Finds what it knows in a text that nothing was found in before. */
export type Rule = {
  /** Global, and linear in the length of the text whatever the text is: lines of a log come from anywhere. */
  readonly pattern: RegExp;
  /** What becomes of a match: pieces that stand for the whole of it, or null where it is none after all. */
  readonly settle: (match: RegExpExecArray, text: string) => readonly Piece[] | null;
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

function split(piece: Piece, { pattern, settle }: Rule): readonly Piece[] {
  const { text } = piece;
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const ofMatch = settle(match, text);
    if (ofMatch === null) continue;
    if (match.index > from) pieces.push(open(text.slice(from, match.index)));
    // One by one: there may be more of them than a call takes arguments.
    for (const part of ofMatch) if (part.text !== '') pieces.push(part);
    from = match.index + match[0].length;
  }
  if (from === 0) return [piece];
  if (from < text.length) pieces.push(open(text.slice(from)));
  return pieces;
}
