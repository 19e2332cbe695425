import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { Plugin } from 'vite';

/** A package some of whose code is in a bundle. */
export type BundledPackage = {
  readonly name: string;
  readonly version: string;
  /** Where npm put it, as package-lock.json names it. */
  readonly place: string;
  /** An SPDX expression; empty where its package.json has none. */
  readonly license: string;
  /** Its licence and notice files; empty where it has none. */
  readonly licenseText: string;
};

const LICENSE_FILE = /^(licen[cs]e|copying|notice)\b.*/i;

/** Vite's file goes on, for a hundred pages, with the licences of what Vite itself is made of. */
const OF_THE_TOOL = /^# Licenses of bundled dependencies$/m;

/** Takes down, as a plugin of each build, which packages the bundler really took in. */
export class BundledPackages {
  readonly #folders = new Set<string>();

  readonly plugin: Plugin = {
    name: 'bundled-packages',
    generateBundle: (_options, bundle) => {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          // A style sheet is written beside the chunk, so nothing of it is in the chunk.
          if (renderedLength > 0 || /\.css(\?|$)/.test(id)) this.#add(id);
        }
      }
    },
  };

  /** By name. */
  list(): readonly BundledPackage[] {
    return [...this.#folders]
      .map(readPackage)
      .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  }

  #add(id: string): void {
    const folder = packageFolder(id);
    if (folder !== null) this.#folders.add(folder);
  }
}

/** The folder of the package that a module belongs to, by the bundler's id of the module; null for Vigil's own. */
export function packageFolder(id: string): string | null {
  // What the bundler itself puts in: how a module is loaded later, how CommonJS becomes a module.
  if (id.startsWith('\0')) return helperFolder(id.slice(1));
  const marker = `${sep}node_modules${sep}`;
  const at = id.lastIndexOf(marker);
  if (at === -1) return null;
  const start = at + marker.length;
  const [scopeOrName = '', name = ''] = id.slice(start).split(sep);
  return id.slice(0, start) + (scopeOrName.startsWith('@') ? join(scopeOrName, name) : scopeOrName);
}

function helperFolder(id: string): string {
  const require = createRequire(import.meta.url);
  const vite = require.resolve('vite/package.json');
  if (id.startsWith('vite/')) return dirname(vite);
  if (id.startsWith('rolldown/')) return dirname(createRequire(vite).resolve('rolldown/package.json'));
  throw new Error(`Whose code is ${id}? Say so in ${import.meta.filename}.`);
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENSE_FILE.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').split(OF_THE_TOOL)[0] ?? '');
  return {
    name: String(name),
    version: String(version),
    place: folder.slice(folder.indexOf('node_modules')).split(sep).join('/'),
    license: typeof license === 'string' ? license : '',
    licenseText: texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n'),
  };
}

function compare(a: string, b: string): number {
  // By code units, so that no language of the build machine changes the order.
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
