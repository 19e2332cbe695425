import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolder } from '../../../build/bundled-packages.ts';
import { licensesOf } from '../../../build/licenses.ts';

function packageUnder(license: string) {
  return {
    name: 'thing',
    version: '1.2.3',
    place: 'node_modules/thing',
    license,
    licenseText: 'Do what you want.',
  };
}

test.each(['MIT', 'ISC', '0BSD', 'Apache-2.0', '(MIT OR GPL-3.0-only)', '(MIT AND BSD-3-Clause)'])(
  'code under %s may be shipped',
  (license) => {
    expect(licensesOf([packageUnder(license)])).toMatchObject({
      kind: 'licenses',
      text: expect.stringContaining(`thing 1.2.3 (${license})\n\nDo what you want.\n`),
    });
  },
);

test.each([
  'GPL-3.0-only',
  'AGPL-3.0',
  'SEE LICENSE IN terms.txt',
  'UNLICENSED',
  '(MIT AND LGPL-2.1)',
  '(MIT OR (ISC AND X))x',
  '',
])('code under "%s" is not shipped before somebody has read it', (license) => {
  expect(licensesOf([packageUnder('MIT'), packageUnder(license)])).toEqual({
    kind: 'refused',
    why: [expect.stringMatching(/^thing 1\.2\.3 is under .+ which is not among 0BSD, /)],
  });
});

test('every objection to every package is named at once', () => {
  const bare = { ...packageUnder('GPL-2.0'), licenseText: '' };
  expect(licensesOf([bare, { ...packageUnder('MIT'), licenseText: '' }])).toMatchObject({
    why: { length: 3 },
  });
});

const MODULES = '/somewhere/node_modules';

test.each([
  ['/somewhere/electron/main.ts', null],
  [`${MODULES}/zod/v4/index.js`, `${MODULES}/zod`],
  [`${MODULES}/@formatjs/intl/index.js?import`, `${MODULES}/@formatjs/intl`],
  [`${MODULES}/a/node_modules/@b/c/d.js`, `${MODULES}/a/node_modules/@b/c`],
])('the module %s belongs to the package in %s', (id, folder) => {
  expect(packageFolder(id)).toBe(folder);
});

test('what the bundler itself puts in belongs to the bundler, and what nobody knows fails', () => {
  const modules = join(import.meta.dirname, '..', '..', '..', 'node_modules');
  expect(packageFolder('\0vite/preload-helper.js')).toBe(join(modules, 'vite'));
  expect(packageFolder('\0rolldown/runtime.js')).toBe(join(modules, 'rolldown'));
  expect(() => packageFolder('\0somebody/helper.js')).toThrow('Whose code is somebody/helper.js?');
});
