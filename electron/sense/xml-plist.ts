import { parseXml, XmlElement } from '@rgrove/parse-xml';
import type { PlistDictionary, PlistScalar, PlistValue } from './plist-values.ts';
import { longestText, mostEntries, mostInnerEntries } from './plist-values.ts';

/**
 * The top-level dictionary of an XML property list; null where the top is something else.
 * Throws an Error when it is not well-formed.
 *
 * The `plist` package is not used for reading: it takes `{ a = 1; }` and odd XML for property lists, and lets the XML
 * parser complain on stderr. Here the first complaint is an error. Entities that a file defines itself are not known.
 */
export function readXmlPlist(bytes: Uint8Array): PlistDictionary | null {
  const { root } = parseXml(new TextDecoder().decode(bytes));
  if (root?.name !== 'plist') throw new Error('not a property list');
  const [top, ...others] = elementsIn(root);
  if (top === undefined || others.length > 0) throw new Error('a property list holds one value');
  if (top.name !== 'dict') return null;
  const elements = elementsIn(top);
  if (elements.length > 2 * mostEntries) throw new Error(`a dictionary of ${elements.length / 2} entries`);
  return entriesOf(elements, plistValue);
}

function entriesOf<Value>(
  elements: readonly XmlElement[],
  read: (element: XmlElement) => Value,
): ReadonlyMap<string, Value> {
  const entries = new Map<string, Value>();
  for (let i = 0; i < elements.length; i += 2) {
    const key = elements[i];
    const value = elements[i + 1];
    if (key?.name !== 'key' || value === undefined) throw new Error('keys and values must alternate');
    entries.set(key.text, read(value));
  }
  return entries;
}

function plistValue(element: XmlElement): PlistValue {
  if (element.name !== 'dict') return scalar(element);
  const elements = elementsIn(element);
  return elements.length > 2 * mostInnerEntries ? null : Object.fromEntries(entriesOf(elements, scalar));
}

function scalar(element: XmlElement): PlistScalar {
  switch (element.name) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'string': {
      const text = element.text;
      return text.length > longestText ? null : text;
    }
    case 'integer':
      return integer(element.text.trim());
    case 'real':
      return real(element.text.trim());
    case 'date':
      return new Date(element.text.trim());
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

function elementsIn(parent: XmlElement): readonly XmlElement[] {
  return parent.children.filter((node) => node instanceof XmlElement);
}
