import { join } from 'node:path';
import { execa } from 'execa';
import { getElectron } from '../../../build/get-electron.ts';
import { ensureSystemPackages } from '../../../build/system-packages.ts';

const BUNDLE = join(import.meta.dirname, '..', '..', '..', 'build', 'bundle.ts');

/** Before all end-to-end tests: what a desktop is made of, an Electron, and Vigil as it is built. */
export async function setup(): Promise<void> {
  if (process.platform !== 'linux') {
    throw new Error(
      'The tray and the notifications can be seen from outside on Linux only; elsewhere run the unit tests.',
    );
  }
  await ensureSystemPackages();
  await getElectron();
  const bundle = await execa(process.execPath, [BUNDLE], { stdio: 'inherit', reject: false });
  if (bundle.failed) throw new Error('Vigil could not be bundled.');
}
