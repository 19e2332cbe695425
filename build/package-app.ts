import { join } from 'node:path';
import { type Arch, build, type Platform } from 'electron-builder';
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
