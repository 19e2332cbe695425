import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { expect, onTestFinished, test } from 'vitest';
import { packageConfig } from '../../../build/package-config.ts';

const entry = join(import.meta.dirname, '..', '..', '..', 'build', 'package.ts');

test('npm run package says which Macs there are, and builds nothing for another', async () => {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [entry, '--arch', 'ppc'], {
    reject: false,
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
  expect(stderr).toContain('--arch takes arm64, x64, universal');
});

test('the pkg takes in the component packages that were built beside it, and needs none', async () => {
  const output = await mkdtemp(join(tmpdir(), 'vigil-packages-'));
  onTestFinished(() => rm(output, { recursive: true, force: true }));
  const pkg = () => packageConfig({ output, signing: 'none' }).pkg;
  expect(pkg()).not.toHaveProperty('extraPkgsDir');
  await mkdir(join(output, 'with-app'));
  const { buildResources } = packageConfig({ output, signing: 'none' }).directories ?? {};
  expect(resolve(buildResources ?? '', pkg()?.extraPkgsDir ?? '')).toBe(join(output, 'with-app'));
});
