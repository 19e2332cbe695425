import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const entry = join(import.meta.dirname, '..', '..', '..', 'build', 'package.ts');

test('npm run package says which Macs there are, and builds nothing for another', async () => {
  const { exitCode, stdout, stderr } = await execa(process.execPath, [entry, '--arch', 'ppc'], {
    reject: false,
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
  expect(stderr).toContain('--arch takes arm64, x64, universal');
});
