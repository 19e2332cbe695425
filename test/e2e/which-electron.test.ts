import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getElectron } from '../../build/get-electron.ts';
import { openDesktop } from './support/desktop.ts';
import { launchVigil } from './support/vigil-app.ts';

test('the tests run on the Electron that the suite names, with a real tray around it', async () => {
  const desktop = await openDesktop();
  const app = join(import.meta.dirname, '..', 'bench', 'bare-app');
  const bare = await launchVigil({ desktop, app, root: '/nowhere' });
  const { version } = await getElectron(() => undefined);
  expect(await bare.electronVersion()).toBe(version);
  expect(await (await bare.tray()).tooltip()).toBe('Bare');
});
