import { isIPv6 } from 'node:net';
import { open, type Piece, settled } from './pieces.ts';
import type { Pseudonyms, SecretKind } from './pseudonyms.ts';

const group = /^[\da-f]{0,4}$/i;
const pair = /^[\da-f]{1,2}$/i;
const pairBeforeStop = /^[\da-f]{1,2}(?=\.)/i;
/** An address may be followed by the end of a sentence or, as netstat has it, by a port. */
const lastGroup = /^(?:(?:\d{1,3}\.){3}\d{1,3}|[\da-f]{1,4})/i;
const mostGroups = 8;
const macGroups = 6;

type Found = { readonly groups: number; readonly length: number; readonly kind: SecretKind | null };

/** The MAC and IPv6 addresses in a run of letters, digits, colons and points; null where there are none. */
export function addressesIn(run: string, pseudonyms: Pseudonyms): readonly Piece[] | null {
  const groups = run.split(':');
  const pieces: Piece[] = [];
  let offset = 0;
  let from = 0;
  for (let i = 0; i < groups.length - 2; ) {
    const found = macAt(groups, i) ?? ipAt(groups, i);
    if (found !== null) {
      const end = offset + found.length;
      const address = run.slice(offset, end);
      pieces.push(open(run.slice(from, offset)));
      pieces.push(settled(found.kind === null ? address : pseudonyms(found.kind, address)));
      from = end;
    }
    const next = i + (found?.groups ?? 1);
    for (; i < next; i++) offset += (groups[i]?.length ?? 0) + 1;
  }
  return pieces.length === 0 ? null : [...pieces, open(run.slice(from))];
}

/** Six pairs are the address of a network card; more are the fingerprint of a certificate. */
function macAt(groups: readonly string[], at: number): Found | null {
  let count = 0;
  while (pair.test(groups[at + count] ?? '')) count += 1;
  if (count < macGroups - 1) return null;
  const last = pairBeforeStop.exec(groups[at + count] ?? '')?.[0];
  const pairs = [...groups.slice(at, at + count), ...(last === undefined ? [] : [last])];
  if (pairs.length < macGroups) return null;
  return {
    groups: pairs.length,
    length: pairs.join(':').length,
    kind: pairs.length === macGroups ? 'mac' : 'id',
  };
}

/** The longest address that begins with this group. */
function ipAt(groups: readonly string[], at: number): Found | null {
  if (!mayBeginAddress(groups, at)) return null;
  for (let count = mostGroups; count > 2; count--) {
    const last = lastGroup.exec(groups[at + count - 1] ?? '')?.[0] ?? '';
    const address = [...groups.slice(at, at + count - 1), last].join(':');
    if (at + count > groups.length || !isIPv6(address)) continue;
    // What this Mac calls itself names nobody.
    return { groups: count, length: address.length, kind: address === '::1' ? null : 'ip' };
  }
  return null;
}

/** Says quickly of most groups that they do not: numbers of a clock, names of code. */
function mayBeginAddress(groups: readonly string[], at: number): boolean {
  const [first = '', second = '', third = ''] = groups.slice(at, at + 3);
  if (!group.test(first) || !group.test(second)) return false;
  return first !== '' || (second === '' && third !== '');
}
