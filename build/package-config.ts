import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Configuration } from 'electron-builder';
import { languages } from '../electron/words/languages.ts';
import { forbidInsecureTransport } from './info-plist.ts';
import { removeDefaultApps } from './packaged-electron.ts';

/** How the app is signed: by a Developer ID, or (on a Mac without one) only so that this very Mac runs it. */
export type Signing = 'developer-id' | 'ad-hoc' | 'none';

export type PackageOptions = {
  /** Where the results go. */
  readonly output: string;
  readonly signing: Signing;
  /** An Electron that is there already; without one electron-builder downloads that of package.json. */
  readonly electron?: { readonly dir: string; readonly version: string };
};

const BUILD = import.meta.dirname;
const REPOSITORY = join(BUILD, '..');
export const { version }: { readonly version: string } = JSON.parse(
  readFileSync(join(REPOSITORY, 'package.json'), 'utf8'),
);

/** Where, below the results, the component packages lie that the pkg installs beside the app: the LaunchAgent. */
const WITH_APP = 'with-app';

/** How electron-builder makes the app, the zip and the pkg. No secret is in it: the environment has them. */
export function packageConfig({ output, signing, electron }: PackageOptions): Configuration {
  return {
    appId: 'io.github.vigil-mac',
    copyright: 'Copyright © 2026 The Vigil authors',
    // Without this a build server's environment would decide.
    buildVersion: version,
    artifactName: `Vigil-${version}-\${arch}.\${ext}`,
    directories: { output, buildResources: BUILD },
    // The bundles hold all libraries. Source maps come from a development build that lies in out/.
    files: ['package.json', 'out/**', '!**/*.map', '!out/licenses.txt'],
    extraMetadata: { author: 'The Vigil authors' },
    // Nothing of node_modules goes in, so nothing of it is looked at.
    beforeBuild: async () => false,
    afterExtract: removeDefaultApps,
    afterPack: forbidInsecureTransport,
    asar: true,
    // Of Chromium's own texts.
    electronLanguages: [...languages],
    ...(electron === undefined ? {} : { electronDist: electron.dir, electronVersion: electron.version }),
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      // Vigil has no cookies; the key to them would be a keychain item, and macOS may ask the person about that.
      enableCookieEncryption: false,
      loadBrowserProcessSpecificV8Snapshot: false,
      // Turning fuses breaks the signature that Electron comes with, and arm64 runs nothing without one.
      resetAdHocDarwinSignature: signing === 'ad-hoc',
    },
    publish: null,
    // What was to be signed and is not, is not made.
    forceCodeSigning: signing === 'developer-id',
    mac: macConfig(signing),
    pkg: pkgConfig(join(output, WITH_APP)),
    linux: { target: 'dir', executableName: 'vigil', category: 'Utility' },
  };
}

function macConfig(signing: Signing): NonNullable<Configuration['mac']> {
  return {
    target: ['pkg', 'zip'],
    category: 'public.app-category.utilities',
    icon: join(BUILD, 'icons', 'Vigil.icns'),
    minimumSystemVersion: '13.0',
    // electron-builder's own entitlements would let the app load anybody's libraries.
    entitlements: join(BUILD, 'entitlements.mac.plist'),
    entitlementsInherit: join(BUILD, 'entitlements.mac.inherit.plist'),
    hardenedRuntime: true,
    // A null keeps electron-builder from taking the first certificate in somebody's keychain.
    ...(signing === 'developer-id' ? {} : { identity: null }),
    extendInfo: {
      LSUIElement: true,
      CFBundleDevelopmentRegion: 'en',
      // What macOS's language settings offer for Vigil.
      CFBundleLocalizations: [...languages],
      // Electron's, for what Vigil never does: without them macOS refuses it, whoever asks.
      NSAudioCaptureUsageDescription: null,
      NSBluetoothAlwaysUsageDescription: null,
      NSBluetoothPeripheralUsageDescription: null,
      NSCameraUsageDescription: null,
      NSMicrophoneUsageDescription: null,
    },
    extraResources: [
      { from: join(BUILD, 'bin'), to: 'bin' },
      { from: join(REPOSITORY, 'LICENSE'), to: 'LICENSE.txt' },
      { from: join(REPOSITORY, 'out', 'licenses.txt'), to: 'licenses.txt' },
    ],
  };
}

/** The app goes to /Applications and nowhere else, also over a newer version, so that IT can go back to an older one. */
function pkgConfig(withApp: string): NonNullable<Configuration['pkg']> {
  return {
    scripts: 'deploy/pkg/scripts',
    installLocation: '/Applications',
    isRelocatable: false,
    isVersionChecked: false,
    hasStrictIdentifier: true,
    overwriteAction: 'upgrade',
    allowAnywhere: false,
    allowCurrentUserHome: false,
    allowRootDirectory: true,
    // electron-builder takes it as below build/.
    ...(existsSync(withApp) ? { extraPkgsDir: relative(BUILD, withApp) } : {}),
  };
}
