import type { LogStyle } from '../../../../electron/sense/exported-log/exported-record.ts';
import { needlesOf } from '../../../../electron/sense/exported-log/exported-record.ts';
import { RecordSieve } from '../../../../electron/sense/exported-log/record-sieve.ts';
import { scannerOf } from '../../../../electron/sense/exported-log/scanner-of.ts';

export type Found = {
  readonly candidates: readonly string[];
  readonly records: number;
  readonly losses: number | null;
};

/** What a scanner finds in a log that comes in windows of these lengths, and then of the last one's. */
export function scan(log: Buffer, style: LogStyle, lengths: readonly number[]): Found {
  const candidates: string[] = [];
  const sieve = new RecordSieve(needlesOf(style), {
    onCandidate: (text, line) => candidates.push(`${line}: ${text}`),
    timeOf: () => null,
  });
  const scanner = scannerOf(style, sieve, 1);
  let left = Buffer.alloc(0);
  let at = 0;
  for (let i = 0; at < log.length; i++) {
    const next = Math.min(log.length, at + (lengths[i] ?? lengths.at(-1) ?? log.length));
    const window = Buffer.concat([left, log.subarray(at, next)]);
    at = next;
    const done = scanner.scan(window, at === log.length);
    left = Buffer.from(window.subarray(done));
    window.fill(0); // as the next block overwrites it
  }
  return { candidates, records: sieve.records, losses: scanner.losses };
}
