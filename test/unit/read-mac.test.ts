import { rm, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { locateMac } from '../../electron/paths.ts';
import { askPrograms } from '../../electron/read-mac.ts';
import { Presence } from '../../electron/sense/presence.ts';
import { temporaryMac } from '../mac/temporary-mac.ts';

test('the first look knows already whose screen it is that is locked', async () => {
  const { dir, layout } = await temporaryMac();
  const { userName, home } = layout;
  const location = locateMac({ root: dir, packaged: false, userName, home });
  if (location.kind === 'refused') throw new Error(location.why);
  const { paths } = location;
  // Somebody else was here before, and the screen was handed over by fast user switching.
  const others = '{"kCGSSessionUserIDKey"=502,"CGSSessionScreenIsLocked"=Yes}';
  const sessions = `"IOConsoleUsers" = (${others},{"kCGSSessionUserIDKey"=501})`;
  await rm(paths.run.ioreg);
  await writeFile(paths.run.ioreg, `#!/bin/sh\necho '${sessions}'\n`, { mode: 0o755 });
  const presence = new Presence({ run: paths.run, onChange: () => {} });
  onTestFinished(() => presence.stop());
  const { person } = await askPrograms(paths, { uid: null, userName }, presence);
  expect(person.uid).toBe(501);
  expect(presence.fact.locked).toBe(false);
});
