import type { BundledPackage } from './bundled-packages.ts';

export type Licenses =
  | { readonly kind: 'licenses'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: readonly string[] };

/** By their SPDX identifiers: all that they ask for is that their text comes with the program. */
const ALLOWED: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
];

const RULE = '─'.repeat(80);

/** What licenses.txt says, or why these packages must not be shipped. */
export function licensesOf(packages: readonly BundledPackage[]): Licenses {
  const why = packages.flatMap(objections);
  if (why.length > 0) return { kind: 'refused', why };
  return { kind: 'licenses', text: `${[INTRODUCTION, ...packages.map(section)].join(`\n\n${RULE}\n`)}\n` };
}

const INTRODUCTION = `Vigil is made with code of the packages below, each under the licence that stands with it. Vigil's own licence is in
LICENSE.txt, Electron's in LICENSE.electron.txt, and those of what Electron is made of in LICENSES.chromium.html.`;

function section({ name, version, license, licenseText }: BundledPackage): string {
  return `${name} ${version} (${license})\n\n${licenseText}`;
}

function objections({ name, version, license, licenseText }: BundledPackage): readonly string[] {
  const who = `${name} ${version}`;
  return [
    ...(isAllowed(license)
      ? []
      : [
          `${who} is under ${license || 'no licence that its package.json names'}, which is not among ${ALLOWED.join(', ')}.`,
        ]),
    ...(licenseText === '' ? [`${who} comes without the text of its licence.`] : []),
  ];
}

/** One of several is enough; of several that hold together each has to be. Nested expressions are for a person to read. */
function isAllowed(expression: string): boolean {
  const parts = expression.replace(/^\((.*)\)$/, '$1');
  if (parts.includes(' OR ')) return parts.split(' OR ').some((part) => ALLOWED.includes(part));
  return parts.split(' AND ').every((part) => ALLOWED.includes(part));
}
