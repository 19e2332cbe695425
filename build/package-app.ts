import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import type { Electron } from './get-electron.ts';
import { type PackageOptions, packageConfig } from './package-config.ts';

type Target = {
  readonly platform: Platform;
  /** By their names at electron-builder, such as `pkg`, `zip` or `dir`. */
  readonly formats: readonly string[];
  readonly archs: readonly Arch[];
};

/**
 * Packages what lies in out/.
 * @returns the files that it made, for all but `dir`
 * @throws if electron-builder cannot
 */
export async function packageApp(target: Target, options: PackageOptions): Promise<readonly string[]> {
  const { platform, formats, archs } = target;
  return build({
    projectDir: join(import.meta.dirname, '..'),
    targets: platform.createTarget([...formats], ...archs),
    config: packageConfig(options),
    publish: 'never',
  });
}

/**
 * The packaged program for this Linux, made of an Electron that is there already.
 * @returns its folder, below `output`; the executable in it is called vigil
 */
export async function packageForThisLinux(output: string, electron: Electron): Promise<string> {
  const isArm = process.arch === 'arm64';
  const archs = [isArm ? Arch.arm64 : Arch.x64];
  await packageApp(
    { platform: Platform.LINUX, formats: ['dir'], archs },
    { output, signing: 'none', electron },
  );
  return join(output, isArm ? 'linux-arm64-unpacked' : 'linux-unpacked');
}
