import { expect, it } from 'vitest';
import { afterReading, type Managed, managedGapMs } from '../../../electron/sense/managed-file.ts';
import type { PlistFileReading } from '../../../electron/sense/plist-file.ts';

const now = Date.UTC(2026, 10, 25, 12);
const values = new Map([['LedgerDays', 7]]);
const held: Managed = { values, goneSince: null };
const nothing: Managed = { values: new Map(), goneSince: null };
const absent: PlistFileReading = { kind: 'absent' };
const halfWritten: PlistFileReading = { kind: 'unreadable', why: 'malformed' };
const read = (content: ReadonlyMap<string, number>): PlistFileReading => ({
  kind: 'read',
  values: content,
  writtenAt: now,
});

it.each<[string, Managed, PlistFileReading, Managed]>([
  ['there never was one', nothing, absent, nothing],
  ['it is read', nothing, read(values), held],
  ['it has just gone', held, absent, { values, goneSince: now }],
  ['it is half written', held, halfWritten, { values, goneSince: now }],
  [
    'it has been gone for almost a minute',
    { values, goneSince: now - managedGapMs + 1 },
    absent,
    { values, goneSince: now - managedGapMs + 1 },
  ],
  ['it has been gone for a minute', { values, goneSince: now - managedGapMs }, absent, nothing],
  [
    'the clock was set back since it went',
    { values, goneSince: now + 5_000_000 },
    absent,
    { values, goneSince: now },
  ],
  ['it is there again', { values, goneSince: now - 5_000 }, read(values), held],
  ['it is there again and sets nothing', { values, goneSince: now - 5_000 }, read(new Map()), nothing],
  ['it sets nothing, and then goes', nothing, halfWritten, nothing],
])('the organisation’s file: %s', (_what, before, reading, after) => {
  expect(afterReading(before, reading, now)).toEqual(after);
});
