import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCurrentFuseWire } from '@electron/fuses';
import { Arch, Platform } from 'electron-builder';
import { parse } from 'plist';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageApp } from '../../../build/package-app.ts';
import { packageConfig } from '../../../build/package-config.ts';
import { languages } from '../../../electron/words/languages.ts';
import { readAsar } from './asar.ts';
import { burntFuses } from './burnt-fuses.ts';
import { stubElectronApp } from './stub-electron-app.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');
const MEGABYTE = 1_000_000;
const { version } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8'));

let scratch: string;
let app: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'vigil-mac-app-'));
  const electron = { dir: join(scratch, 'electron'), version: '45.4.1' };
  await stubElectronApp(electron.dir);
  const output = join(scratch, 'dist');
  await packageApp(
    { platform: Platform.MAC, formats: ['dir'], archs: [Arch.arm64] },
    { output, signing: 'none', electron },
  );
  app = join(output, 'mac-arm64', 'Vigil.app');
});

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

function inApp(path: string): string {
  return join(app, 'Contents', path);
}

async function plistAt(path: string) {
  return parse(await readFile(path, 'utf8'));
}

test('Info.plist says what Vigil is, and asks for nothing that it does not do', async () => {
  const { headerHash } = await readAsar(inApp('Resources/app.asar'));
  expect(await plistAt(inApp('Info.plist'))).toEqual({
    CFBundleDevelopmentRegion: 'en',
    CFBundleDisplayName: 'Vigil',
    CFBundleExecutable: 'Vigil',
    CFBundleIconFile: 'icon.icns',
    CFBundleIdentifier: 'io.github.vigil-mac',
    CFBundleInfoDictionaryVersion: '6.0',
    CFBundleLocalizations: [...languages],
    CFBundleName: 'Vigil',
    CFBundlePackageType: 'APPL',
    CFBundleShortVersionString: version,
    CFBundleVersion: version,
    ElectronAsarIntegrity: { 'Resources/app.asar': { algorithm: 'SHA256', hash: headerHash } },
    LSApplicationCategoryType: 'public.app-category.utilities',
    LSEnvironment: { MallocNanoZone: '0' },
    LSMinimumSystemVersion: '13.0',
    LSUIElement: true,
    NSHighResolutionCapable: true,
    NSHumanReadableCopyright: 'Copyright © 2026 The Vigil authors',
    NSPrincipalClass: 'AtomApplication',
    NSSupportsAutomaticGraphicsSwitching: true,
  });
});

test('every way to run other code in the app is burnt', async () => {
  expect(await getCurrentFuseWire(app)).toMatchObject(burntFuses);
});

test('the helper apps bear the name by which Electron looks for them', async () => {
  const id = 'io.github.vigil-mac.helper';
  const helpers = {
    'Vigil Helper': id,
    'Vigil Helper (GPU)': `${id}.GPU`,
    'Vigil Helper (Plugin)': `${id}.Plugin`,
    'Vigil Helper (Renderer)': `${id}.Renderer`,
  };
  const names = Object.keys(helpers).map((name) => `${name}.app`);
  expect((await readdir(inApp('Frameworks'))).sort()).toEqual(
    ['Electron Framework.framework', ...names].sort(),
  );
  for (const [name, identifier] of Object.entries(helpers)) {
    const info = await plistAt(inApp(`Frameworks/${name}.app/Contents/Info.plist`));
    const expected = { CFBundleExecutable: name, CFBundleIdentifier: identifier, LSUIElement: true };
    expect(info).toMatchObject(expected);
    expect((await stat(inApp(`Frameworks/${name}.app/Contents/MacOS/${name}`))).mode & 0o777).toBe(0o755);
  }
});

test('app.asar holds the bundles and nothing from development', async () => {
  const { files, bytes } = await readAsar(inApp('Resources/app.asar'));
  const names = [...files.keys()];
  const outside = names.filter((name) => !/^out\/(main|preload|renderer)\//.test(name));
  expect(outside).toEqual(['package.json']);
  expect(names.filter((name) => !/\.(js|cjs|css|html|png|json)$/.test(name))).toEqual([]);
  for (const name of names.filter((file) => /\.(js|cjs|css)$/.test(file))) {
    expect(files.get(name)?.includes('sourceMappingURL='), name).toBe(false);
    expect(files.get(name)?.includes(REPOSITORY), `${name} names the folder that it was built in`).toBe(
      false,
    );
  }
  expect(bytes).toBeLessThan(1.5 * MEGABYTE);
  const manifest = JSON.parse(files.get('package.json')?.toString() ?? '');
  expect(manifest).toMatchObject({ name: 'vigil', version, main: 'out/main/main.js' });
  expect(manifest).not.toHaveProperty('scripts');
  expect(manifest).not.toHaveProperty('devDependencies');
});

test('beside it lie the command line, the icon, the licences, and the languages of Chromium that Vigil speaks', async () => {
  const resources = await readdir(inApp('Resources'));
  const lproj = ['de', 'en', 'en_GB', 'es', 'es_419', 'fr', 'ja'].map((language) => `${language}.lproj`);
  expect(resources.sort()).toEqual(
    ['LICENSE.txt', 'app.asar', 'bin', 'icon.icns', 'licenses.txt', ...lproj].sort(),
  );
  const framework = await readdir(inApp('Frameworks/Electron Framework.framework/Resources'));
  expect(framework.sort()).toEqual(['Info.plist', ...lproj].sort());
  expect(await readdir(inApp('Resources/bin'))).toEqual(['vigil']);
  expect((await stat(inApp('Resources/bin/vigil'))).mode & 0o777).toBe(0o755);
  const icon = await readFile(inApp('Resources/icon.icns'));
  expect(icon.equals(await readFile(join(REPOSITORY, 'build/icons/Vigil.icns')))).toBe(true);
});

test('the hardened runtime allows compiling JavaScript, and nothing else', async () => {
  const { mac } = packageConfig({ output: scratch, signing: 'developer-id' });
  expect(mac).toMatchObject({ hardenedRuntime: true });
  for (const file of [mac?.entitlements, mac?.entitlementsInherit]) {
    expect(await plistAt(file ?? ''), file ?? 'none').toEqual({ 'com.apple.security.cs.allow-jit': true });
  }
});

test('the pkg installs to /Applications only, over any version, and holds no secret', () => {
  const { pkg, mac, publish } = packageConfig({ output: scratch, signing: 'developer-id' });
  expect(pkg).toMatchObject({
    installLocation: '/Applications',
    isRelocatable: false,
    isVersionChecked: false,
    allowAnywhere: false,
    allowCurrentUserHome: false,
  });
  expect(publish).toBeNull();
  expect(mac).not.toHaveProperty('identity');
  expect(packageConfig({ output: scratch, signing: 'ad-hoc' }).mac).toHaveProperty('identity', null);
});
