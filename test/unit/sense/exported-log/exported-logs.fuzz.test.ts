import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { detectStyle } from '../../../../electron/sense/exported-log/detect-style.ts';
import { logStyles } from '../../../../electron/sense/exported-log/exported-record.ts';
import { readExportedLogs } from '../../../../electron/sense/exported-log/read-exported-logs.ts';
import { parseTextRow } from '../../../../electron/sense/exported-log/text-row.ts';
import { parseLogLine } from '../../../../electron/sense/log-record.ts';
import { fuzzRuns, fuzzTimeoutMs } from '../../support/fuzz.ts';
import { mutatedGzip, mutatedLog } from './mutated-logs.ts';
import { scan } from './scan.ts';

// 100,000 cases in all. What they must never do is to throw, to take long or to grow.

it('no line makes the parsers throw', { timeout: fuzzTimeoutMs }, () => {
  fc.assert(
    fc.property(mutatedLog, (bytes) => {
      const text = bytes.toString('utf8');
      for (const style of ['default', 'compact', 'syslog'] as const) {
        const row = parseTextRow(style, text);
        if (row !== null) expect(row.message.length).toBeLessThanOrEqual(text.length);
      }
      expect(parseLogLine(text).kind).toMatch(/record|loss|other|malformed/);
    }),
    fuzzRuns(15_000),
  );
});

it('no content makes the detection throw, or point outside', { timeout: fuzzTimeoutMs }, () => {
  fc.assert(
    fc.property(mutatedLog, (bytes) => {
      const detection = detectStyle(bytes);
      if (detection.kind === 'not-a-log') return;
      expect(detection.start).toBeLessThanOrEqual(bytes.length);
    }),
    fuzzRuns(10_000),
  );
});

it('no content makes the scanners throw or find more than there is', { timeout: fuzzTimeoutMs }, () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(mutatedLog, fc.constantFrom(...logStyles), lengths, (bytes, style, some) => {
      const { candidates, records } = scan(bytes, style, some);
      expect(candidates.length).toBeLessThanOrEqual(records);
      expect(candidates.join('').length).toBeLessThanOrEqual(bytes.length + 12 * candidates.length);
    }),
    fuzzRuns(14_000),
  );
});

it('no file makes the reading throw or hang, plain or packed', { timeout: fuzzTimeoutMs }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutatedLog, mutatedGzip), async (bytes) => {
      let delivered = 0;
      const stdin = () => Readable.from([bytes]);
      const outcome = await readExportedLogs(['-'], () => void delivered++, { stdin });
      expect(outcome.kind).toMatch(/^(read|not-a-log)$/);
      if (outcome.kind === 'read') expect(outcome.files[0]?.relevant).toBe(delivered);
    }),
    fuzzRuns(500),
  );
});
