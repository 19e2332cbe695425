import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LogRecord } from '../../../electron/assess/log-event.ts';
import { UnifiedLog } from '../../../electron/sense/unified-log.ts';
import type { Mac } from '../../mac/mac.ts';
import { listProcesses } from '../../mac/processes.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';
import { tempFolder } from '../support/temp-folder.ts';

const quickBackOff = { firstMs: 10, longestMs: 100, stableMs: 60_000 };

function logOf(executable: string) {
  const records: LogRecord[] = [];
  const access: string[] = [];
  const trouble: string[] = [];
  const log = new UnifiedLog({
    executable,
    onRecord: (record) => records.push(record),
    onAccess: ({ kind }) => access.push(kind),
    onTrouble: (what) => trouble.push(what),
    backOff: quickBackOff,
  });
  onTestFinished(() => log.stop());
  const messages = () => records.map(({ message }) => message);
  const has = (message: string) => until(`"${message}" was delivered`, () => messages().includes(message));
  return { log, records, access, trouble, messages, has };
}

/** Follows the log of a Mac, and resolves when nothing that is logged from now on can be missed. */
async function following(mac: Mac) {
  const followed = logOf(mac.layout.log);
  followed.log.follow();
  await until('the log is open', () => followed.log.access.kind === 'granted');
  return followed;
}

/** A `log` of our own, which writes down each of its runs; `body` is shell, $1 the verb. */
function tinyLog(body: string) {
  const folder = tempFolder();
  const executable = join(folder, 'log');
  const runs = join(folder, 'runs');
  writeFileSync(executable, `#!/bin/sh\necho "$*" >>'${runs}'\n${body}\n`, { mode: 0o755 });
  return { executable, runs: () => (existsSync(runs) ? readFileSync(runs, 'utf8').trim().split('\n') : []) };
}

function line(message: string, tick: number, eventType = 'logEvent') {
  const time = {
    timestamp: '2026-11-25 00:47:54.123456+0000',
    bootUUID: 'B',
    machTimestamp: tick,
    threadID: 1,
  };
  return JSON.stringify({
    eventType,
    eventMessage: message,
    subsystem: 'com.jamf.management.jamfAAD',
    ...time,
  });
}

describe('followed live', () => {
  it('the log delivers what is logged from then on, each record once, with what it tells', async () => {
    const mac = await temporaryMac();
    const { records, has } = await following(mac);
    mac.appendLog({ message: 'AAD ID acquired for macOS user account ada', pid: 77, uid: 501 });
    await has('AAD ID acquired for macOS user account ada');
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      subsystem: 'com.jamf.management.jamfAAD',
      category: 'workflow',
      pid: 77,
      uid: 501,
    });
    expect(Math.abs((records[0]?.at ?? 0) - Date.now())).toBeLessThan(10_000);
  });

  it('what was logged between the wish and the banner is filled in', async () => {
    const mac = await temporaryMac();
    const { log, has, messages } = logOf(mac.layout.log);
    log.follow();
    mac.appendLog({ message: 'early' });
    await until('the log is open', () => log.access.kind === 'granted');
    mac.appendLog({ message: 'late' });
    await has('early');
    await has('late');
    expect(messages().sort()).toEqual(['early', 'late']);
  });

  it('lines of any bytes and any length do not disturb the others', async () => {
    const mac = await temporaryMac();
    const { log, has, messages } = await following(mac);
    await mac.appendLogBytes(Buffer.from([0xff, 0x00, 0xfe, 0x0a, 0x7b, 0xff, 0x0a]));
    mac.appendLog({ message: 'x'.repeat(2_000_000) });
    mac.appendLog({ message: 'lost', eventType: 'lossEvent' });
    mac.appendLog({ message: 'activity', eventType: 'activityCreateEvent' });
    mac.appendLog({ message: 'last' });
    await has('last');
    expect(messages()).toEqual(['last']);
    await until('all is counted', () => log.counters.losses > 0 && log.counters.tooLong > 0);
    expect(log.counters.malformed).toBeGreaterThan(0);
    expect(log.counters.records).toBe(1);
  });

  it('a record that comes twice, and in pieces, is delivered once and whole', async () => {
    const mac = await temporaryMac();
    await mac.setLogFaults({ twice: true, halves: true });
    const { log, has, messages } = await following(mac);
    mac.appendLog({ message: 'one' });
    mac.appendLog({ message: 'two' });
    await has('two');
    await until('both came twice', () => log.counters.duplicates >= 2);
    expect(messages()).toEqual(['one', 'two']);
  });

  it('a stream that dies comes back, and nothing that was logged meanwhile is lost', {
    timeout: 60_000,
  }, async () => {
    const mac = await temporaryMac();
    await mac.setLogFaults({ dieAfter: 3 });
    const { has, messages, access } = await following(mac);
    const sent = Array.from({ length: 20 }, (_, i) => `line ${i}`);
    for (const message of sent) {
      mac.appendLog({ message });
      await has(message);
    }
    expect(messages()).toEqual(sent);
    expect(access).toContain('failing');
  });

  it('two wishes are one stream, and none is left when it is over', async () => {
    const mac = await temporaryMac();
    const { log } = await following(mac);
    log.follow();
    await log.catchUp(Date.now()); // after the gap that the start left
    expect(await listProcesses(mac.layout)).toHaveLength(1);
    await log.unfollow();
    expect(await listProcesses(mac.layout)).toEqual([]);
    log.follow();
    await log.stop();
    log.follow();
    expect(await listProcesses(mac.layout)).toEqual([]);
  });
});

describe('read afterwards', () => {
  it('the log delivers what was logged since then, and says up to when', async () => {
    const mac = await temporaryMac();
    const since = Date.now() - 3_600_000;
    mac.appendLog({ message: 'long ago', at: since - 60_000 });
    mac.appendLog({ message: 'half an hour ago', at: since + 1_800_000 });
    const { log, messages, access } = logOf(mac.layout.log);
    const before = Date.now();
    const result = await log.catchUp(since);
    expect(messages()).toEqual(['half an hour ago']);
    expect(access).toEqual(['granted']);
    expect(result.kind === 'read' && result.upTo).toBeGreaterThanOrEqual(before);
    // What is read again is not delivered again.
    mac.appendLog({ message: 'now' });
    await log.catchUp(since);
    await log.catchUp(since - 3_600_000);
    expect(messages()).toEqual(['half an hour ago', 'now', 'long ago']);
  });

  it('what lies between two times of following is filled in when it is followed again', async () => {
    const mac = await temporaryMac();
    const { log, has, messages } = await following(mac);
    mac.appendLog({ message: 'first' });
    await has('first');
    await log.unfollow();
    mac.appendLog({ message: 'between' });
    log.follow();
    await has('between');
    expect(messages()).toEqual(['first', 'between']);
  });

  it('nothing is started for what the live stream has delivered', async () => {
    const now = Date.now();
    const { executable, runs } = tinyLog(`echo banner; [ "$1" = show ] || exec sleep 60`);
    const { log } = logOf(executable);
    expect((await log.catchUp(now)).kind).toBe('read');
    log.follow();
    await until('the gap is filled', () => runs().filter((run) => run.startsWith('show')).length === 2);
    await until('the stream has it all', async () => {
      await log.catchUp(now);
      return runs().length === 3;
    });
    const before = runs().length;
    await log.catchUp(now);
    await log.catchUp(Date.now());
    expect(runs()).toHaveLength(before);
    // What lies further back was never read.
    await log.catchUp(now - 60_000);
    expect(runs()).toHaveLength(before + 1);
  });

  it('those who ask while it is read share the next reading', async () => {
    const { executable, runs } = tinyLog('echo banner');
    const { log } = logOf(executable);
    const since = Date.now() - 60_000;
    const results = await Promise.all([log.catchUp(since), log.catchUp(since), log.catchUp(since + 1)]);
    expect(results.map(({ kind }) => kind)).toEqual(['read', 'read', 'read']);
    expect(runs().length).toBeLessThanOrEqual(2);
  });

  it('a log that says nothing at all, or fails, was not read', async () => {
    for (const body of ['exit 0', 'echo banner; exit 1', 'kill -9 $$']) {
      const { log, access, trouble } = logOf(tinyLog(body).executable);
      expect(await log.catchUp(0)).toEqual({ kind: 'failed' });
      expect(access).toEqual(['failing']);
      expect(trouble).toHaveLength(1);
    }
    const { log } = logOf('/nowhere/at/all');
    expect(await log.catchUp(0)).toEqual({ kind: 'failed' });
  });

  it('records of a reading that fails half-way are kept', async () => {
    const { executable } = tinyLog(`echo '${line('evidence', 1)}'; exit 1`);
    const { log, messages } = logOf(executable);
    expect((await log.catchUp(0)).kind).toBe('failed');
    expect(messages()).toEqual(['evidence']);
  });
});

describe('a person who may not read the log', () => {
  it('is told once: neither following nor reading is tried again soon', async () => {
    const { executable, runs } = tinyLog(`echo "log: Must be admin to run '$1' command" >&2; exit 77`);
    const { log, access, trouble } = logOf(executable);
    log.follow();
    await until('it is denied', () => access.includes('denied'));
    log.follow();
    expect(await log.catchUp(0)).toEqual({ kind: 'denied' });
    // Meanwhile another one, which only fails, is tried again and again.
    const failing = logOf('/nowhere/at/all');
    failing.log.follow();
    await until('that one was tried again', () => failing.trouble.length >= 4);
    expect(runs()).toHaveLength(1);
    expect(access).toEqual(['denied']);
    expect(trouble).toEqual([]);
  });

  it('is a standard user, and the store is closed to them too', async () => {
    const mac = await temporaryMac({ standardUser: true });
    const { log, access } = logOf(mac.layout.log);
    expect(await log.catchUp(0)).toEqual({ kind: 'denied' });
    expect(access).toEqual(['denied']);
  });
});

describe('what goes wrong', () => {
  it('a log that is missing is tried again after a pause, without an end', async () => {
    const { log, access, trouble } = logOf('/nowhere/at/all');
    log.follow();
    await until('it was tried again', () => trouble.length >= 3);
    expect(access).toEqual(['failing']);
    expect(trouble[0]).toBe('ENOENT');
  });

  it('a log that does not end when it is asked to is ended', async () => {
    const { executable } = tinyLog(`trap '' TERM; echo $$; exec sleep 60`);
    const { log, access } = logOf(executable);
    log.follow();
    await until('it runs', () => access.includes('granted'));
    await log.stop();
  });

  it('stopping ends a reading too', async () => {
    const { executable, runs } = tinyLog('exec sleep 60');
    const { log, access, trouble } = logOf(executable);
    const reading = log.catchUp(0);
    await until('it runs', () => runs().length > 0);
    await log.stop();
    expect(await reading).toEqual({ kind: 'failed' });
    expect([...access, ...trouble]).toEqual([]);
  });
});
