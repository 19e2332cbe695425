import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test, vi } from 'vitest';
import type { Mac } from '../../mac/mac.ts';
import { listProcesses } from '../../mac/processes.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';

// Each test starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 });

const program = join(import.meta.dirname, '../../../electron/vigil.ts');
const correlationId = '7F6779F2-640C-4FB2-9462-B16C102CF61C';

/** `vigil report …` as a process of its own. */
const report = ({ dir }: Mac, ...args: readonly string[]) =>
  execa(process.execPath, [program, 'report', ...args], { env: { VIGIL_ROOT: dir }, reject: false });

/** A Mac that a missed window has deactivated, with a log that tells more than IT has to know. */
async function deactivatedMac(options: Parameters<typeof temporaryMac>[0] = {}): Promise<Mac> {
  const mac = await temporaryMac({
    lastSignInAt: Date.now() - 3 * 3_600_000,
    behaviour: { silent: 'fails', silentMs: 10, window: 'miss', windowMs: 10 },
    ...options,
  });
  mac.appendLog({
    level: 'Error',
    category: 'msal',
    message: `TID=1 MSAL 1.2.14 Mac 15.5 [2026-11-25 12:00:00 - ${correlationId}] Processing an AAD error with error code -51412, error invalid_grant, suberror basic_action, description AADSTS53003: blocked for robin.fairweather@corp.example on Robins-MacBook-Air, serial FVFSIMULATED, at 10.1.2.3`,
  });
  const run = await mac.runAgent();
  await run?.ended;
  return mac;
}

const secrets = /robin|fairweather|corp\.example|FVFSIMULATED|10\.1\.2\.3/i;

test('prints the report, with what the log tells also where no app has read it, and without names; exit code 0', async () => {
  const mac = await deactivatedMac();
  const { stdout, stderr, exitCode } = await report(mac);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  expect(stdout).toMatch(/^# Vigil report for IT\n.+- phase: deactivated\n.+AADSTS53003/s);
  expect(stdout).toContain(correlationId);
  expect(stdout).toContain('- logAccess: granted');
  expect(stdout).not.toMatch(secrets);
  expect(stdout).not.toContain(mac.dir);
});

test('prints the same as JSON', async () => {
  const { stdout, exitCode } = await report(await deactivatedMac(), '--json');
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 1,
    state: { phase: 'deactivated', attention: true },
    versions: { macOs: '15.5', jamfPro: '11.4.0' },
    checks: { logAccess: 'granted', agent: { kind: 'trusted', signedBy: 'jamf' } },
    networkCheck: null,
  });
  expect(stdout).not.toMatch(secrets);
});

test('somebody who may not read the log gets a report all the same, which says so', async () => {
  const { stdout, stderr, exitCode } = await report(await deactivatedMac({ standardUser: true }));
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  expect(stdout).toContain('- logAccess: denied');
  expect(stdout).toContain('- phase: deactivated');
});

test('Ctrl-C while it reads the log ends it with 130, and the reading too', async () => {
  const mac = await deactivatedMac();
  // A log that never ends.
  await rm(mac.layout.logStore);
  await execa('mkfifo', [mac.layout.logStore]);
  const reads = async () => (await listProcesses(mac.layout)).length > 0;
  const running = report(mac);
  await until('it reads the log', reads);
  running.kill('SIGINT');
  expect(await running).toMatchObject({ exitCode: 130, stdout: '' });
  await until('nothing reads it', async () => !(await reads()));
});
