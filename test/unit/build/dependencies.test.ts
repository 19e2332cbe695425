import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');

const manifest = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8'));
const packages = Object.keys({
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
});
const section = (await readFile(join(REPOSITORY, 'CONTRIBUTING.md'), 'utf8')).split('## Dependencies\n')[1];

/** Types for a package go without saying. */
function needsReason(name: string): boolean {
  return !name.startsWith('@types/');
}

/** The packages that the rows of the table name, and each row's reason. */
function rows(): readonly { readonly names: readonly string[]; readonly why: string }[] {
  const lines = section?.match(/^\|.*\|$/gm)?.slice(2) ?? [];
  return lines.map((line) => {
    const [, names = '', why = ''] = line.split('|').map((cell) => cell.trim());
    return { names: names.replace(' (optional)', '').split(', '), why };
  });
}

test('every dependency has its reason in CONTRIBUTING, and no reason outlives its dependency', () => {
  const explained = rows().flatMap(({ names }) => names);
  expect(explained.toSorted()).toEqual(packages.filter(needsReason).toSorted());
  for (const { names, why } of rows()) expect(why.length, names.join()).toBeGreaterThan(10);
});

test('CONTRIBUTING counts the dependencies right', () => {
  expect(section).toContain(`All ${packages.length} are development dependencies`);
  expect(manifest).not.toHaveProperty('dependencies');
});

test('every dependency is of one exact version, and the lock file names no host', async () => {
  for (const group of [manifest.devDependencies, manifest.optionalDependencies]) {
    for (const [name, version] of Object.entries(group)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  }
  const lock = JSON.parse(await readFile(join(REPOSITORY, 'package-lock.json'), 'utf8'));
  expect(Object.values<object>(lock.packages).filter((entry) => 'resolved' in entry)).toEqual([]);
});
