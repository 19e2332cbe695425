import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { build, type PlistValue, parse } from 'plist';

/**
 * electron-builder lets every Mac app load what is not encrypted, for an updater that Vigil does not have. Without the
 * key macOS's own rule holds, which is TLS for all.
 */
export async function forbidInsecureTransport({
  appOutDir,
  electronPlatformName,
  packager,
}: AfterPackContext): Promise<void> {
  if (electronPlatformName !== 'darwin') return;
  const file = join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Info.plist');
  const info = parse(await readFile(file, 'utf8'));
  if (!isDictionary(info)) throw new Error(`${file} is no property list of an app`);
  const { NSAppTransportSecurity: _, ...rest } = info;
  await writeFile(file, build(rest));
}

function isDictionary(value: PlistValue): value is { [key: string]: PlistValue } {
  return value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
