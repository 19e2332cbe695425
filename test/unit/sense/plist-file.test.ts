import fc from 'fast-check';
import { build, buildBinary } from 'plist';
import { describe, expect, it } from 'vitest';
import { parsePlist } from '../../../electron/sense/plist-file.ts';
import type { PlistDictionary } from '../../../electron/sense/plist-values.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const xml = (inside: string) =>
  bytes(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">${inside}</plist>
`);

function entries(parsed: PlistDictionary | string) {
  return typeof parsed === 'string' ? parsed : Object.fromEntries(parsed);
}

const date = new Date('2026-11-25T00:47:54Z');
const sample = {
  text: 'plain',
  wide: 'Grüße, 世界',
  yes: true,
  no: false,
  small: 900,
  large: 1_795_000_000,
  huge: 2 ** 40,
  negative: -5,
  real: 1_795_000_000.123,
  date,
  list: ['deeper'],
  dictionary: { deeper: 1, text: 'Grüße', list: [1], more: { deeper: 1 } },
  many: Object.fromEntries(Array.from({ length: 33 }, (_, n) => [`n${n}`, n])),
  data: Uint8Array.of(1, 2, 3),
};
/** What lies deeper than a small dictionary, and bytes, are nothing that Vigil looks at. */
const seen = {
  ...sample,
  list: null,
  dictionary: { deeper: 1, text: 'Grüße', list: null, more: null },
  many: null,
  data: null,
};

describe('a property list', () => {
  it('gives its top-level values and small dictionaries of such, binary or XML', async () => {
    expect(entries(parsePlist(buildBinary(sample)))).toEqual(seen);
    expect(entries(parsePlist(bytes(build(sample))))).toEqual(seen);
  });

  it('of nothing is an empty dictionary', async () => {
    expect(entries(parsePlist(buildBinary({})))).toEqual({});
    expect(entries(parsePlist(xml('<dict/>')))).toEqual({});
  });

  it('that is no dictionary is nonsense', async () => {
    expect(parsePlist(buildBinary(['a']))).toBe('nonsense');
    expect(parsePlist(xml('<array><true/></array>'))).toBe('nonsense');
    expect(parsePlist(xml('<string>a</string>'))).toBe('nonsense');
  });

  it.each([
    ['text', 'hello'],
    ['blanks', ' \n'],
    ['the old style of defaults', '{ have_an_Azure_id = 1; }'],
    ['JSON', '{"have_an_Azure_id":true}'],
    ['another document', '<html><body/></html>'],
    ['no value', '<plist/>'],
    ['two values', '<plist><dict/><dict/></plist>'],
    ['a key without a value', '<plist><dict><key>a</key></dict></plist>'],
    ['values without keys', '<plist><dict><true/><true/></dict></plist>'],
    ['an open element', '<plist><dict><key>a</key><true/>'],
    ['elements that cross', '<plist><dict></plist></dict>'],
    ['an undefined entity', '<plist><dict><key>&a;</key><true/></dict></plist>'],
    ['the beginning of a binary one', 'bplist00'],
    ['a binary one of another version', 'bplist15aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
  ])('is malformed when it is %s', async (_what, text) => {
    expect(parsePlist(bytes(text))).toBe('malformed');
  });

  it('half written is malformed, wherever it stops', async () => {
    const whole = { have_an_Azure_id: true, last_aad_token_timestamp: 1_795_000_000.5 };
    for (const form of [buildBinary(whole), bytes(build(whole).trimEnd())]) {
      for (let length = 0; length < form.length; length++) {
        expect(parsePlist(form.subarray(0, length))).toBe('malformed');
      }
    }
  });

  it.each([
    ['<real>nan</real>', Number.NaN],
    ['<real>-inf</real>', Number.NEGATIVE_INFINITY],
    ['<real>+infinity</real>', Number.POSITIVE_INFINITY],
    ['<real>1e300</real>', 1e300],
    ['<real></real>', null],
    ['<real>soon</real>', null],
    ['<integer>0x10</integer>', null],
    ['<integer> 42 </integer>', 42],
    ['<integer></integer>', null],
    ['<string><![CDATA[a<b]]></string>', 'a<b'],
    ['<string/>', ''],
    ['<never/>', null],
  ])('in XML reads %s', async (element, value) => {
    expect(entries(parsePlist(xml(`<dict><key>a</key>${element}</dict>`)))).toEqual({ a: value });
  });

  it('in binary reads integers of 8 and 16 bytes', async () => {
    const eight = [0x13, ...wholeBytes(2n ** 63n + 1n, 8)];
    const sixteen = [0x14, ...wholeBytes(2n ** 63n, 16)];
    expect(entries(parsePlist(binaryOf([eight])))).toEqual({ a: Number(-(2n ** 63n) + 1n) });
    expect(entries(parsePlist(binaryOf([sixteen])))).toEqual({ a: 2 ** 63 });
  });
});

describe('a hostile property list costs no more than it weighs', () => {
  it('when arrays name each other twice, hundred levels deep', async () => {
    const arrays = Array.from({ length: 100 }, (_, level) => [0xa2, level + 4, level + 4]);
    const end = [0x09];
    expect(entries(parsePlist(binaryOf([[0x09], ...arrays, end])))).toEqual({ a: true });
  });

  it('when one large dictionary is named ten thousand times', async () => {
    const inner = Object.fromEntries(Array.from({ length: 32 }, (_, n) => [`n${n}`, `${n}`.repeat(500)]));
    const whole = buildBinary(Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`k${n}`, inner])));
    const read = parsePlist(whole);
    const dictionaries = typeof read === 'string' ? [] : [...read.values()].filter((value) => value !== null);
    expect(dictionaries).toHaveLength(32);
  });

  it('when an array holds itself', async () => {
    expect(entries(parsePlist(binaryOf([[0xa1, 2]])))).toEqual({ a: null });
  });

  it('when lengths and offsets point anywhere', async () => {
    for (const length of [0xff, 2 ** 31, 2 ** 40, 2 ** 60]) {
      const text = [0x5f, 0x13, ...wholeBytes(BigInt(length), 8)];
      expect(['malformed', { a: null }]).toContainEqual(entries(parsePlist(binaryOf([text]))));
    }
  });

  it('when XML nests 20,000 levels deep, or defines entities by each other', async () => {
    const deep = `${'<array>'.repeat(20_000)}${'</array>'.repeat(20_000)}`;
    const entities = `<!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>`;
    const laughs = bytes(`${entities}<plist><dict><key>a</key><string>&b;</string></dict></plist>`);
    const before = performance.now();
    expect(['malformed', { a: null }]).toContainEqual(
      entries(parsePlist(xml(`<dict><key>a</key>${deep}</dict>`))),
    );
    expect(parsePlist(laughs)).toBe('malformed');
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

it('any bytes are read without an exception', async () => {
  const rubbish = fc.uint8Array({ maxLength: 300 });
  const begun = fc.tuple(fc.constantFrom('bplist00', '<?xml version="1.0"?>', '<plist>'), rubbish);
  const damaged = fc
    .tuple(
      fc.constantFrom(buildBinary(sample), bytes(build(sample))),
      fc.nat(),
      fc.uint8Array({ maxLength: 8 }),
    )
    .map(([whole, at, patch]) => {
      const copy = Uint8Array.from(whole);
      copy.set(patch, at % (copy.length - patch.length));
      return copy;
    });
  const any = fc.oneof(
    rubbish,
    begun.map(([start, rest]) => Uint8Array.from([...bytes(start), ...rest])),
    damaged,
  );
  await fc.assert(
    fc.asyncProperty(any, async (input) => {
      const parsed = parsePlist(input);
      expect(parsed === 'malformed' || parsed === 'nonsense' || parsed instanceof Map).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

function wholeBytes(value: bigint, length: number): number[] {
  return Array.from({ length }, (_, i) => Number((value >> BigInt(8 * (length - 1 - i))) & 0xffn));
}

/** A binary property list `{ a: <the first object> }`; further objects are numbered from 3. */
function binaryOf(objects: readonly (readonly number[])[]): Uint8Array {
  const all = [[0xd1, 1, 2], [0x51, 0x61], ...objects];
  const body: number[] = [...bytes('bplist00')];
  const offsets = all.map((object) => {
    const at = body.length;
    body.push(...object);
    return at;
  });
  const table = body.length;
  const trailer = [0, 0, 0, 0, 0, 0, 2, 1, ...wholeBytes(BigInt(all.length), 8), ...wholeBytes(0n, 8)];
  const offsetTable = offsets.flatMap((at) => wholeBytes(BigInt(at), 2));
  return Uint8Array.from([...body, ...offsetTable, ...trailer, ...wholeBytes(BigInt(table), 8)]);
}
