type Fields = Readonly<Record<string, unknown>>;
export type Predicate = (record: Fields) => boolean;

const fields = [
  ...['subsystem', 'category', 'eventMessage', 'eventType', 'messageType', 'userID'],
  ...['process', 'processID', 'processImagePath', 'senderImagePath'],
];

const comparisons = new Map<string, (value: string, wanted: string) => boolean>([
  ['=', (value, wanted) => value === wanted],
  ['==', (value, wanted) => value === wanted],
  ['!=', (value, wanted) => value !== wanted],
  ['CONTAINS', (value, wanted) => value.includes(wanted)],
  ['BEGINSWITH', (value, wanted) => value.startsWith(wanted)],
  ['ENDSWITH', (value, wanted) => value.endsWith(wanted)],
]);

const token =
  /\s*(?:("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(==|!=|=|&&|\|\||\(|\)|!)|([A-Za-z_][\w.]*(?:\[[cd]+\])?|\d+))/y;

/**
 * The part of NSPredicate's language that log filters are written in: comparisons of a field, AND, OR, NOT, brackets.
 * Throws a SyntaxError for anything else, where `log` says "Bad predicate".
 */
export function parsePredicate(text: string): Predicate {
  const tokens = tokenize(text);
  let next = 0;
  const take = () => tokens[next++] ?? fail(text);
  const skip = (...words: readonly string[]) => {
    const found = words.includes((tokens[next] ?? '').toUpperCase());
    if (found) next += 1;
    return found;
  };

  function alternatives(): Predicate {
    let left = conjunction();
    while (skip('OR', '||')) left = either(left, conjunction());
    return left;
  }
  function conjunction(): Predicate {
    let left = term();
    while (skip('AND', '&&')) left = both(left, term());
    return left;
  }
  function term(): Predicate {
    if (skip('NOT', '!')) return not(term());
    if (!skip('(')) return comparison(take(), take(), take(), text);
    const inner = alternatives();
    return skip(')') ? inner : fail(text);
  }

  const predicate = alternatives();
  return next === tokens.length ? predicate : fail(text);
}

function tokenize(text: string): readonly string[] {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (text.slice(token.lastIndex).trim() !== '') {
    const match = token.exec(text);
    if (match === null) return fail(text);
    tokens.push(match[0].trim());
  }
  return tokens;
}

function comparison(field: string, operator: string, operand: string, text: string): Predicate {
  const [name = '', options = ''] = operator.toUpperCase().split('[');
  const compare = comparisons.get(name);
  if (!fields.includes(field) || compare === undefined || /^[()!=&|]/.test(operand)) return fail(text);
  const fold = (value: string) => (options.includes('C') ? value.toLowerCase() : value);
  const wanted = fold(/^["']/.test(operand) ? operand.slice(1, -1).replace(/\\(.)/g, '$1') : operand);
  return (record) => compare(fold(read(record, field)), wanted);
}

function read(record: Fields, field: string): string {
  if (field === 'process') return read(record, 'processImagePath').replace(/^.*\//, '');
  return String(record[field] ?? '');
}

const either =
  (left: Predicate, right: Predicate): Predicate =>
  (record) =>
    left(record) || right(record);
const both =
  (left: Predicate, right: Predicate): Predicate =>
  (record) =>
    left(record) && right(record);
const not =
  (inner: Predicate): Predicate =>
  (record) =>
    !inner(record);

function fail(text: string): never {
  throw new SyntaxError(`Bad predicate (Unable to parse the format string "${text}"): ${text}`);
}
