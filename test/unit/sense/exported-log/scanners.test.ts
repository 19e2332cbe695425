import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectStyle } from '../../../../electron/sense/exported-log/detect-style.ts';
import type { LogStyle } from '../../../../electron/sense/exported-log/exported-record.ts';
import { logStyles } from '../../../../electron/sense/exported-log/exported-record.ts';
import { RecordSieve } from '../../../../electron/sense/exported-log/record-sieve.ts';
import { scannerOf } from '../../../../electron/sense/exported-log/scanner-of.ts';
import { logOf, notAppSso, other, signedIn, silentFailed } from './log-samples.ts';

type Found = {
  readonly candidates: readonly string[];
  readonly records: number;
  readonly losses: number | null;
};

/** What a scanner finds in a log that comes in windows of these lengths, and then of the last one's. */
function scan(log: Buffer, style: LogStyle, lengths: readonly number[]): Found {
  const candidates: string[] = [];
  const sieve = new RecordSieve({
    onCandidate: (text, line) => candidates.push(`${line}: ${text}`),
    timeOf: () => null,
  });
  const detection = detectStyle(log);
  if (detection.kind !== 'log') throw new Error('not a log');
  const scanner = scannerOf(style, sieve, detection.line);
  let left = Buffer.alloc(0);
  let at = detection.start;
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

describe.each(logStyles)('in %s style', (style) => {
  it('the same records are found, on the same lines, wherever one window ends and the next begins', () => {
    const loss = { ...other, eventType: 'lossEvent' };
    const log = Buffer.from(
      logOf(style, [other, notAppSso, loss, signedIn, { ...silentFailed, message: 'jamfAAD é 🦉' }]),
    );
    const whole = scan(log, style, []);
    expect(whole.candidates).toHaveLength(3);
    const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 });
    fc.assert(
      fc.property(lengths, (some) => {
        expect(scan(log, style, some)).toEqual(whole);
      }),
    );
  });
});
