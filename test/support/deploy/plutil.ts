import type { PlistValue } from 'plist';
import { parse } from 'plist';

/**
 * What `plutil -extract KEY raw` prints of a property list, by its key path; null where plutil cannot read it. It has
 * the keys of the top and the elements of lists.
 */
export function plutilAnswers(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const root = parsed(bytes);
  if (root === null || Object.getPrototypeOf(root) !== Object.prototype) return null;
  return new Map(
    Object.entries(root).flatMap(([key, value]) => [
      [key, raw(value)] as const,
      ...(Array.isArray(value) ? value.map((item, index) => [`${key}.${index}`, raw(item)] as const) : []),
    ]),
  );
}

function parsed(bytes: Uint8Array): PlistValue {
  const text = Buffer.from(bytes).toString('utf8');
  // The parser takes more for a property list than plutil does.
  if (!text.startsWith('<?xml') || !text.trimEnd().endsWith('</plist>') || text.includes('\0')) return null;
  try {
    return parse(text);
  } catch {
    return null;
  }
}

function raw(value: PlistValue): string {
  if (Array.isArray(value)) return String(value.length);
  if (value instanceof Date) return `${value.toISOString().slice(0, 19)}Z`;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value !== null && typeof value === 'object') return Object.keys(value).join('\n');
  return String(value);
}
