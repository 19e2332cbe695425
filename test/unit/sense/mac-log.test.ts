import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { MacLog } from '../../../electron/sense/mac-log.ts';
import type { Mac } from '../../mac/mac.ts';
import { listProcesses } from '../../mac/processes.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';

const hourMs = 3_600_000;

function logOf(mac: Mac) {
  const messages: string[] = [];
  const access: string[] = [];
  const trouble: string[] = [];
  const log = new MacLog({
    executable: mac.layout.log,
    root: mac.dir,
    onRecord: ({ message }) => messages.push(message),
    onAccess: ({ kind }) => access.push(kind),
    onTrouble: (what) => trouble.push(what),
  });
  onTestFinished(() => log.stop());
  const has = (message: string) => until(`"${message}" was delivered`, () => messages.includes(message));
  return { log, messages, access, trouble, has, file: join(mac.dir, 'Library/Logs/Relay/log.ndjson') };
}

/** IT's job: root runs `log stream` into the file. Resolves when it is at work. */
async function runJob(mac: Mac, file: string) {
  await mkdir(dirname(file), { recursive: true, mode: 0o755 });
  const output = openSync(file, 'a', 0o644);
  const predicate = 'subsystem CONTAINS "jamfAAD"';
  const job = spawn(mac.layout.log, ['stream', '--style', 'ndjson', '--predicate', predicate], {
    env: { ...process.env, SIMULATED_UID: '0' },
    stdio: ['ignore', output, 'ignore'],
  });
  closeSync(output);
  const ended = once(job, 'close');
  await until('the job is at work', async () => (await readFile(file, 'utf8')).startsWith('Filtering'));
  return {
    stop: async () => {
      job.kill();
      await ended;
    },
  };
}

/** What the job would have written: everything that was logged. */
async function relay(mac: Mac, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o755 });
  await writeFile(file, await readFile(mac.layout.logStore), { mode: 0o644 });
}

it('without a file a standard user’s log is closed', async () => {
  const mac = await temporaryMac({ standardUser: true });
  const { log, access } = logOf(mac);
  expect(await log.catchUp(Date.now())).toEqual({ kind: 'denied' });
  log.follow();
  await log.refresh();
  expect(access).toEqual(['denied']);
});

it('a standard user reads what IT’s job hands on, over its rotations, and is never told of a denial', async () => {
  const mac = await temporaryMac({ standardUser: true });
  const { log, access, has, messages, file } = logOf(mac);
  const firstJob = await runJob(mac, file);
  await log.setRelay(file);
  mac.appendLog({ message: 'before' });
  await until('it is in the file', async () => (await readFile(file, 'utf8')).includes('before'));
  const since = Date.now() - hourMs;
  const caughtUp = await log.catchUp(since);
  expect(messages).toEqual(['before']);
  // No further than the newest record: the job may hold back what came after it.
  expect(caughtUp).toMatchObject({ kind: 'read' });
  expect(caughtUp.kind === 'read' && caughtUp.upTo < Date.now()).toBe(true);
  log.follow();
  mac.appendLog({ message: 'live' });
  await has('live');
  await firstJob.stop();
  await rename(file, `${file}.1`);
  const secondJob = await runJob(mac, file);
  mac.appendLog({ message: 'after the rotation' });
  await has('after the rotation');
  await log.unfollow();
  expect(access).toEqual(['relayed']);
  await secondJob.stop();
  expect(await listProcesses(mac.layout)).toEqual([]);
});

it('there is one source at a time: who may read the log does not read the file', async () => {
  const mac = await temporaryMac();
  const { log, access, messages, file } = logOf(mac);
  mac.appendLog({ message: 'logged' });
  await relay(mac, file);
  await rm(mac.layout.logStore);
  await writeFile(mac.layout.logStore, '');
  await log.setRelay(file);
  await log.catchUp(Date.now() - hourMs);
  await log.refresh();
  expect(access).toEqual(['granted']);
  expect(messages).toEqual([]);
});

it('the file may come late, go, and be of no use', async () => {
  const mac = await temporaryMac({ standardUser: true });
  const { log, access, messages, trouble, file } = logOf(mac);
  await log.setRelay(file);
  mac.appendLog({ message: 'one' });
  expect(await log.catchUp(Date.now() - hourMs)).toEqual({ kind: 'denied' });
  await relay(mac, file);
  await log.refresh();
  await rm(file);
  await log.refresh();
  await mkdir(file);
  await log.refresh();
  await log.refresh();
  await rm(file, { recursive: true });
  mac.appendLog({ message: 'two' });
  await relay(mac, file);
  await log.refresh();
  expect(access).toEqual(['denied', 'relayed', 'denied', 'relayed']);
  expect(trouble).toEqual(['LogRelayFile cannot be used: not-a-file']);
  expect(messages).toEqual(['one', 'two']);
});

it('a file that nobody has written to for days is a job that is not at work', async () => {
  const mac = await temporaryMac({ standardUser: true });
  const { log, access, file } = logOf(mac);
  mac.appendLog({ message: 'old' });
  await relay(mac, file);
  const days = new Date(Date.now() - 4 * 24 * hourMs);
  await utimes(file, days, days);
  await log.setRelay(file);
  await log.catchUp(Date.now() - hourMs);
  await log.refresh();
  expect(access).toEqual(['denied']);
  mac.appendLog({ message: 'new' });
  await appendFile(file, await readFile(mac.layout.logStore));
  await log.refresh();
  expect(access).toEqual(['denied', 'relayed']);
});

it('the organisation may name another file, or none any more', async () => {
  const mac = await temporaryMac({ standardUser: true });
  const { log, access, messages, has, file } = logOf(mac);
  mac.appendLog({ message: 'logged' });
  await relay(mac, file);
  await log.catchUp(Date.now() - hourMs);
  log.follow();
  await log.setRelay(join(mac.dir, 'nowhere'));
  await log.setRelay(file);
  await has('logged');
  await until('it is told', () => log.access.kind === 'relayed');
  await log.setRelay(null);
  expect(access).toEqual(['denied', 'relayed', 'denied']);
  expect(messages).toEqual(['logged']);
});
