import { expect, test } from 'vitest';
import { assessLook, lookOnce } from '../../../electron/cli/look.ts';
import { locateMac } from '../../../electron/paths.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';

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
