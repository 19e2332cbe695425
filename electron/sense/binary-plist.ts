import type { PlistDictionary, PlistScalar, PlistValue } from './plist-values.ts';
import { longestText, mostEntries, mostInnerDictionaries, mostInnerEntries } from './plist-values.ts';

const trailerBytes = 32;
/** Dates count from here: 2001-01-01 UTC. */
const appleEpochMs = Date.UTC(2001, 0, 1);

type Trailer = {
  readonly offsetBytes: number;
  readonly referenceBytes: number;
  readonly objects: number;
  readonly top: number;
  readonly table: number;
};

type Header = {
  readonly marker: number;
  readonly type: number;
  readonly length: number;
  readonly start: number;
};

const dictionaryType = 0xd;

export function isBinaryPlist(bytes: Uint8Array): boolean {
  return text(bytes, 0, 8) === 'bplist00';
}

/**
 * The top-level dictionary of a binary property list; null where the top is something else.
 * Throws an Error (RangeError where it points outside of the file) when it is not well-formed.
 *
 * The `plist` package has such a parser. It is not used, because it can be had only together with its XML half (40 ms
 * of every start), and because it follows references without limit: 100 nested arrays that name each other twice keep
 * it busy until the memory is full. This one looks one level below the top, and there into small dictionaries alone.
 */
export function readBinaryPlist(bytes: Uint8Array): PlistDictionary | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trailer = readTrailer(view);
  const top = header(view, objectOffset(view, trailer, trailer.top));
  if (top.type !== dictionaryType) return null;
  if (top.length > mostEntries) throw new Error(`a dictionary of ${top.length} entries`);
  let inner = 0;
  return readEntries(view, trailer, top, (offset): PlistValue => {
    const value = header(view, offset);
    if (value.type !== dictionaryType) return readScalar(view, offset);
    inner += 1;
    if (value.length > mostInnerEntries || inner > mostInnerDictionaries) return null;
    return Object.fromEntries(readEntries(view, trailer, value, (at) => readScalar(view, at)));
  });
}

function readEntries<Value>(
  view: DataView,
  trailer: Trailer,
  { start, length }: Header,
  read: (offset: number) => Value,
): ReadonlyMap<string, Value> {
  const { referenceBytes } = trailer;
  const entries = new Map<string, Value>();
  for (let i = 0; i < length; i++) {
    const keyReference = unsigned(view, start + i * referenceBytes, referenceBytes);
    const valueReference = unsigned(view, start + (length + i) * referenceBytes, referenceBytes);
    const key = readScalar(view, objectOffset(view, trailer, keyReference));
    const value = read(objectOffset(view, trailer, valueReference));
    if (typeof key === 'string') entries.set(key, value);
  }
  return entries;
}

function readTrailer(view: DataView): Trailer {
  const at = view.byteLength - trailerBytes;
  return {
    offsetBytes: view.getUint8(at + 6),
    referenceBytes: view.getUint8(at + 7),
    objects: unsigned(view, at + 8, 8),
    top: unsigned(view, at + 16, 8),
    table: unsigned(view, at + 24, 8),
  };
}

function objectOffset(view: DataView, { objects, table, offsetBytes }: Trailer, index: number): number {
  if (index >= objects) throw new RangeError(`no object ${index}`);
  return unsigned(view, table + index * offsetBytes, offsetBytes);
}

/** Every object begins with a byte: its type, then its length, or 15 where an integer with the length follows. */
function header(view: DataView, offset: number): Header {
  const marker = view.getUint8(offset);
  const type = marker >> 4;
  const short = marker & 0x0f;
  if (short !== 0x0f || type <= 0x3 || type === 0x8)
    return { marker, type, length: short, start: offset + 1 };
  const lengthBytes = 1 << (view.getUint8(offset + 1) & 0x0f);
  return { marker, type, length: unsigned(view, offset + 2, lengthBytes), start: offset + 2 + lengthBytes };
}

function readScalar(view: DataView, offset: number): PlistScalar {
  const { marker, type, length, start } = header(view, offset);
  switch (type) {
    case 0x0:
      if (marker === 0x08) return false;
      return marker === 0x09 ? true : null;
    case 0x1:
      return integer(view, start, 1 << length);
    case 0x2:
      if (length === 2) return view.getFloat32(start);
      return length === 3 ? view.getFloat64(start) : null;
    case 0x3:
      return new Date(view.getFloat64(start) * 1000 + appleEpochMs);
    case 0x5:
      return length > longestText ? null : text(bytesOf(view), start, length);
    case 0x6:
      return length > longestText ? null : wideText(view, start, length);
    default:
      return null;
  }
}

/** 1, 2 and 4 bytes are unsigned, 8 are signed, 16 hold what does not fit into 8. */
function integer(view: DataView, offset: number, bytes: number): number {
  if (bytes === 8) return Number(view.getBigInt64(offset));
  if (bytes === 16) return Number((view.getBigInt64(offset) << 64n) | view.getBigUint64(offset + 8));
  return unsigned(view, offset, bytes);
}

function unsigned(view: DataView, offset: number, bytes: number): number {
  if (bytes < 1 || bytes > 8) throw new RangeError(`an integer of ${bytes} bytes`);
  let value = 0;
  for (let i = 0; i < bytes; i++) value = value * 0x100 + view.getUint8(offset + i);
  return value;
}

function wideText(view: DataView, offset: number, length: number): string {
  const units = Array.from({ length }, (_, i) => view.getUint16(offset + 2 * i));
  return String.fromCharCode(...units);
}

function text(bytes: Uint8Array, offset: number, length: number): string {
  if (offset + length > bytes.length) throw new RangeError('a text beyond the end');
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
