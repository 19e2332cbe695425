import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { attemptOf, formatRecord, parseRecord } from '../../../electron/attempt-record.ts';
import { locateMac } from '../../../electron/paths.ts';
import { readAttempt, readAttemptRecord } from '../../../electron/sense/attempt.ts';
import { aRecord } from '../act/records.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function givenPaths() {
  const located = locateMac({ root: tempFolder(), packaged: false, userName: 'ada', home: '/Users/ada' });
  if (located.kind === 'refused') throw new Error(located.why);
  await mkdir(dirname(located.paths.vigil.attempt), { recursive: true });
  return located.paths;
}

const ends = [
  { endedAt: 1, how: { kind: 'exited', code: 0, signal: null }, claims: 'acquired' },
  { endedAt: 2, how: { kind: 'exited', code: null, signal: 'SIGTERM' }, claims: null },
  { endedAt: 3, how: { kind: 'gone' }, claims: 'not-found' },
  { endedAt: 4, how: { kind: 'stopped' }, claims: null },
  { endedAt: 5, how: { kind: 'could-not-start', why: 'spawn-failed' }, claims: null },
] as const;

test.each([null, ...ends])('what was written is read: %j', async (end) => {
  const paths = await givenPaths();
  const record = aRecord({ pid: 4711, end });
  writeFileSync(paths.vigil.attempt, formatRecord(record));
  expect(readAttemptRecord(paths.vigil.attempt)).toEqual({ kind: 'read', record });
  expect(readAttempt(paths)).toEqual(attemptOf(record));
});

test('without a record there is no sign-in of ours', async () => {
  expect(readAttempt(await givenPaths())).toEqual({ kind: 'none' });
});

test('a record that was cut off anywhere is unreadable, never something else', () => {
  const text = formatRecord(aRecord({ pid: 4711, end: ends[0] })).trimEnd();
  for (let length = 0; length < text.length; length += 1) {
    expect(parseRecord(text.slice(0, length))).toMatchObject({ kind: 'unreadable' });
  }
});

test.each([
  ['of a later Vigil', (text: string) => text.replace('"version": 1', '"version": 2')],
  ['with a process id that would mean everybody', (text: string) => text.replace('"pid": 4711', '"pid": -1')],
  ['with launchd’s process id', (text: string) => text.replace('"pid": 4711', '"pid": 1')],
  ['with no process id', (text: string) => text.replace('"pid": 4711', '"pid": "4711"')],
  ['of somebody unknown', (text: string) => text.replace('"by": "app"', '"by": "them"')],
  ['at no time', (text: string) => text.replace(/"startedAt": \d+/, '"startedAt": 1e99')],
  ['that is a list', () => '[]'],
  ['that is null', () => 'null'],
  ['of deep nesting', () => '['.repeat(100_000)],
  ['of rubbish', () => '\u0000\uffff{'],
])('a record %s is unreadable', (_what, spoil) => {
  expect(parseRecord(spoil(formatRecord(aRecord({ pid: 4711 }))))).toMatchObject({ kind: 'unreadable' });
});

test('what a record holds beside what is known does not matter', () => {
  const record = aRecord({ pid: 4711 });
  const more = formatRecord(record).replace('"by"', '"__proto__": {"pid": 3}, "colour": "red", "by"');
  expect(parseRecord(more)).toEqual({ kind: 'read', record });
});

test('whatever lies in the place of the record, it is a value', async () => {
  const { vigil } = await givenPaths();
  const put: Readonly<Record<string, () => unknown>> = {
    folder: () => mkdirSync(vigil.attempt),
    fifo: () => execa('mkfifo', [vigil.attempt]),
    loop: () => symlinkSync(vigil.attempt, vigil.attempt),
    empty: () => writeFileSync(vigil.attempt, ''),
    huge: () => writeFileSync(vigil.attempt, Buffer.alloc(2 * 1024 * 1024, '{')),
  };
  for (const make of Object.values(put)) {
    await make();
    expect(readAttemptRecord(vigil.attempt)).toMatchObject({ kind: 'unreadable' });
    await execa('rm', ['-r', vigil.attempt]);
  }
  writeFileSync(vigil.attempt, '{}');
  chmodSync(vigil.attempt, 0);
  expect(readAttemptRecord(vigil.attempt)).toMatchObject({ kind: 'unreadable' });
});
