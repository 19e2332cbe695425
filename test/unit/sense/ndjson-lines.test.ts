import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NdjsonLines } from '../../../electron/sense/ndjson-lines.ts';

function split(chunks: readonly Uint8Array[], longestBytes?: number) {
  const lines: string[] = [];
  let tooLong = 0;
  const splitter = new NdjsonLines(
    {
      onLine: (line) => lines.push(line),
      onTooLong: () => {
        tooLong += 1;
      },
    },
    longestBytes,
  );
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return { lines, tooLong };
}

const chunk = (text: string) => Buffer.from(text);

describe('lines', () => {
  it('end with a newline, or with the stream', () => {
    expect(split([chunk('{"a":1}\n{"b":2}\n\n{"c"'), chunk(':3}')]).lines).toEqual([
      '{"a":1}',
      '{"b":2}',
      '{"c":3}',
    ]);
    expect(split([]).lines).toEqual([]);
  });

  it('are whole, even where a character is split between two pieces', () => {
    const bytes = chunk('世界\n');
    expect(split(Array.from(bytes, (byte) => Uint8Array.of(byte))).lines).toEqual(['世界']);
  });

  it('of bytes that are no text are lines all the same', () => {
    expect(split([Uint8Array.of(0xff, 0x00, 0xfe, 0x0a, 0x7b, 0x0a)]).lines).toEqual([
      '\ufffd\u0000\ufffd',
      '{',
    ]);
  });

  it('beyond the limit are left out and counted, and the next one is whole', () => {
    expect(
      split([chunk('1234'), chunk('56'), chunk('7\n12345'), chunk('\n123456'), chunk('\nab')], 5),
    ).toEqual({
      lines: ['12345', 'ab'],
      tooLong: 2,
    });
  });

  it('are the same, whatever pieces the bytes come in', () => {
    // Newlines and braces often, so that lines are short and many.
    const byte = fc.oneof(fc.constantFrom(0x0a, 0x0a, 0x7b, 0xe4), fc.integer({ min: 0, max: 255 }));
    const bytes = fc.array(byte, { maxLength: 200 }).map((list) => Uint8Array.from(list));
    const cuts = fc.array(fc.nat(200), { maxLength: 20 });
    fc.assert(
      fc.property(bytes, cuts, fc.integer({ min: 1, max: 20 }), (input, at, longest) => {
        const edges = [0, ...at.filter((cut) => cut < input.length).sort((a, b) => a - b), input.length];
        const chunks = edges.slice(1).map((end, i) => input.subarray(edges[i], end));
        expect(split(chunks, longest)).toEqual(split([input], longest));
      }),
      { numRuns: 2_000 },
    );
  });
});
