import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'plist';

/** What precedes the fuses in Electron's framework; behind it a version, how many there are, and a digit for each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron ships them: run as node, no cookie encryption, NODE_OPTIONS, --inspect, no integrity … */
const SHIPPED_FUSES = '101100010';
/** The first bytes of a 64-bit Mach-O executable for arm64, and nothing behind them. */
const MACH_O = Buffer.from('cffaedfe0c00000100000000020000000000000000000000', 'hex');
const HELPERS = [
  'Electron Helper',
  ...['GPU', 'Plugin', 'Renderer'].map((kind) => `Electron Helper (${kind})`),
];
const LANGUAGES = ['de', 'en', 'en_GB', 'es', 'es_419', 'fr', 'it', 'ja', 'pt_BR', 'zh_CN'];
const FRAMEWORK = 'Contents/Frameworks/Electron Framework.framework';

/**
 * Makes an Electron.app of the right form in `dir`, for the packager: everything that it renames, rewrites or removes.
 * None of it can run. It tells nothing of Electron, only of what packaging does to one.
 */
export async function stubElectronApp(dir: string): Promise<void> {
  const app = join(dir, 'Electron.app');
  const files: Record<string, Buffer | string> = {
    'Contents/Info.plist': build(infoPlist),
    'Contents/PkgInfo': 'APPL????',
    'Contents/MacOS/Electron': MACH_O,
    'Contents/Resources/electron.icns': 'icns',
    'Contents/Resources/default_app.asar': 'what a plain Electron starts',
    [`${FRAMEWORK}/Versions/A/Electron Framework`]: frameworkBinary(),
    [`${FRAMEWORK}/Versions/A/Resources/Info.plist`]: build({
      CFBundleIdentifier: 'com.github.Electron.framework',
    }),
  };
  for (const language of LANGUAGES) {
    files[`Contents/Resources/${language}.lproj/locale`] = '';
    files[`${FRAMEWORK}/Versions/A/Resources/${language}.lproj/locale.pak`] = language;
  }
  for (const name of HELPERS) {
    files[`Contents/Frameworks/${name}.app/Contents/Info.plist`] = build(helperInfo(name));
    files[`Contents/Frameworks/${name}.app/Contents/MacOS/${name}`] = MACH_O;
  }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(app, path)), { recursive: true });
    await writeFile(join(app, path), content, { mode: path.includes('/MacOS/') ? 0o755 : 0o644 });
  }
  const links = { 'Versions/Current': 'A', Resources: 'Versions/Current/Resources' };
  for (const [path, target] of Object.entries(links)) await symlink(target, join(app, FRAMEWORK, path));
  await symlink('Versions/Current/Electron Framework', join(app, FRAMEWORK, 'Electron Framework'));
}

function frameworkBinary(): Buffer {
  const fuses = [Buffer.from(SENTINEL), Buffer.from([1, SHIPPED_FUSES.length]), Buffer.from(SHIPPED_FUSES)];
  return Buffer.concat([MACH_O, ...fuses, Buffer.alloc(64)]);
}

const infoPlist = {
  CFBundleDisplayName: 'Electron',
  CFBundleExecutable: 'Electron',
  CFBundleIconFile: 'electron.icns',
  CFBundleIdentifier: 'com.github.Electron',
  CFBundleInfoDictionaryVersion: '6.0',
  CFBundleName: 'Electron',
  CFBundlePackageType: 'APPL',
  CFBundleShortVersionString: '45.4.1',
  CFBundleVersion: '45.4.1',
  LSApplicationCategoryType: 'public.app-category.developer-tools',
  LSEnvironment: { MallocNanoZone: '0' },
  LSMinimumSystemVersion: '12.0',
  NSAppTransportSecurity: { NSAllowsArbitraryLoads: true },
  NSAudioCaptureUsageDescription: 'This app needs access to audio capture',
  NSBluetoothAlwaysUsageDescription: 'This app needs access to Bluetooth',
  NSBluetoothPeripheralUsageDescription: 'This app needs access to Bluetooth',
  NSCameraUsageDescription: 'This app needs access to the camera',
  NSHighResolutionCapable: true,
  NSMicrophoneUsageDescription: 'This app needs access to the microphone',
  NSPrincipalClass: 'AtomApplication',
  NSSupportsAutomaticGraphicsSwitching: true,
};

function helperInfo(name: string) {
  return {
    CFBundleExecutable: name,
    CFBundleIdentifier: 'com.github.Electron.helper',
    CFBundleName: name,
    CFBundlePackageType: 'APPL',
    LSUIElement: true,
  };
}
