import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { build, buildBinary } from 'plist';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PlistFact } from '../../../electron/assess/facts.ts';
import { aadFact, readAadPlist } from '../../../electron/sense/aad-plist.ts';
import type { PlistValue } from '../../../electron/sense/plist-values.ts';
import { largestFileBytes } from '../../../electron/sense/small-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

const seconds = 1_795_000_000;
const writtenAt = 1_795_000_001_000;
/** What Python's plistlib makes of { have_an_Azure_id: 1, last_aad_token_timestamp: <a date>, x: [{}] }. */
const pythonBinary =
  'YnBsaXN0MDDTAQIDBAUGXxAQaGF2ZV9hbl9BenVyZV9pZF8QGGxhc3RfYWFkX3Rva2VuX3RpbWVzdGFtcFF4EAEzQchbNYWAAAChB9AIDyI9P0FKTAAAAAAAAAEBAAAAAAAAAAgAAAAAAAAAAAAAAAAAAABN';
const pythonXml = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>have_an_Azure_id</key>
	<integer>1</integer>
	<key>last_aad_token_timestamp</key>
	<date>2026-11-25T01:02:03Z</date>
	<key>x</key>
	<array>
		<dict/>
	</array>
</dict>
</plist>
`;

const nonsense: PlistFact = { kind: 'unreadable', why: 'nonsense' };

function factOf(values: Readonly<Record<string, PlistValue>>): PlistFact {
  return aadFact(new Map(Object.entries(values)), writtenAt);
}

function read(lastSignInAt: number | null, registered: boolean | null): PlistFact {
  return { kind: 'read', lastSignInAt, registered, writtenAt };
}

describe('the time of the last sign-in', () => {
  it.each<[string, PlistValue, number | null]>([
    ['a real', seconds + 0.25, seconds * 1000 + 250],
    ['an integer', seconds, seconds * 1000],
    ['a text', '1795000000', seconds * 1000],
    ['a text with a fraction', ' 1795000000.5 ', seconds * 1000 + 500],
    ['a date', new Date(seconds * 1000), seconds * 1000],
    ['a time in the future, which is not judged here', seconds * 10, seconds * 10_000],
    ['zero', 0, null],
    ['the text 0, as a public script writes it', '0', null],
    ['an empty text', '', null],
    ['less than zero', -1, null],
    ['false', false, null],
    ['less than any number', Number.NEGATIVE_INFINITY, null],
  ])('is read from %s', (_what, value, lastSignInAt) => {
    expect(factOf({ have_an_Azure_id: true, last_aad_token_timestamp: value })).toEqual(
      read(lastSignInAt, true),
    );
  });

  it.each<[string, PlistValue]>([
    ['no number', Number.NaN],
    ['no end', Number.POSITIVE_INFINITY],
    ['beyond any calendar', 1e300],
    ['a word', 'yesterday'],
    ['hexadecimal', '0x10'],
    ['true', true],
    ['no date', new Date(Number.NaN)],
    ['a list', null],
  ])('makes nonsense of the reading when it is %s', (_what, value) => {
    expect(factOf({ have_an_Azure_id: true, last_aad_token_timestamp: value })).toEqual(nonsense);
    expect(factOf({ last_aad_token_timestamp: value })).toEqual(nonsense);
  });

  it('that cannot be understood does not hide that the Mac is deactivated', () => {
    expect(factOf({ have_an_Azure_id: false, last_aad_token_timestamp: 'yesterday' })).toEqual(
      read(null, false),
    );
  });
});

describe('the flag', () => {
  it.each<[PlistValue, boolean]>([
    [true, true],
    [1, true],
    [2, true],
    ['true', true],
    ['TRUE', true],
    ['YES', true],
    [' yes ', true],
    ['1', true],
    [false, false],
    [0, false],
    [-0, false],
    ['false', false],
    ['NO', false],
    ['0', false],
  ])('%o is read as %o', (value, registered) => {
    expect(factOf({ have_an_Azure_id: value, last_aad_token_timestamp: seconds })).toEqual(
      read(seconds * 1000, registered),
    );
  });

  it.each<[PlistValue]>([['perhaps'], [''], [Number.NaN], [new Date(0)], [null]])(
    '%o makes nonsense of the reading: a guess would hide a deactivated Mac, or alarm about a good one',
    (value) => {
      expect(factOf({ have_an_Azure_id: value, last_aad_token_timestamp: seconds })).toEqual(nonsense);
    },
  );

  it('may be missing, and so may the time', () => {
    expect(factOf({ last_aad_token_timestamp: seconds })).toEqual(read(seconds * 1000, null));
    expect(factOf({ have_an_Azure_id: true })).toEqual(read(null, true));
    expect(factOf({ another: 'key' })).toEqual(read(null, null));
  });
});

it('whatever the two keys hold, the fact has a time that a calendar knows, or says that it is nonsense', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.date({ noInvalidDate: false }),
    fc.constantFrom(null, '0', 'YES', 'false', 1e300),
  );
  fc.assert(
    fc.property(value, value, (time, flag) => {
      const fact = factOf({ last_aad_token_timestamp: time, have_an_Azure_id: flag });
      if (fact.kind !== 'read') expect(fact).toEqual(nonsense);
      else if (fact.lastSignInAt !== null) {
        expect(fact.lastSignInAt).toBeGreaterThan(0);
        expect(new Date(fact.lastSignInAt).getTime()).toBe(fact.lastSignInAt);
      }
    }),
    { numRuns: 2_000 },
  );
});

describe('the file', () => {
  const good = { have_an_Azure_id: true, last_aad_token_timestamp: seconds };
  const unreadable = (why: string) => ({ kind: 'unreadable', why });

  it('is read, binary or XML, with the time at which it was written', async () => {
    const path = join(tempFolder(), 'a.plist');
    for (const content of [buildBinary(good), build(good)]) {
      await writeFile(path, content);
      const fact = readAadPlist(path);
      expect(fact).toMatchObject({ kind: 'read', lastSignInAt: seconds * 1000, registered: true });
      expect(Date.now() - (fact.kind === 'read' ? fact.writtenAt : 0)).toBeLessThan(60_000);
    }
  });

  it('that another program wrote is read the same', async () => {
    const path = join(tempFolder(), 'a.plist');
    for (const content of [Buffer.from(pythonBinary, 'base64'), pythonXml]) {
      await writeFile(path, content);
      expect(readAadPlist(path)).toMatchObject({
        kind: 'read',
        lastSignInAt: Date.UTC(2026, 10, 25, 1, 2, 3),
        registered: true,
      });
    }
  });

  it('is absent where there is none, no folder, or a file in the place of the folder', async () => {
    const folder = tempFolder();
    await writeFile(join(folder, 'file'), '');
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
    for (const path of ['none', 'no/folder', 'file/a.plist', 'dangling']) {
      expect(readAadPlist(join(folder, path))).toEqual({ kind: 'absent' });
    }
  });

  it('is read through a symbolic link, unless the link leads in a circle', async () => {
    const folder = tempFolder();
    await writeFile(join(folder, 'a.plist'), build(good));
    await symlink('a.plist', join(folder, 'link'));
    await symlink('circle', join(folder, 'circle'));
    expect(readAadPlist(join(folder, 'link'))).toMatchObject({ kind: 'read' });
    expect(readAadPlist(join(folder, 'circle'))).toEqual(unreadable('not-a-file'));
  });

  it('that is a folder, a FIFO, a socket or a device, or a link to one, is no file, and is not waited for', async () => {
    const folder = tempFolder();
    await mkdir(join(folder, 'folder'));
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    const server = createServer().listen(join(folder, 'socket'));
    onTestFinished(() => void server.close());
    await new Promise((listening) => server.once('listening', listening));
    await symlink('/dev/zero', join(folder, 'device'));
    await symlink('fifo', join(folder, 'link-to-fifo'));
    for (const name of ['folder', 'fifo', 'socket', 'device', 'link-to-fifo']) {
      expect([name, readAadPlist(join(folder, name))]).toEqual([name, unreadable('not-a-file')]);
    }
  });

  it('of no bytes is empty, and one of more than a megabyte is not even parsed', async () => {
    const folder = tempFolder();
    const padded = `${build(good)}${' '.repeat(largestFileBytes)}`;
    await writeFile(join(folder, 'empty'), '');
    await writeFile(join(folder, 'large'), padded);
    await writeFile(join(folder, 'largest'), padded.slice(0, largestFileBytes));
    expect(readAadPlist(join(folder, 'empty'))).toEqual(unreadable('empty'));
    expect(readAadPlist(join(folder, 'large'))).toEqual(unreadable('too-large'));
    expect(readAadPlist(join(folder, 'largest'))).toMatchObject({ kind: 'read' });
  });

  it('that may not be read says so', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.plist');
    await writeFile(path, build(good));
    await chmod(path, 0);
    expect(asNobody(() => readAadPlist(path))).toEqual(unreadable('no-permission'));
    await chmod(path, 0o644);
    await chmod(folder, 0);
    expect(asNobody(() => readAadPlist(path))).toEqual(unreadable('no-permission'));
    await chmod(folder, 0o700);
  });
});

/** Root reads whatever the permissions say, so the reading is done as somebody else. */
function asNobody<T>(task: () => T): T {
  const uid = process.geteuid?.();
  if (uid !== 0) return task();
  process.seteuid?.(65_534);
  try {
    return task();
  } finally {
    process.seteuid?.(0);
  }
}
