import { DOMParser, type Element } from '@xmldom/xmldom';
import type { PlistDictionary, PlistScalar, PlistValue } from './plist-values.ts';
import { longestText, mostEntries, mostInnerEntries } from './plist-values.ts';

/**
 * The top-level dictionary of an XML property list; null where the top is something else.
 * Throws an Error when it is not well-formed.
 *
 * The `plist` package is not used for reading: it takes `{ a = 1; }` and odd XML for property lists, and lets the XML
 * parser complain on stderr. Here the first complaint is an error.
 */
export function readXmlPlist(bytes: Uint8Array): PlistDictionary | null {
  const parser = new DOMParser({
    locator: false,
    onError: (_level, message) => {
      throw new Error(message);
    },
  });
  const root = parser.parseFromString(new TextDecoder().decode(bytes), 'text/xml').documentElement;
  if (root?.nodeName !== 'plist') throw new Error('not a property list');
  const [top, ...others] = elementsIn(root);
  if (top === undefined || others.length > 0) throw new Error('a property list holds one value');
  if (top.nodeName !== 'dict') return null;
  const elements = elementsIn(top);
  if (elements.length > 2 * mostEntries) throw new Error(`a dictionary of ${elements.length / 2} entries`);
  return entriesOf(elements, plistValue);
}

function entriesOf<Value>(
  elements: readonly Element[],
  read: (element: Element) => Value,
): ReadonlyMap<string, Value> {
  const entries = new Map<string, Value>();
  for (let i = 0; i < elements.length; i += 2) {
    const key = elements[i];
    const value = elements[i + 1];
    if (key?.nodeName !== 'key' || value === undefined) throw new Error('keys and values must alternate');
    entries.set(textOf(key), read(value));
  }
  return entries;
}

function plistValue(element: Element): PlistValue {
  if (element.nodeName !== 'dict') return scalar(element);
  const elements = elementsIn(element);
  return elements.length > 2 * mostInnerEntries ? null : Object.fromEntries(entriesOf(elements, scalar));
}

function scalar(element: Element): PlistScalar {
  switch (element.nodeName) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'string': {
      const text = textOf(element);
      return text.length > longestText ? null : text;
    }
    case 'integer':
      return integer(textOf(element).trim());
    case 'real':
      return real(textOf(element).trim());
    case 'date':
      return new Date(textOf(element).trim());
    default:
      return null;
  }
}

function integer(text: string): number | null {
  return /^[+-]?\d+$/.test(text) ? Number(text) : null;
}

/** `nan` and `inf` are how Apple's writer spells what has no digits. */
function real(text: string): number | null {
  const odd = /^([+-]?)(nan|inf(?:inity)?)$/i.exec(text);
  if (odd !== null) {
    if (odd[2]?.toLowerCase() === 'nan') return Number.NaN;
    return odd[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const value = Number(text);
  return text === '' || Number.isNaN(value) ? null : value;
}

function elementsIn(parent: Element): readonly Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

function textOf(element: Element): string {
  return element.textContent ?? '';
}
