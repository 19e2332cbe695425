import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../electron/assess/ledger-entry.ts';
import { dayMs } from '../../electron/assess/rules.ts';
import { Ledger, type LedgerLimits } from '../../electron/ledger.ts';
import { formatLines, parseLines } from '../../electron/ledger-lines.ts';
import { tempFolder } from './support/temp-folder.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const woke = (at: number): LedgerEntry => ({ type: 'woke', at });
const logged = (at: number): LedgerEntry => ({
  type: 'log',
  at,
  event: { name: 'silent-failed', at, key: `boot:${at}:1`, pid: 7, domain: 'MSALErrorDomain', code: -50002 },
});

function open(path: string, limits?: LedgerLimits, clock = () => now) {
  const problems: string[] = [];
  const onProblem = (what: string) => problems.push(what);
  const ledger = Ledger.open({
    path,
    now: clock,
    onProblem,
    ...(limits === undefined ? {} : { limits }),
  });
  return { ledger, problems };
}

describe('the ledger remembers', () => {
  it('what was appended, in its order, over a restart', () => {
    const path = join(tempFolder(), 'Vigil', 'ledger.jsonl');
    const first = open(path);
    first.ledger.append([woke(now), logged(now + 1)]);
    first.ledger.append([{ type: 'notification', what: 'posted', at: now, key: 'deactivated:1/0' }]);
    first.ledger.close();
    expect(open(path).ledger.entries()).toEqual(first.ledger.entries());
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('every entry that was appended before Vigil was killed', async () => {
    const path = join(tempFolder(), 'ledger.jsonl');
    const script = `
      import { Ledger } from ${JSON.stringify(new URL('../../electron/ledger.ts', import.meta.url).href)};
      const ledger = Ledger.open({ path: process.argv[1], now: Date.now, onProblem: console.error });
      for (let n = 1; ; n++) {
        ledger.append([{ type: 'woke', at: Date.now() + n }]);
        if (n % 50 === 0) process.stdout.write(n + '\\n');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const told: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => told.push(chunk.toString()));
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    const last = Number(told.join('').trim().split('\n').at(-1));
    const { ledger, problems } = open(path);
    expect(problems).toEqual([]);
    expect(ledger.entries().length).toBeGreaterThanOrEqual(last);
    expect(ledger.entries().every(({ type }) => type === 'woke')).toBe(true);
  });
});

describe('a damaged ledger', () => {
  it('loses the torn last line and nothing else, and goes on behind it', () => {
    const path = join(tempFolder(), 'ledger.jsonl');
    writeFileSync(path, `${formatLines([woke(1), woke(2)])}{"type":"wo`);
    const { ledger } = open(path);
    ledger.append([woke(3)]);
    ledger.close();
    expect(open(path).ledger.entries()).toEqual([woke(1), woke(2), woke(3)]);
  });

  it('skips lines that are no entries, of the future, or huge, and says how many', () => {
    const path = join(tempFolder(), 'ledger.jsonl');
    const lines = [
      'rubbish',
      '{"type":"from-the-future","at":1}',
      '{"type":"woke","at":"noon"}',
      `"${'x'.repeat(100_000)}"`,
      'null',
    ];
    writeFileSync(path, `${lines.join('\n')}\n${formatLines([woke(4)])}`);
    const { ledger, problems } = open(path);
    expect(ledger.entries()).toEqual([woke(4)]);
    expect(problems.join()).toContain('5 lines');
  });

  it.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['a symbolic link', (path: string) => symlinkSync('/etc/hosts', path)],
  ])('%s in its place is told and left alone; memory still works', (_what, make) => {
    const path = join(tempFolder(), 'ledger.jsonl');
    make(path);
    const { ledger, problems } = open(path);
    ledger.append([woke(1)]);
    expect(ledger.entries()).toEqual([woke(1)]);
    expect(problems).toHaveLength(1);
  });

  it('any bytes give entries, never an error', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(bytes, (content) => {
        const { entries, wholeBytes } = parseLines(Buffer.from(content));
        expect(wholeBytes).toBeLessThanOrEqual(content.length);
        expect(entries.length).toBeLessThanOrEqual(content.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a bounded ledger', () => {
  it('forgets the oldest log events first and keeps what decides', () => {
    const path = join(tempFolder(), 'ledger.jsonl');
    const { ledger } = open(path, { bytes: 20_000, keepMs: 30 * dayMs });
    const deactivated: LedgerEntry = {
      type: 'plist',
      at: now - 20 * dayMs,
      state: 'read',
      lastSignInAt: 1,
      registered: false,
    };
    ledger.append([deactivated]);
    for (let n = 0; n < 500; n++) ledger.append([logged(now - 500 + n)]);
    ledger.close();
    expect(statSync(path).size).toBeLessThanOrEqual(20_000);
    const kept = open(path).ledger.entries();
    expect(kept[0]).toEqual(deactivated);
    expect(kept.at(-1)).toEqual(logged(now - 1));
    expect(kept).toEqual(ledger.entries());
  });

  it('forgets after its time, but not the last plist reading nor the person’s word on notifications', () => {
    const path = join(tempFolder(), 'ledger.jsonl');
    const old = now - 70 * dayMs;
    const plist: LedgerEntry = { type: 'plist', at: old, state: 'read', lastSignInAt: 1, registered: false };
    const asked: LedgerEntry = { type: 'notification', what: 'asked', at: old };
    const young = woke(now - 20 * dayMs);
    const before = [asked, plist, woke(old), logged(old), young];
    writeFileSync(path, formatLines(before));
    let clock = now;
    const { ledger } = open(path, undefined, () => clock);
    ledger.keepFor(30 * dayMs);
    ledger.append([woke(now)]);
    // The first icon does not wait for it, and a profile that is not there yet may say something else.
    expect(ledger.entries()).toEqual([...before, woke(now)]);
    clock = now + 60_000;
    ledger.append([woke(clock)]);
    expect(ledger.entries()).toEqual([asked, plist, young, woke(now), woke(clock)]);
    ledger.keepFor(7 * dayMs);
    clock += 60_000;
    ledger.append([woke(clock)]);
    ledger.close();
    expect(open(path).ledger.entries()).toEqual([asked, plist, woke(now), woke(clock - 60_000), woke(clock)]);
  });

  it('forgets once a day, and nothing before it is told how long to remember', () => {
    const path = join(tempFolder(), 'ledger.jsonl');
    writeFileSync(path, formatLines([woke(now - 89 * dayMs)]));
    let clock = now + 60_000;
    const { ledger } = open(path, undefined, () => clock);
    const oldest = () => ledger.entries()[0];
    const append = (ms: number) => {
      clock += ms;
      ledger.append([woke(clock)]);
    };
    append(60_000);
    expect(oldest()).toEqual(woke(now - 89 * dayMs));
    append(dayMs - 60_000);
    expect(oldest()).toEqual(woke(now - 89 * dayMs));
    append(60_000);
    expect(oldest()).not.toEqual(woke(now - 89 * dayMs));
  });

  it('keeps entries in memory while the disk is full', () => {
    const path = join(tempFolder(), 'ledger.jsonl');
    const script = `
      import { Ledger } from ${JSON.stringify(new URL('../../electron/ledger.ts', import.meta.url).href)};
      process.on('SIGXFSZ', () => {});
      const problems = [];
      const ledger = Ledger.open({ path: process.argv[1], now: Date.now, onProblem: (what) => problems.push(what) });
      for (let n = 1; n <= 40; n++) ledger.append([{ type: 'woke', at: n }]);
      process.stdout.write(JSON.stringify({ entries: ledger.entries().length, problems: problems.length }));`;
    // A limit on the size of files (in blocks of 512 bytes) fails like a full disk does.
    const command = 'ulimit -f 1; exec "$0" --input-type=module -e "$1" "$2"';
    // Node's own files would meet the limit, too.
    const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' };
    const args = ['-c', command, process.execPath, script, path];
    const output = execFileSync('sh', args, { encoding: 'utf8', env });
    const { entries, problems } = JSON.parse(output);
    expect(entries).toBe(40);
    expect(problems).toBeGreaterThan(0);
    const content = readFileSync(path);
    expect(parseLines(content)).toMatchObject({ skipped: 0, wholeBytes: content.length });
  });
});

it('the command line reads along and writes nothing', () => {
  const path = join(tempFolder(), 'ledger.jsonl');
  open(path).ledger.append([woke(1)]);
  const before = readFileSync(path);
  const peeked = Ledger.peek({ path, now: () => now, onProblem: () => {} });
  peeked.append([woke(2)]);
  expect(peeked.entries()).toEqual([woke(1), woke(2)]);
  expect(readFileSync(path)).toEqual(before);
});
