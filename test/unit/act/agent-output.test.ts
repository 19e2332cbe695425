import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { openOutput, readClaims } from '../../../electron/act/agent-output.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function claimsOf(text: string) {
  const path = join(tempFolder(), 'output.txt');
  writeFileSync(path, text);
  return readClaims(path);
}

test.each([
  ['AAD ID acquired for macOS user account ada\n', 'acquired'],
  ['Microsoft Entra ID acquired for macOS user account ada\n', 'acquired'],
  ['No AAD ID found for macOS user account ada\n', 'not-found'],
  ['No AAD ID found for macOS user account ada\nAAD ID acquired for macOS user account ada\n', 'acquired'],
  ['usage: …\n', null],
  ['', null],
] as const)('%j claims %j', async (text, claims) => {
  expect(await claimsOf(text)).toBe(claims);
});

test('of much output the end counts', async () => {
  expect(await claimsOf(`AAD ID acquired\n${'verbose\n'.repeat(20_000)}No AAD ID found for ada`)).toBe(
    'not-found',
  );
  expect(await claimsOf(`AAD ID acquired\n${'verbose\n'.repeat(20_000)}`)).toBeNull();
});

test('what is no file, or no text, claims nothing and does not hang', async () => {
  const folder = tempFolder();
  const at = (name: string) => join(folder, name);
  mkdirSync(at('folder'));
  await execa('mkfifo', [at('fifo')]);
  writeFileSync(at('bytes'), Buffer.from([0xff, 0x00, 0xc3]));
  symlinkSync('/etc/passwd', at('link'));
  for (const name of ['missing', 'folder', 'fifo', 'bytes', 'link'])
    expect(await readClaims(at(name))).toBeNull();
});

test('the output goes into a new file, whatever lay in its place', async () => {
  const folder = tempFolder();
  const elsewhere = join(folder, 'elsewhere');
  writeFileSync(elsewhere, 'precious');
  const path = join(folder, 'deeper', 'output.txt');
  mkdirSync(join(folder, 'deeper'));
  const inItsPlace: readonly (() => unknown)[] = [
    () => symlinkSync(elsewhere, path),
    () => execa('mkfifo', [path]),
    () => mkdirSync(path),
    () => writeFileSync(path, 'AAD ID acquired'),
  ];
  for (const put of inItsPlace) {
    await put();
    const file = await openOutput(path);
    await file.close();
    expect((await lstat(path)).isFile()).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('');
    await execa('rm', ['-r', path]);
  }
  expect(await readFile(elsewhere, 'utf8')).toBe('precious');
});
