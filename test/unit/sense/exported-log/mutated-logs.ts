import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { logStyles } from '../../../../electron/sense/exported-log/exported-record.ts';
import { banner, headers, logOf, notAppSso, other, signedIn, silentFailed } from './log-samples.ts';

const samples = logStyles.map((style) =>
  Buffer.from(logOf(style, [other, notAppSso, signedIn, silentFailed])),
);

/** Bytes that mean something somewhere, so that they are tried where they do not belong. */
const pieces = [
  ...['{', '}', '[', ']', '"', '\\', '\n', '\r\n', ',', ':', '(', ')', ': ', '\0', '\ufeff', '{"count":'],
  ...[banner, headers.default, headers.compact, headers.syslog, '-'.repeat(40), '"eventType":"lossEvent"'],
  ...[
    'jamfAAD',
    'AppSSO',
    '2026-11-25 10:00:00.000',
    '+0100',
    '0x1',
    '<private>',
    'é🦉',
    '\ud800',
    '['.repeat(200),
  ],
].map((piece) => Buffer.from(piece));

type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (share: number, bytes: Buffer) => Math.floor(share * bytes.length);
const cut = (bytes: Buffer, from: number, to: number, between: Uint8Array) =>
  Buffer.concat([bytes.subarray(0, from), between, bytes.subarray(Math.max(from, to))]);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, place).map(
    ([a, b]): Mutation =>
      (bytes) =>
        cut(bytes, at(a, bytes), at(b, bytes), Buffer.alloc(0)),
  ),
  fc.tuple(place, fc.uint8Array({ maxLength: 20 })).map(
    ([a, rubbish]): Mutation =>
      (bytes) =>
        cut(bytes, at(a, bytes), 0, rubbish),
  ),
  fc.tuple(place, fc.nat(20), fc.constantFrom(...pieces, ...samples)).map(
    ([a, length, piece]): Mutation =>
      (bytes) =>
        cut(bytes, at(a, bytes), at(a, bytes) + length, piece),
  ),
  fc.tuple(place, place).map(
    ([a, b]): Mutation =>
      (bytes) =>
        Buffer.concat([bytes, bytes.subarray(at(a, bytes), at(b, bytes))]),
  ),
);

/** Logs of every style in which something is cut out, doubled, overwritten or put in; sometimes bytes without any sense. */
export const mutatedLog: fc.Arbitrary<Buffer> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...samples), fc.array(mutation, { maxLength: 6 }))
      .map(([sample, mutations]) => mutations.reduce<Buffer>((bytes, mutate) => mutate(bytes), sample)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
);

/** The same, packed and then damaged once more. */
export const mutatedGzip: fc.Arbitrary<Buffer> = fc
  .tuple(mutatedLog, fc.array(mutation, { maxLength: 2 }))
  .map(([log, mutations]) => mutations.reduce<Buffer>((bytes, mutate) => mutate(bytes), gzipSync(log)));
