import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { logStyles } from '../../../../electron/sense/exported-log/exported-record.ts';
import { logOf, noon, type Sample, signedIn } from './log-samples.ts';
import { readContents } from './reading.ts';

function said(...minutes: readonly number[]): readonly Sample[] {
  return minutes.map((minute) => ({ message: `minute ${minute}`, at: noon + minute * 60_000 }));
}

it('several files, of different styles, packed or not, are merged by time', async () => {
  const { records, outcome } = await readContents([
    logOf('default', said(3, 7, 9)),
    gzipSync(logOf('ndjson', said(1, 4, 12))),
    logOf('json', said(2, 5, 6)),
    logOf('compact', said(0, 8)),
    logOf('syslog', said()),
    logOf('syslog', said(10, 11)),
  ]);
  expect(records.map(({ message }) => message)).toEqual(Array.from({ length: 13 }, (_, i) => `minute ${i}`));
  expect(records.map(({ source }) => source.file.slice(-5, -4)).join('')).toBe('4231233141662');
  expect(outcome).toMatchObject({ kind: 'read', duplicates: 0 });
});

it('what two exports share is delivered once, and what one of them says twice is delivered twice', async () => {
  for (const style of logStyles) {
    const { records, outcome } = await readContents([
      logOf(style, said(1, 2, 3, 3)),
      logOf(style, said(2, 3, 3, 4)),
    ]);
    expect(records.map(({ message }) => message)).toEqual([1, 2, 3, 3, 4].map((i) => `minute ${i}`));
    expect(outcome).toMatchObject({ duplicates: 3 });
  }
});

it('one file keeps its own order, even where its times go back', async () => {
  const { records } = await readContents([logOf('ndjson', said(5, 1, 3))]);
  expect(records.map(({ message }) => message)).toEqual(['minute 5', 'minute 1', 'minute 3']);
});

it('fifty long files are merged', async () => {
  const contents = Array.from({ length: 50 }, (_, file) =>
    logOf(
      'ndjson',
      Array.from({ length: 200 }, (_, i) => ({
        ...signedIn,
        at: noon + i * 50_000 + file * 1000,
        pid: file,
      })),
    ),
  );
  const { records } = await readContents(contents);
  expect(records).toHaveLength(10_000);
  expect(records.every(({ at }, i) => at === noon + i * 1000)).toBe(true);
});
