import stringWidth from 'string-width';

/** The text and spaces up to this width in a terminal, where letters of some languages are twice as wide. */
export function inColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** The width of the widest of them. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}
