import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'plist';
import { expect, test } from 'vitest';
import { type Status, statusOf } from '../../../electron/assess/status.ts';
import { StatusPlist } from '../../../electron/show/status-plist.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { healthy, minuteMs, now, views } from '../words/views.ts';

function status(atMs: number, view: Parameters<typeof statusOf>[0]['view'] = healthy): Status {
  const assessment = { view, wants: [], nextAt: atMs + 15 * minuteMs, followLog: false };
  return statusOf(assessment, { assessedAt: atMs, vigilVersion: '1.2.3', pid: process.pid });
}

/** A status plist in a new folder, and what it has said to the log. */
function made() {
  const path = join(tempFolder(), 'Application Support', 'Vigil', 'status.plist');
  const said: string[] = [];
  const log = { info: (text: string) => said.push(text), warn: (text: string) => said.push(text) };
  return { path, said, plist: new StatusPlist({ path, log }), read: () => parse(readFileSync(path, 'utf8')) };
}

test.each(Object.entries(views))('%s reads back from the plist as it went in', async (_name, view) => {
  const { plist, read } = made();
  await plist.write(status(now, view));
  expect(read()).toEqual(status(now, view));
});

test('the plist is readable by its owner alone, and nothing lies beside it', async () => {
  const { path, plist } = made();
  await plist.write(status(now));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(path, '..'))).toEqual(['status.plist']);
});

test('a fresh time alone is no news, until the one in the file has passed', async () => {
  const { path, plist } = made();
  await plist.write(status(now));
  const first = readFileSync(path);
  await plist.write(status(now + minuteMs));
  expect(readFileSync(path)).toEqual(first);
  await plist.write(status(now + 15 * minuteMs));
  expect(readFileSync(path)).not.toEqual(first);
});

test('a change is written at once', async () => {
  const { plist, read } = made();
  await plist.write(status(now));
  await plist.write(status(now + 1000, views.deactivated));
  expect(read()).toMatchObject({ phase: 'deactivated', assessedAt: '2026-11-25T13:08:01Z' });
});

test('of several changes at once the newest is written', async () => {
  const { plist, read } = made();
  await Promise.all([
    plist.write(status(now, views.deactivated)),
    plist.write(status(now)),
    plist.write(status(now, views.overdue)),
  ]);
  expect(read()).toMatchObject({ phase: 'overdue' });
});

test('after the clock was set back the times are told anew', async () => {
  const { plist, read } = made();
  await plist.write(status(now));
  await plist.write(status(now - 60 * minuteMs));
  expect(read()).toMatchObject({ assessedAt: '2026-11-25T12:08:00Z' });
});

test('what is in the way is said once, and overcome when it is gone', async () => {
  const { path, said, plist, read } = made();
  mkdirSync(path, { recursive: true });
  await plist.write(status(now));
  await plist.write(status(now, views.overdue));
  expect(said).toEqual(['status.plist cannot be written']);
  rmSync(path, { recursive: true });
  await plist.write(status(now, views.overdue));
  expect(read()).toMatchObject({ phase: 'overdue' });
  expect(said).toHaveLength(2);
});

test('a folder that disappears is made again', async () => {
  const { path, plist, read } = made();
  await plist.write(status(now));
  rmSync(join(path, '..'), { recursive: true });
  await plist.write(status(now, views.deactivated));
  expect(read()).toMatchObject({ phase: 'deactivated' });
});

test('a damaged or foreign file of that name is replaced', async () => {
  const { path, plist, read } = made();
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, 'not a plist');
  chmodSync(path, 0o400);
  await plist.write(status(now));
  expect(read()).toMatchObject({ schema: 1 });
});
