import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnoseLog } from '../../../electron/assess/diagnosis.ts';
import type { LogEvent, LogRecord } from '../../../electron/assess/log-event.ts';
import { parseMsalEnvelope } from '../../../electron/assess/msal-envelope.ts';
import { eventOf, vocabulary } from '../../../electron/assess/vocabulary.ts';
import { fuzzRuns, fuzzTimeoutMs } from '../support/fuzz.ts';
import { logLines } from './log-lines.ts';

const person = { uid: 501, userName: 'test.user' };
const bare: LogRecord = {
  at: 0,
  message: '',
  subsystem: '',
  category: '',
  processPath: '',
  pid: 0,
  uid: null,
  key: 'k',
};

/** Pieces of real lines, glued together anyhow. */
const pieces = logLines.flatMap(([line]) => line.split(/(?<=[ :=(,[])/));
const piece = fc.constantFrom(...pieces, ...vocabulary.map(({ needle }) => needle), '<private>', '\0', '\n');
const glued = fc
  .array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(''));
/** A real line with one place altered. */
const altered = fc
  .tuple(fc.constantFrom(...logLines), fc.nat(), fc.nat(20), fc.string({ unit: 'binary', maxLength: 20 }))
  .map(([[line], start, length, put]) => {
    const from = start % (line.length + 1);
    return line.slice(0, from) + put + line.slice(from + length);
  });

function isBounded(event: LogEvent | null): boolean {
  if (event === null) return true;
  return Object.values(event).every((value) =>
    typeof value === 'string'
      ? value.length <= 500 && value.isWellFormed()
      : Number.isFinite(value) || value === true || value === false,
  );
}

describe('whatever a line holds', () => {
  it.each([
    ['anything', fc.string({ unit: 'binary', maxLength: 300 }), 30_000],
    ['pieces of real lines', glued, 40_000],
    ['real lines, altered', altered, 40_000],
  ] as const)(
    'it does not throw, and its event stays small: %s',
    (_what, messages, count) => {
      fc.assert(
        fc.property(messages, (message) => {
          parseMsalEnvelope(message);
          return (
            isBounded(eventOf({ ...bare, message }, person)) && isBounded(eventOf({ ...bare, message }, null))
          );
        }),
        fuzzRuns(count),
      );
    },
    fuzzTimeoutMs,
  );

  it(
    'no line takes long, however long it is',
    () => {
      const starts = [...logLines.map(([line]) => line), ...vocabulary.map(({ needle }) => needle), 'TID=1 '];
      const startedAt = performance.now();
      for (const start of starts) {
        for (const filling of [' ', 'x', start, '(MSALErrorDomain, ', '\n']) {
          eventOf({ ...bare, message: start + filling.repeat(Math.ceil(1_000_000 / filling.length)) }, null);
        }
      }
      // A millisecond each is usual.
      expect(performance.now() - startedAt).toBeLessThan(starts.length * 5 * 100);
    },
    fuzzTimeoutMs,
  );

  it(
    'its diagnosis does not throw, and stays small, in whatever order the lines come',
    () => {
      const line = fc.tuple(
        fc.oneof(
          fc.constantFrom(...logLines).map(([text]) => text),
          altered,
        ),
        fc.nat(3),
        fc.integer(),
      );
      fc.assert(
        fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
          const events = lines.flatMap(
            ([message, pid, at], i) => eventOf({ ...bare, message, pid, at, key: `${i}` }, null) ?? [],
          );
          const findings = diagnoseLog(events);
          return (
            JSON.stringify(findings).length < 100_000 &&
            new Set(findings.map(({ id }) => id)).size === findings.length
          );
        }),
        fuzzRuns(3000),
      );
    },
    fuzzTimeoutMs,
  );
});
