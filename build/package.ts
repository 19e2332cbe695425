// npm run package [-- [--arch arm64|x64|universal …] [--dir]]
// On a Mac: Vigil.app, and of it a pkg and a zip for each kind of processor. Elsewhere: the packaged program for this Linux.
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Arch, Platform } from 'electron-builder';
import { Children, onInterrupt } from './children.ts';
import { getElectron } from './get-electron.ts';
import { packageApp, packageForThisLinux } from './package-app.ts';
import { version } from './package-config.ts';
import { bundleVigil } from './vigil-command.ts';

/** sysexits.h: the command was used incorrectly. */
const USAGE_ERROR = 64;
const USAGE = `npm run package [-- [--arch arm64|x64|universal …] [--dir]]
  --arch   for which Macs; without it all three
  --dir    the app alone, without pkg and zip`;

const REPOSITORY = join(import.meta.dirname, '..');
const OUTPUT = join(REPOSITORY, 'dist');
const ARCHS = { arm64: Arch.arm64, x64: Arch.x64, universal: Arch.universal } as const;

type Asked = { readonly archs: readonly Arch[]; readonly onlyApp: boolean };

const children = new Children();
onInterrupt(() => children.end());

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
}

async function main(): Promise<number> {
  const asked = readArguments();
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n${USAGE}\n`);
    return USAGE_ERROR;
  }
  if (asked === null) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  await bundleVigil(children);
  const lines = process.platform === 'darwin' ? await packageForMacs(asked) : await packageForLinux();
  process.stdout.write(`\n${lines.join('\n')}\n`);
  return 0;
}

async function packageForMacs({ archs, onlyApp }: Asked): Promise<readonly string[]> {
  const { CSC_LINK, CSC_NAME } = process.env;
  const signing = CSC_LINK || CSC_NAME ? 'developer-id' : 'ad-hoc';
  // Else the pkg would be signed by whatever certificate lies in somebody's keychain.
  if (signing === 'ad-hoc') process.env.CSC_IDENTITY_AUTO_DISCOVERY = 'false';
  const formats = onlyApp ? ['dir'] : ['pkg', 'zip'];
  if (!onlyApp) await buildComponents();
  const made: string[] = [];
  // One after the other: every pkg of electron-builder is made by way of the same files in the output folder.
  for (const arch of archs) {
    const target = { platform: Platform.MAC, formats, archs: [arch] };
    made.push(...(await packageApp(target, { output: OUTPUT, signing })));
  }
  return [
    ...(onlyApp ? [built(join(OUTPUT, '*', 'Vigil.app'))] : made.map(built)),
    ...(signing === 'ad-hoc'
      ? [
          'Not signed:     neither CSC_LINK nor CSC_NAME names a Developer ID. It runs on this Mac; others refuse it.',
        ]
      : []),
    ...(canNotarize()
      ? []
      : ['Not notarized:  APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER are not set.']),
  ];
}

/** What the pkg installs beside the app, and the log relay's pkg. */
async function buildComponents(): Promise<void> {
  const script = join(import.meta.dirname, 'deploy', 'pkg', 'build-packages.sh');
  const code = await children.run('/bin/sh', [script, version, OUTPUT]);
  if (code !== 0) throw new Error('The packages beside the app could not be built.');
}

async function packageForLinux(): Promise<readonly string[]> {
  const folder = await packageForThisLinux(OUTPUT, await getElectron());
  return [
    `${built(join(folder, 'vigil'))}, the packaged program, to try and to test; on Linux there is nothing to watch.`,
    'Not built:      Vigil.app, pkg and zip. They need codesign, lipo, pkgbuild and productbuild, which only a Mac has.',
    '                npm test checks here what the app would hold, by an Electron.app of its own.',
  ];
}

function canNotarize(): boolean {
  const { APPLE_API_KEY, APPLE_ID, APPLE_KEYCHAIN_PROFILE } = process.env;
  return Boolean(APPLE_API_KEY || APPLE_ID || APPLE_KEYCHAIN_PROFILE);
}

function built(file: string): string {
  return `Built:          ${relative(process.cwd(), file)}`;
}

/** Null where help is asked for; a sentence where they are wrong. */
function readArguments(): Asked | string | null {
  try {
    const { values } = parseArgs({
      options: {
        arch: { type: 'string', multiple: true, default: Object.keys(ARCHS) },
        dir: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return null;
    const archs = values.arch.map((name) => (isArch(name) ? ARCHS[name] : null));
    if (!archs.every((arch) => arch !== null)) {
      return `--arch takes ${Object.keys(ARCHS).join(', ')}`;
    }
    return { archs, onlyApp: values.dir };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isArch(name: string): name is keyof typeof ARCHS {
  return Object.hasOwn(ARCHS, name);
}
