import type { PlistFact } from '../assess/facts.ts';
import { readPlistFile } from './plist-file.ts';
import type { PlistDictionary, PlistValue } from './plist-values.ts';

/** The largest instant that a JavaScript Date can hold. */
const lastInstantMs = 8.64e15;

/** Reads the plist that decides. Every failure is a fact; nothing is thrown and nothing waits. */
export function readAadPlist(path: string): PlistFact {
  const file = readPlistFile(path);
  return file.kind === 'read' ? aadFact(file.values, file.writtenAt) : file;
}

/**
 * What the two keys that matter say, whatever types they have: a public script of Jamf's writes the time with
 * `defaults write … 0`, which stores the text "0".
 *
 * A flag that says false stands alone (the Mac is deactivated, whatever the time says). Any other value that cannot be
 * understood makes the whole reading nonsense: a guess would either hide a deactivated Mac or alarm about a good one.
 */
export function aadFact(values: PlistDictionary, writtenAt: number): PlistFact {
  const registered = flagOf(values.get('have_an_Azure_id'));
  const lastSignInAt = instantOf(values.get('last_aad_token_timestamp'));
  if (registered === 'nonsense') return { kind: 'unreadable', why: 'nonsense' };
  if (lastSignInAt !== 'nonsense') return { kind: 'read', lastSignInAt, registered, writtenAt };
  if (registered === false) return { kind: 'read', lastSignInAt: null, registered, writtenAt };
  return { kind: 'unreadable', why: 'nonsense' };
}

/** Epoch milliseconds; null where there was no sign-in yet: no value, an empty one, zero, or less. */
function instantOf(value: PlistValue | undefined): number | null | 'nonsense' {
  if (value === undefined || value === false || value === '') return null;
  const ms = value instanceof Date ? value.getTime() : Math.round(numberOf(value) * 1000);
  if (Number.isNaN(ms) || ms > lastInstantMs) return 'nonsense';
  return ms <= 0 ? null : ms;
}

/** Reads a flag as macOS itself does (`bool(forKey:)`), but does not take an unknown word for false. */
function flagOf(value: PlistValue | undefined): boolean | null | 'nonsense' {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    const word = value.trim().toLowerCase();
    if (word === 'true' || word === 'yes') return true;
    if (word === 'false' || word === 'no') return false;
  }
  const number = value instanceof Date ? Number.NaN : numberOf(value);
  return Number.isNaN(number) ? 'nonsense' : number !== 0;
}

function numberOf(value: PlistValue): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return Number.NaN;
  const text = value.trim();
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}
