/** What the pseudo-locale puts behind a sentence: a mark of direction, and words of tildes. */
const filling = /\u200f~{1,7}(?: ~{1,7})*/g;

/** Each of these letters has an accent in the pseudo-locale: a word in which one is plain does not come from the catalog. */
const plainLetter = /[aceinouyAEOS]/;

/** Times are written by the system, and what the Mac is called, or logs, is nobody's to translate. */
const untranslated: ReadonlySet<string> = new Set(
  'AM PM Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec hr min'.split(' '),
);

/** Text of the pseudo-locale as plain English. */
export function plainText(text: string): string {
  return text
    .replaceAll(filling, '')
    .replaceAll('Ø', 'O')
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '');
}

/** The words of a text on the screen that the pseudo-locale has not changed although it would have. */
export function hardCodedWords(text: string): readonly string[] {
  const words = text.normalize('NFC').match(/[\p{Letter}\p{Mark}]+/gu) ?? [];
  return words.filter((word) => plainLetter.test(word) && !untranslated.has(word));
}
