import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../support/temp-folder.ts';
import { banner, headers, logOf, signedIn } from './log-samples.ts';
import { readContents, readFiles, summaryOf } from './reading.ts';

const pseudoRandom = Buffer.from(
  Array.from({ length: 100_000 }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 0xff),
);

describe('a file is refused with a reason that a person can act on', () => {
  it.each([
    ['empty', 'empty', ''],
    ['only line ends', 'empty', '\n\r\n \n'],
    ['UTF-16 with its mark', 'utf-16', Buffer.from(`\ufeff${logOf('default', [signedIn])}`, 'utf16le')],
    ['UTF-16 without', 'utf-16', Buffer.from(logOf('ndjson', [signedIn]), 'utf16le')],
    ['big-endian UTF-16', 'utf-16', Buffer.from(logOf('ndjson', [signedIn]), 'utf16le').swap16()],
    ['a zip archive', 'packed', Buffer.from('PK\u0003\u0004 and more')],
    ['gzip within gzip', 'packed', gzipSync(gzipSync(logOf('ndjson', [signedIn])))],
    ['gzip that breaks off in its header', 'gzip-damaged', gzipSync('x').subarray(0, 5)],
    [
      'gzip with nothing but rubbish',
      'gzip-damaged',
      Buffer.from([0x1f, 0x8b, 8, 0, ...pseudoRandom.subarray(0, 500)]),
    ],
    ['an empty file, packed', 'empty', gzipSync('')],
    ['binary rubbish', 'binary', pseudoRandom],
    ['zeros', 'binary', Buffer.alloc(3_000_000)],
    ['a letter', 'other-text', 'Dear IT,\nmy Mac is slow.\n'],
    [
      'an error message of log',
      'other-text',
      'log: Could not open local log store: Operation not permitted\n',
    ],
    ['somebody else’s JSON', 'other-text', '{"type":"plist","at":1}\n{"a":{"b":[1,2]}}\n'],
    ['a web page', 'other-text', '<!doctype html><title>2026-11-25 10:00:00</title>\n'.repeat(40_000)],
    ['a log of another program', 'other-text', '2026-11-25 10:00:00.123 INFO everything fine\n'.repeat(50)],
  ])('%s: %s', async (_name, why, content) => {
    const { outcome, records } = await readContents([content]);
    expect(outcome).toMatchObject({ kind: 'not-a-log', why });
    expect(records).toEqual([]);
  });

  it('and no record of the other files is delivered before', async () => {
    const { outcome, records } = await readContents([logOf('ndjson', [signedIn]), 'Dear IT,\n']);
    expect(outcome).toMatchObject({ kind: 'not-a-log', file: expect.stringMatching(/2\.log$/) });
    expect(records).toEqual([]);
  });
});

describe('what cannot be read says why', () => {
  it('absent', async () => {
    const file = join(tempFolder(), 'none.log');
    expect((await readFiles([file])).outcome).toEqual({
      kind: 'unreadable',
      file,
      why: 'absent',
      code: 'ENOENT',
    });
  });

  it('a folder, such as a .logarchive', async () => {
    const file = join(tempFolder(), 'system.logarchive');
    mkdirSync(file);
    expect((await readFiles([file])).outcome).toEqual({
      kind: 'unreadable',
      file,
      why: 'folder',
      code: 'EISDIR',
    });
  });

  // Root may read everything, so there the file behind a file says it.
  it('no permission, or a path through a file', async () => {
    const folder = tempFolder();
    const file = join(folder, 'locked.log');
    writeFileSync(file, logOf('ndjson', [signedIn]));
    chmodSync(file, 0);
    const isRoot = process.getuid?.() === 0;
    const { outcome } = await readFiles([isRoot ? join(file, 'x') : file]);
    expect(outcome).toMatchObject({ kind: 'unreadable', why: isRoot ? 'absent' : 'no-permission' });
  });
});

describe('a log is known', () => {
  it.each([
    ['by its header', headers.compact, 'compact'],
    ['by a banner, though not its style', banner, null],
    ['by its last line', '{"count":0,"finished":1}\n', 'ndjson'],
    ['as an empty array', '[\n]\n', 'json'],
  ])('%s alone', async (_name, content, style) => {
    expect(summaryOf(await readContents([content]))).toMatchObject({
      style,
      records: 0,
      isCutAtStart: false,
    });
  });

  it('behind a byte order mark', async () => {
    for (const style of ['ndjson', 'default', 'json'] as const) {
      const reading = await readContents([`\ufeff${logOf(style, [signedIn])}`]);
      expect(summaryOf(reading)).toMatchObject({ style, relevant: 1 });
    }
  });

  it('though zeros and rubbish stand between its records', async () => {
    const log = logOf('ndjson', [signedIn]);
    const rubbish = Buffer.concat([Buffer.alloc(5000), pseudoRandom, Buffer.from('\n')]);
    const reading = await readContents([Buffer.concat([Buffer.from(log), rubbish, Buffer.from(log)])]);
    expect(reading.records).toHaveLength(2);
  });

  it('though its first line is damaged', async () => {
    const log = logOf('ndjson', [signedIn, signedIn]);
    const reading = await readContents([`${log.slice(0, 200)}\n${log}`]);
    expect(summaryOf(reading)).toMatchObject({ style: 'ndjson', relevant: 2, records: 3 });
  });
});
