import { mkdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { writeRecord } from '../../../electron/act/attempt-record.ts';
import { assessLook, lookOnce } from '../../../electron/cli/look.ts';
import { locateMac } from '../../../electron/paths.ts';
import { readAttempt } from '../../../electron/sense/attempt.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { givenMac } from '../act/given-mac.ts';
import { otherVigil } from '../act/other-vigil.ts';
import { aRecord } from '../act/records.ts';

test('the command line, too, names settings that it cannot use', async () => {
  const mac = await temporaryMac();
  await mac.manageVigil({ LedgerDays: 365, WarningMinutes: 20 });
  const { userName, home } = mac.layout;
  const location = locateMac({ root: mac.dir, packaged: false, userName, home });
  if (location.kind === 'refused') throw new Error(location.why);
  const look = await lookOnce({ paths: location.paths, userName, stderr: process.stderr }, Date.now());
  expect(look.settings).toMatchObject({ LedgerDays: 30, WarningMinutes: 20 });
  const { view } = assessLook(look, Date.now());
  expect(view.findings).toMatchObject([{ id: 'setting-invalid', settings: ['LedgerDays'] }]);
});

test('a sign-in that ended while no Vigil was there does not hide that this Mac is deactivated', async () => {
  const { mac, deps } = await givenMac({ registered: false });
  const { paths, userName } = deps;
  const other = await otherVigil(mac.dir);
  await other.kill();
  await mkdir(paths.vigil.folder, { recursive: true });
  const watcher = { pid: other.pid, startedAt: Date.now() };
  const record = aRecord({ startedAt: Date.now() - 60_000, pid: other.pid, watcher });
  await writeRecord(deps, record);
  const look = await lookOnce({ paths, userName, stderr: process.stderr }, Date.now());
  expect(assessLook(look, Date.now()).view).toMatchObject({
    phase: 'deactivated',
    attempt: { id: record.id, outcome: { kind: 'failed' } },
  });
  // A look leaves everything as it is.
  expect(readAttempt(paths)).toMatchObject({ kind: 'running' });
});
