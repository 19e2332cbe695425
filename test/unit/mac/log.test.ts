import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Mac } from '../../mac/mac.ts';
import { listProcesses } from '../../mac/processes.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';

const predicate = 'subsystem CONTAINS "jamfAAD" OR subsystem BEGINSWITH "com.apple.AppSSO"';
const style = ['--style', 'ndjson', '--color', 'none', '--predicate', predicate];
const banner = `Filtering the log data using "${predicate}"`;

type Followed = {
  readonly lines: readonly string[];
  readonly ended: Promise<number | undefined>;
  readonly stop: () => void;
  readonly closeReader: () => void;
};

/** Starts `log stream` and resolves when it has subscribed. */
async function follow(mac: Mac, ...more: readonly string[]): Promise<Followed> {
  const child = execa(mac.layout.log, ['stream', ...style, '--timeout', '12h', ...more], {
    buffer: false,
    encoding: 'buffer',
    reject: false,
  });
  const lines: string[] = [];
  let pending = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (pending + chunk.toString('latin1')).split('\n');
    pending = parts.pop() ?? '';
    lines.push(...parts);
  });
  const ended = child.then(({ exitCode }) => exitCode);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  await until('the banner has come', () => lines.length > 0);
  return { lines, ended, stop: () => child.kill('SIGTERM'), closeReader: () => child.stdout.destroy() };
}

async function show(mac: Mac, ...more: readonly string[]) {
  const { stdout, stderr, exitCode } = await execa(mac.layout.log, ['show', ...style, ...more], {
    reject: false,
  });
  const lines = stdout.split('\n');
  const records = lines.slice(0, -1).map((line) => JSON.parse(line));
  return {
    stderr,
    exitCode,
    records,
    messages: records.map(({ eventMessage }) => eventMessage),
    last: lines.at(-1),
  };
}

describe('log stream', { timeout: 30_000 }, () => {
  it('prints its banner first, and nothing from before it', async () => {
    const mac = await temporaryMac();
    mac.appendLog({ message: 'before' });
    const { lines } = await follow(mac);
    mac.appendLog({ message: 'after' });
    await until('a record has come', () => lines.length === 2);
    expect(lines[0]).toBe(banner);
    expect(lines[1]).toContain('"eventMessage":"after"');
  });

  it('delivers a line within milliseconds', async () => {
    const mac = await temporaryMac();
    const { lines } = await follow(mac);
    const delays: number[] = [];
    for (let count = 2; count < 22; count += 1) {
      const start = performance.now();
      mac.appendLog({ message: `line ${count}` });
      while (lines.length < count) await delay(0);
      delays.push(performance.now() - start);
    }
    const median = delays.sort((left, right) => left - right)[10];
    // Some milliseconds on a quiet machine; the bound leaves room for a busy one.
    expect(median).toBeLessThan(50);
  });

  it('passes on what the predicate wants, and neither info nor debug unless asked for', async () => {
    const mac = await temporaryMac();
    const plain = await follow(mac);
    const everything = await follow(mac, '--info', '--debug');
    mac.appendLog({ message: 'more than one', level: 'Debug', category: 'azure' });
    mac.appendLog({ message: 'flow', level: 'Info', category: 'msal' });
    mac.appendLog({ message: 'not AppSSO URL', level: 'Error', subsystem: 'com.apple.AppSSO' });
    mac.appendLog({ message: 'battery', subsystem: 'com.apple.powerd' });
    mac.appendLog({ message: 'end' });
    await until('the last record has come', () => everything.lines.length === 5 && plain.lines.length === 3);
    expect(plain.lines.slice(1).map((line) => JSON.parse(line).eventMessage)).toEqual([
      'not AppSSO URL',
      'end',
    ]);
  });

  it('holds thousands of lines, lines of 2 MB and bytes that are no text', async () => {
    const mac = await temporaryMac();
    const { lines } = await follow(mac);
    for (let number = 0; number < 5_000; number += 1) mac.appendLog({ message: `line ${number}` });
    mac.appendLog({ message: 'x'.repeat(2_000_000) });
    await mac.appendLogBytes(Buffer.from([0xff, 0x00, 0xfe, 0x0a]));
    await until('everything has come', () => lines.length === 5_003);
    expect(JSON.parse(lines[5_000] ?? '').eventMessage).toBe('line 4999');
    expect(lines[5_001]?.length).toBeGreaterThan(2_000_000);
    expect(lines[5_002]).toBe('\u00ff\u0000\u00fe');
  });

  it('refuses a standard user with exit code 77', async () => {
    const mac = await temporaryMac({ standardUser: true });
    const { exitCode, stderr, stdout } = await execa(mac.layout.log, ['stream', ...style], { reject: false });
    expect({ exitCode, stderr, stdout }).toEqual({
      exitCode: 77,
      stderr: "log: Must be admin to run 'stream' command",
      stdout: '',
    });
  });

  it('ends on SIGTERM, and when its time is up', async () => {
    const mac = await temporaryMac();
    const { ended, stop } = await follow(mac);
    const brief = await execa(mac.layout.log, ['stream', ...style, '--timeout', '1s'], { reject: false });
    expect(brief.exitCode).toBe(0);
    stop();
    await ended;
    expect(await listProcesses(mac.layout)).toEqual([]);
  });

  it('goes when nobody reads any more', async () => {
    const mac = await temporaryMac();
    const { ended, closeReader } = await follow(mac);
    closeReader();
    mac.appendLog({ message: 'to nobody' });
    expect(await ended).toBe(0);
  });

  it('does not outlive the program that started it', async () => {
    const mac = await temporaryMac();
    const output = join(mac.dir, 'output');
    const args = ['stream', ...style].map((arg) => `'${arg}'`).join(' ');
    const parent = execa('sh', ['-c', `"$0" ${args} >"$1" & wait`, mac.layout.log, output], {
      reject: false,
    });
    await until('the banner has come', async () => (await readFile(output, 'utf8').catch(() => '')) !== '');
    parent.kill('SIGKILL');
    await until('the orphan has gone', async () => (await listProcesses(mac.layout)).length === 0);
    await parent;
  });

  it('dies, stutters and repeats itself where a test wants it', async () => {
    const mac = await temporaryMac();
    await mac.setLogFaults({ dieAfter: 2, twice: true, halves: true });
    const { lines, ended } = await follow(mac);
    mac.appendLog({ message: 'one' });
    mac.appendLog({ message: 'two' });
    mac.appendLog({ message: 'never' });
    expect(await ended).toBe(1);
    expect(lines.slice(1).map((line) => JSON.parse(line).eventMessage)).toEqual(['one', 'one', 'two', 'two']);
  });
});

describe('log show', { timeout: 30_000 }, () => {
  it('starts with the whole second that is named, in any zone, and ends with a count', async () => {
    const mac = await temporaryMac();
    const second = Date.parse('2026-03-29T00:59:59Z');
    for (const offset of [-1, 0, 999, 1_000]) mac.appendLog({ message: String(offset), at: second + offset });
    const utc = await show(mac, '--start', '2026-03-29 00:59:59+0000');
    const elsewhere = await show(mac, '--start', '2026-03-29 02:59:59+0200');
    expect(utc.messages).toEqual(['0', '999', '1000']);
    expect(elsewhere.messages).toEqual(utc.messages);
    expect(utc.last).toBe('{"count":3,"finished":1}');
  });

  it('refuses a fraction of a second, a predicate that is none, and options that it does not know', async () => {
    const mac = await temporaryMac();
    const fraction = await execa(
      mac.layout.log,
      ['show', ...style, '--start', '2026-11-25 01:02:03.5+0000'],
      { reject: false },
    );
    const nonsense = await execa(
      mac.layout.log,
      ['show', '--style', 'ndjson', '--predicate', 'subsystem =='],
      { reject: false },
    );
    const option = await execa(mac.layout.log, ['show', ...style, '--timeout', '1s'], { reject: false });
    expect([fraction.exitCode, nonsense.exitCode, option.exitCode]).toEqual([64, 64, 64]);
    expect(nonsense.stderr).toBe(
      'log: Bad predicate (Unable to parse the format string "subsystem =="): subsystem ==',
    );
  });

  it('cannot open the store for a standard user', async () => {
    const mac = await temporaryMac({ standardUser: true });
    const { exitCode, stderr } = await execa(mac.layout.log, ['show', ...style], { reject: false });
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('Could not open local log store: Operation not permitted');
  });

  it('prints the same event with the same identity as the stream did, and no two events with one', async () => {
    const mac = await temporaryMac();
    const { lines } = await follow(mac);
    for (const message of ['one', 'two', 'three']) mac.appendLog({ message, at: 1_795_000_000_000 });
    await until('the records have come', () => lines.length === 4);
    const identity = ({ bootUUID, machTimestamp, threadID }: Record<string, unknown>) =>
      `${bootUUID} ${machTimestamp} ${threadID}`;
    const streamed = lines.slice(1).map((line) => identity(JSON.parse(line)));
    expect((await show(mac)).records.map(identity)).toEqual(streamed);
    expect(new Set(streamed).size).toBe(3);
  });

  it('has the shape of the real records: escaped slashes, local time with an offset, a trace id beyond 2^53', async () => {
    const mac = await temporaryMac();
    mac.appendLog({ message: 'a/b', at: Date.parse('2026-07-01T12:00:00.125Z') });
    const { stdout } = await execa(mac.layout.log, ['show', ...style], { env: { TZ: 'Asia/Kolkata' } });
    const [line = ''] = stdout.split('\n');
    expect(line).toContain('"eventMessage":"a\\/b"');
    expect(line).toMatch(/"timestamp":"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}[+-]\d{4}"/);
    const traceId = /"traceID":(\d+)/.exec(line)?.[1] ?? '';
    expect(BigInt(traceId) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
    expect(Object.keys(JSON.parse(line))).toEqual([
      ...[
        'timezoneName',
        'messageType',
        'eventType',
        'source',
        'formatString',
        'userID',
        'activityIdentifier',
      ],
      ...[
        'subsystem',
        'category',
        'threadID',
        'senderImageUUID',
        'backtrace',
        'bootUUID',
        'processImagePath',
      ],
      ...['senderImagePath', 'timestamp', 'machTimestamp', 'eventMessage', 'processImageUUID', 'traceID'],
      ...['processID', 'senderProgramCounter', 'parentActivityIdentifier'],
    ]);
  });
});
