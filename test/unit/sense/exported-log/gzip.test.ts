import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { openSource } from '../../../../electron/sense/exported-log/byte-source.ts';
import { logOf, noon, other, type Sample, signedIn } from './log-samples.ts';
import { readContents, summaryOf } from './reading.ts';

/** Hard to pack, so that the packed log too is many pieces long. */
function long(count: number): string {
  const samples = Array.from({ length: count }, (_, i): Sample => {
    if (i % 10 === 0) return { ...signedIn, at: noon + i };
    return { ...other, message: randomBytes(400).toString('base64'), at: noon + i };
  });
  return logOf('default', samples);
}

it('a packed log is read, whatever its name', async () => {
  const reading = await readContents([gzipSync(logOf('ndjson', [signedIn, other]))]);
  expect(summaryOf(reading)).toMatchObject({ isGzip: true, damage: null, records: 2, relevant: 1 });
});

it('several members in a row are one log', async () => {
  const log = Buffer.from(long(2000));
  const third = Math.floor(log.length / 3);
  const parts = [log.subarray(0, third), log.subarray(third, 2 * third), log.subarray(2 * third)];
  const reading = await readContents([Buffer.concat(parts.map((part) => gzipSync(part)))]);
  expect(summaryOf(reading)).toMatchObject({ damage: null, records: 2000, relevant: 200, malformed: 0 });
});

it('a packed log that breaks off is read to where it breaks, and that is said', async () => {
  const packed = gzipSync(long(3000));
  expect(packed.length).toBeGreaterThan(200_000);
  for (const share of [0.1, 0.5, 0.9, 1 - 4 / packed.length]) {
    const summary = summaryOf(await readContents([packed.subarray(0, Math.floor(packed.length * share))]));
    expect(summary.damage, `${share}`).toBe('truncated');
    expect(summary.records).toBeGreaterThan(3000 * share - 100);
    expect(summary.relevant).toBeGreaterThan(300 * share - 10);
  }
});

it('a packed log that is damaged in the middle is read at least to there, and that is said', async () => {
  const packed = gzipSync(long(3000));
  const middle = Math.floor(packed.length / 2);
  packed.fill(0xff, middle, middle + 100);
  const summary = summaryOf(await readContents([packed]));
  expect(summary.damage).toBe('corrupt');
  expect(summary.records).toBeGreaterThan(1200);
});

it('bytes behind the end of a packed log do no harm', async () => {
  const packed = Buffer.concat([gzipSync(long(50)), Buffer.alloc(100_000)]);
  expect(summaryOf(await readContents([packed]))).toMatchObject({ damage: null, records: 50, relevant: 5 });
});

it('what comes out is what went in, through buffers that are used again', async () => {
  const log = Buffer.from(long(6000));
  const pieces: Buffer[] = [];
  const stdin = () => Readable.from([gzipSync(log)]);
  const { source } = await openSource('-', { stdin });
  for (const size of [1, 100_000, 262_144, 1_000_000, 300_000, 5_000_000]) {
    const target = Buffer.alloc(size);
    pieces.push(target.subarray(0, await source.read(target)));
  }
  await source.close();
  expect(Buffer.concat(pieces).equals(log)).toBe(true);
});
