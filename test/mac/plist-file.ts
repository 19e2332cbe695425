import { readFile } from 'node:fs/promises';
import type { PlistValue } from 'plist';
import { build, buildBinary, parse } from 'plist';
import writeFileAtomic from 'write-file-atomic';

export type PlistFormat = 'binary' | 'xml';

/**
 * Replaces the file by a new one beside it, as cfprefsd does: whoever watches the file itself sees one change and
 * then nothing, and the name of the temporary file begins with the name of the real one.
 */
export async function replacePlist(path: string, value: PlistValue, format: PlistFormat): Promise<void> {
  const data = format === 'binary' ? Buffer.from(buildBinary(value)) : `${build(value)}\n`;
  await writeFileAtomic(path, data, { mode: 0o600, fsync: false });
}

/** The dictionary in the file; empty where there is none that can be read. */
export async function readDictionary(path: string): Promise<Readonly<Record<string, PlistValue>>> {
  try {
    const bytes = await readFile(path);
    const binary = bytes.subarray(0, 6).toString('latin1') === 'bplist';
    const value = parse(binary ? bytes : bytes.toString('utf8')); // parse takes every Buffer for a binary plist
    return isDictionary(value) ? value : {};
  } catch {
    return {};
  }
}

function isDictionary(value: PlistValue): value is { [key: string]: PlistValue } {
  return value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Epoch seconds with a fraction, so that they are stored as a real and never as an integer. */
export function realSeconds(at: number): number {
  const seconds = at / 1000;
  return Number.isInteger(seconds) ? seconds + 0.0005 : seconds;
}
