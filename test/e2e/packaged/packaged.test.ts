import { randomUUID } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { exitCodes } from '../../../electron/assess/exit-code.ts';
import { formatRecord } from '../../../electron/attempt-record.ts';
import { until } from '../../mac/until.ts';
import { closedPort, serveProxy } from '../../support/servers.ts';
import { openDesktop } from '../support/desktop.ts';
import type { TrayItem } from '../support/tray-item.ts';
import { readAsar } from './asar.ts';
import { burntFuses } from './burnt-fuses.ts';
import {
  createHome,
  type Packaged,
  packageForLinux,
  type Running,
  runPackaged,
  startPackaged,
  statusLeftIn,
  vigilFolder,
} from './packaged-vigil.ts';

// What is packaged is seen from outside only, as people see it: nothing can be attached to it.

let scratch: string;
let packaged: Packaged;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'vigil-packaged-'));
  packaged = await packageForLinux(scratch);
});

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

/** By the menu. It may be gone before it has acknowledged the click. */
async function quit(vigil: Running, tray: TrayItem): Promise<void> {
  await Promise.allSettled([tray.choose('Quit Vigil')]);
  await until('Vigil has quit', vigil.hasEnded);
}

test('“vigil status --json” answers, from app.asar alone', async () => {
  expect((await readdir(join(packaged.dir, 'resources'))).sort()).toEqual(['app.asar']);
  expect((await readAsar(packaged.asar)).files.has('out/main/main.js')).toBe(true);
  const home = await createHome();
  const { exitCode, stdout } = await runPackaged(packaged, ['status', '--json'], { home });
  // This is no Mac, let alone one with Jamf on it.
  expect(JSON.parse(stdout)).toMatchObject({ schema: 1, phase: 'unregistered', attention: false });
  expect(exitCode).toBe(exitCodes.unregistered);
});

test('it refuses a simulated Mac', async () => {
  const home = await createHome();
  const { exitCode, stdout, stderr } = await runPackaged(packaged, ['status'], {
    home,
    env: { VIGIL_ROOT: home },
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
  expect(stderr).toContain('VIGIL_ROOT is for development; the installed app refuses it.');
});

test('it refuses to be debugged by way of Chromium', async () => {
  const home = await createHome();
  for (const how of ['--remote-debugging-port=0', '--remote-debugging-pipe']) {
    const { exitCode, stderr } = await runPackaged(packaged, [how], { home });
    expect({ how, exitCode }).toEqual({ how, exitCode: 64 });
    expect(stderr).toContain('debugged by nobody');
    expect(stderr).not.toContain('DevTools listening');
  }
});

test('it runs nobody’s code: not as Node, not by NODE_OPTIONS, not from a folder beside app.asar', async () => {
  expect(await getCurrentFuseWire(packaged.executable)).toMatchObject(burntFuses);
  const home = await createHome();
  const trace = join(home, 'was-run');
  const code = `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`;
  const script = join(home, 'foreign.cjs');
  await writeFile(script, code);
  // Any other Electron takes this folder before app.asar.
  const folder = join(packaged.dir, 'resources', 'app');
  await mkdir(folder);
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'package.json'), '{ "main": "main.cjs" }');
  await writeFile(join(folder, 'main.cjs'), code);
  // Node would look for a script named status.
  const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}` };
  const { exitCode, stdout } = await runPackaged(packaged, ['status', '--json'], { home, env });
  expect({ exitCode, phase: JSON.parse(stdout).phase }).toEqual({ exitCode: 3, phase: 'unregistered' });
  await expect(access(trace)).rejects.toThrow('ENOENT');
});

test('the tray shows its icon, its words and its menu, and no debugger listens', async () => {
  const desktop = await openDesktop();
  const home = await createHome();
  const port = await closedPort();
  const vigil = await startPackaged(packaged, [`--inspect=127.0.0.1:${port}`], { home });
  const tray = await desktop.tray.itemOf(vigil.pid);
  const expected = { schema: 1, phase: 'unregistered', pid: vigil.pid };
  expect(await statusLeftIn(home)).toMatchObject(expected);
  await until('the icon says it', async () => (await tray.tooltip()).includes('Nothing to watch'));
  expect((await tray.picture()).width).toBeGreaterThan(0);
  await expect(fetch(`http://127.0.0.1:${port}/json`)).rejects.toThrow('fetch failed');
  await until('the menu is there', async () => (await tray.menu()).length > 0);
  await quit(vigil, tray);
  expect(vigil.output()).not.toContain('Debugger listening');
});

test('it asks no host by itself: not at the start, not for its popover, not when it is given an address', async () => {
  const desktop = await openDesktop();
  const proxy = await serveProxy(() => ({ status: 403 }));
  const home = await createHome();
  const address = `http://127.0.0.1:${proxy.port}`;
  const env = { http_proxy: address, https_proxy: address, no_proxy: '' };
  const vigil = await startPackaged(packaged, ['https://vigil.example/'], { home, env });
  const tray = await desktop.tray.itemOf(vigil.pid);
  await statusLeftIn(home);
  await tray.click();
  await until('the popover was drawn', async () => (await tray.menu()).length > 0);
  await quit(vigil, tray);
  expect(proxy.asked).toEqual([]);
  // What would have gone out would have come by here.
  await runPackaged(packaged, ['check-network'], { home, env });
  expect(proxy.asked).toContain('login.microsoftonline.com:443');
});

test('what came of a sign-in that outlived the last Vigil is told by a notification', async () => {
  const desktop = await openDesktop();
  const home = await createHome();
  const endedAt = Date.now() - 30_000;
  // No process has such a number.
  const nobody = 2 ** 30;
  const record = {
    id: randomUUID(),
    by: 'app',
    startedAt: endedAt - 60_000,
    pid: nobody,
    watcher: { pid: nobody + 1, startedAt: endedAt - 60_000 },
    stopAskedAt: null,
    end: { endedAt, how: { kind: 'exited', code: 1, signal: null }, claims: null },
  } as const;
  const asked = { type: 'notification', what: 'asked', at: endedAt - 120_000 };
  await writeFile(join(vigilFolder(home), 'attempt.json'), formatRecord(record));
  await writeFile(join(vigilFolder(home), 'ledger.jsonl'), `${JSON.stringify(asked)}\n`);
  await startPackaged(packaged, [], { home });
  const titles = async () => (await desktop.notifications.standing()).map(({ title }) => title);
  await until('the notification stands', async () => (await titles()).length > 0);
  expect(await titles()).toEqual(['The sign-in did not work']);
});
