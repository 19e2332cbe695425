import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, readdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LogRelay } from '../../../electron/sense/log-relay.ts';
import type { TailReading } from '../../../electron/sense/relay-tail.ts';
import { until } from '../../mac/until.ts';
import { tempFolder } from '../support/temp-folder.ts';

const base = Date.parse('2026-11-25T00:47:00Z');
let ticks = 0;

/** A line of `log stream --style ndjson`; its message, logged so many seconds after `base`. */
function line(message: string, second = 0): string {
  const at = new Date(base + second * 1000).toISOString();
  ticks += 1;
  return `${JSON.stringify({
    eventType: 'logEvent',
    eventMessage: message,
    subsystem: 'com.jamf.management.jamfAAD',
    timestamp: `${at.slice(0, 10)} ${at.slice(11, 23)}000+0000`,
    bootUUID: 'B',
    machTimestamp: ticks,
    threadID: 1,
  })}\n`;
}

/** A file as the job of the organisation makes it, whatever this person's umask is. */
const write = (path: string, text: string | Uint8Array) => writeFile(path, text, { mode: 0o644 });

function relayIn(folder = tempFolder()) {
  const path = join(folder, 'log.ndjson');
  const messages: string[] = [];
  const readings: TailReading[] = [];
  const relay = new LogRelay({
    path,
    root: folder,
    onRecord: ({ message }) => messages.push(message),
    onReading: (reading) => readings.push(reading),
  });
  onTestFinished(() => relay.close());
  const has = (message: string) => until(`"${message}" was delivered`, () => messages.includes(message));
  return { path, folder, relay, messages, readings, has };
}

const longAgo = base - 86_400_000;

describe('what is read', () => {
  it('is every record since then, once, and of a banner or of rubbish nothing', async () => {
    const { path, relay, messages } = relayIn();
    const twice = line('twice');
    const rubbish = Buffer.from([0xff, 0x00, 0x0a, 0x7b, 0xff, 0x0a]);
    await write(path, Buffer.concat([Buffer.from(`Filtering the log data using "x"\n${twice}`), rubbish]));
    await appendFile(path, twice + line('last'));
    expect(await relay.read(longAgo)).toMatchObject({ kind: 'read' });
    expect(messages).toEqual(['twice', 'last']);
    expect(relay.newestAt).toBe(base);
    await appendFile(path, line('more'));
    await relay.read(longAgo);
    expect(messages).toEqual(['twice', 'last', 'more']);
    expect(relay.counters).toMatchObject({ records: 3, duplicates: 1, malformed: 1 });
  });

  it('is a line only when all of it is there', async () => {
    const { path, relay, messages } = relayIn();
    const half = line('whole');
    await write(path, half.slice(0, 60));
    await relay.read(longAgo);
    expect(messages).toEqual([]);
    await appendFile(path, half.slice(60));
    await relay.read(longAgo);
    expect(messages).toEqual(['whole']);
  });

  it('begins where it was logged, not where the file begins; what is asked for later from further back is read, too', async () => {
    const { path, relay, messages } = relayIn();
    const day = Array.from({ length: 2_000 }, (_, i) => line(`${i} ${'x'.repeat(1_000)}`, i * 60));
    await write(path, day.join(''));
    await relay.read(base + 1_998 * 60_000);
    // The last two, and what was logged a minute before, because records come late.
    expect(messages.map((message) => Number.parseInt(message, 10))).toEqual([1_997, 1_998, 1_999]);
    await relay.read(base + 1_000 * 60_000);
    expect(messages).toHaveLength(1_001);
    expect(messages.at(-1)).toMatch(/^1996 /);
  });

  it('is no more than the newest 16 MB of a file of any size', async () => {
    const { path, relay, messages } = relayIn();
    const filler = `${'x'.repeat(999_999)}\n`;
    await write(path, line('first'));
    for (let count = 0; count < 20; count++) await appendFile(path, filler);
    await appendFile(path, line('last'));
    await relay.read(longAgo);
    expect(messages).toEqual(['last']);
    // The same holds for what comes while nobody looks.
    await appendFile(path, line('unseen'));
    for (let count = 0; count < 20; count++) await appendFile(path, filler);
    await appendFile(path, line('seen'));
    await relay.read(longAgo);
    expect(messages).toEqual(['last', 'seen']);
  });

  it('survives lines that are longer than any record, and a file without a line', async () => {
    const { path, relay, messages } = relayIn();
    await write(path, line('before') + 'z'.repeat(3_000_000));
    await relay.read(longAgo);
    await appendFile(path, `\n${line('after')}`);
    await relay.read(longAgo);
    expect(messages).toEqual(['before', 'after']);
    expect(relay.counters.tooLong).toBe(1);
  });
});

describe('a rotation', () => {
  const rotate = async (path: string) => {
    await rename(path, `${path}.1`);
    await write(path, '');
  };

  it('loses nothing: the rest of the old file comes before the new one', async () => {
    const { path, relay, messages } = relayIn();
    await write(path, line('one'));
    await relay.read(longAgo);
    await appendFile(path, line('two') + line('half').slice(0, 40));
    await rotate(path);
    await appendFile(path, line('three'));
    await relay.read(longAgo);
    expect(messages).toEqual(['one', 'two', 'three']);
    expect(relay.counters.duplicates).toBe(0);
  });

  it('can be looked at while there is no file of that name', async () => {
    const { path, relay, messages } = relayIn();
    await write(path, line('one'));
    await relay.read(longAgo);
    await appendFile(path, line('two'));
    await rename(path, `${path}.1`);
    expect(await relay.read(longAgo)).toMatchObject({ kind: 'read' });
    expect(messages).toEqual(['one', 'two']);
    await write(path, line('three'));
    expect(await relay.read(longAgo)).toMatchObject({ kind: 'read' });
    await rm(path);
    expect(await relay.read(longAgo)).toEqual({ kind: 'absent' });
    expect(messages).toEqual(['one', 'two', 'three']);
  });

  it('that happened before Vigil began, or twice while it did not look, is read from the file before', async () => {
    const { path, relay, messages } = relayIn();
    await write(path, line('one'));
    await rotate(path);
    await appendFile(path, line('two'));
    await relay.read(longAgo);
    expect(messages).toEqual(['one', 'two']);
    await rotate(path);
    await appendFile(path, line('three'));
    await rotate(path);
    await appendFile(path, line('four'));
    await relay.read(longAgo);
    expect(messages).toEqual(['one', 'two', 'three', 'four']);
  });

  it('by emptying the file is read from its beginning', async () => {
    const { path, relay, messages } = relayIn();
    await write(path, line('one') + line('two'));
    await relay.read(longAgo);
    await truncate(path);
    await relay.read(longAgo);
    await appendFile(path, line('three'));
    await relay.read(longAgo);
    expect(messages).toEqual(['one', 'two', 'three']);
  });
});

describe('followed', () => {
  it('records arrive by themselves, over rotations, and also from a writer that keeps the file open', async () => {
    const { path, relay, messages, has } = relayIn();
    relay.follow(longAgo);
    await write(path, line('made'));
    await has('made');
    for (let round = 0; round < 5; round++) {
      await appendFile(path, line(`appended ${round}`));
      await has(`appended ${round}`);
      await rename(path, `${path}.1`);
      await write(path, line(`new ${round}`));
      await has(`new ${round}`);
    }
    expect(messages).toHaveLength(11);
  });

  it('no more, nothing arrives, until it is read again', async () => {
    const { path, relay, messages, readings } = relayIn();
    await write(path, line('one'));
    relay.follow(longAgo);
    await until('it was read', () => messages.length === 1);
    relay.unfollow();
    await relay.read(longAgo);
    const count = readings.length;
    await appendFile(path, line('two'));
    await relay.read(longAgo);
    expect(readings).toHaveLength(count + 1);
    expect(messages).toEqual(['one', 'two']);
  });

  it('a folder that is not there yet may come', async () => {
    const folder = tempFolder();
    const { relay, has, readings } = relayIn(join(folder, 'later'));
    relay.follow(longAgo);
    await until('it was looked for', () => readings.length > 0);
    expect(readings[0]).toEqual({ kind: 'absent' });
    await mkdir(join(folder, 'later'));
    await write(join(folder, 'later', 'log.ndjson'), line('there'));
    await has('there');
  });
});

describe('not to be used is', () => {
  const cases: readonly [what: string, why: string, make: (path: string) => Promise<unknown>][] = [
    ['a folder', 'not-a-file', (path) => mkdir(path)],
    ['a FIFO', 'not-a-file', async (path) => execFileSync('mkfifo', ['-m', '644', path])],
    [
      'a link',
      'not-a-file',
      async (path) => {
        await write(`${path}.real`, line('x'));
        await symlink(`${path}.real`, path);
      },
    ],
    ['a file that anybody can write', 'not-trusted', (path) => changeable(path)],
  ];
  const changeable = async (path: string) => {
    await write(path, line('x'));
    execFileSync('chmod', ['o+w', path]);
  };

  it.each(cases)('%s', async (_what, why, make) => {
    const { path, relay, messages } = relayIn();
    await make(path);
    expect(await relay.read(longAgo)).toEqual({ kind: 'unreadable', why });
    expect(messages).toEqual([]);
    await rm(path, { recursive: true });
    await write(path, line('good'));
    expect(await relay.read(longAgo)).toMatchObject({ kind: 'read' });
    expect(messages).toEqual(['good']);
  });

  it('a file of another owner than the system', async () => {
    const folder = tempFolder();
    const path = join(folder, 'log.ndjson');
    await write(path, line('x'));
    if (process.getuid?.() === 0) execFileSync('chown', ['65534', path]);
    const relay = new LogRelay({ path, root: '/', onRecord: () => {}, onReading: () => {} });
    onTestFinished(() => relay.close());
    expect(await relay.read(longAgo)).toEqual({ kind: 'unreadable', why: 'not-trusted' });
  });

  it('a path that is none', async () => {
    const { relay } = relayIn('/nowhere\0at all');
    expect(await relay.read(longAgo)).toEqual({ kind: 'unreadable', why: 'io-error' });
  });
});

it('when it is over, no file is held', async () => {
  const held = async () => (await readdir('/dev/fd')).length;
  const before = await held();
  for (let count = 0; count < 5; count++) {
    const { path, relay, messages } = relayIn();
    await write(path, line('one'));
    relay.follow(longAgo);
    await until('it was read', () => messages.length > 0);
    await rename(path, `${path}.1`);
    await write(path, line('two'));
    await until('the new one was read', () => messages.length > 1);
    await relay.close();
  }
  await until('what was opened is closed', async () => (await held()) <= before);
});
