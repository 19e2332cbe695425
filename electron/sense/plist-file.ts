import type { UnreadableWhy } from '../assess/facts.ts';
import { isBinaryPlist, readBinaryPlist } from './binary-plist.ts';
import type { PlistDictionary } from './plist-values.ts';
import { readSmallFile } from './small-file.ts';
import { readXmlPlist } from './xml-plist.ts';

export type PlistFileReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: UnreadableWhy }
  | { readonly kind: 'read'; readonly values: PlistDictionary; readonly writtenAt: number };

/** Reads the top level of a property list file, binary or XML. Every failure is a value. */
export function readPlistFile(path: string): PlistFileReading {
  const file = readSmallFile(path);
  if (file.kind !== 'read') return file;
  const parsed = parsePlist(file.bytes);
  if (typeof parsed === 'string') return { kind: 'unreadable', why: parsed };
  return { kind: 'read', values: parsed, writtenAt: file.writtenAt };
}

/** The top-level dictionary, or why there is none: `malformed` is no property list, `nonsense` one of something else. */
export function parsePlist(bytes: Uint8Array): PlistDictionary | 'malformed' | 'nonsense' {
  try {
    const dictionary = isBinaryPlist(bytes) ? readBinaryPlist(bytes) : readXmlPlist(bytes);
    return dictionary ?? 'nonsense';
  } catch {
    return 'malformed';
  }
}
