import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';

/** What a plain Electron starts in place of an app: its own welcome, or the loader of our Electron from npm. */
const DEFAULT_APPS = ['default_app.asar', 'app'] as const;

export async function removeDefaultApps({ appOutDir, packager }: AfterPackContext): Promise<void> {
  const resources = packager.platform.nodeName === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  for (const name of DEFAULT_APPS) {
    await rm(join(appOutDir, resources, name), { recursive: true, force: true });
  }
}
