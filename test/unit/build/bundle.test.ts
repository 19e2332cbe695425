import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';

const require = createRequire(import.meta.url);
const REPOSITORY = join(import.meta.dirname, '..', '..', '..');
const SOURCES = ['electron', 'renderer', 'package.json', 'package-lock.json', 'tsconfig.json'];

type Bom = {
  readonly metadata: { readonly component: object };
  readonly components: readonly {
    readonly group?: string;
    readonly name: string;
    readonly version: string;
  }[];
};

/** Its import is found in `plist`; then nothing of it is used. */
const readButLeftOut = '@xmldom/xmldom';

let scratch: string;
/** Vigil's sources beside the repository's own packages; and elsewhere, beside copies of what is bundled of them. */
let first: string;
let second: string;
let bom: Bom;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'vigil-bundle-'));
  first = join(scratch, 'first');
  second = join(scratch, 'a second', 'folder, deeper');
  for (const folder of [first, second]) await copyTo(folder, SOURCES);
  await symlink(join(REPOSITORY, 'node_modules'), join(first, 'node_modules'));
  await bundle(first, { TZ: 'Europe/Berlin', LC_ALL: 'C.UTF-8' });
  bom = JSON.parse(await readFile(join(first, 'sbom.json'), 'utf8'));
  await copyTo(
    second,
    [...bundledNames(), readButLeftOut].map((name) => join('node_modules', name)),
  );
  await bundle(second, { TZ: 'Pacific/Auckland', LC_ALL: 'C', USER: 'another' });
}, 60_000);

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

async function copyTo(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(REPOSITORY, path), join(folder, path), { recursive: true, filter: isWanted });
  }
}

/** Types and maps are most of the files of a package, and no bundler reads them. */
function isWanted(path: string): boolean {
  return !/\.(d\.[cm]?ts|map)$/.test(path);
}

async function bundle(root: string, env: Readonly<Record<string, string>>): Promise<void> {
  const script = join(REPOSITORY, 'build', 'bundle.ts');
  await execa(process.execPath, [script, '--root', root, '--sbom', join(root, 'sbom.json')], {
    env,
    cwd: root,
  });
}

function bundledNames(): readonly string[] {
  const libraries = bom.components.filter(({ name }) => name !== 'electron');
  return libraries.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`));
}

async function hashes(root: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  const out = join(root, 'out');
  for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    found[file.slice(out.length)] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  }
  return found;
}

test('the same sources give the same bytes, whatever the folder, the zone and the language of the build are', async () => {
  const built = await hashes(first);
  expect(Object.keys(built)).toEqual(
    expect.arrayContaining([
      '/main/main.js',
      '/preload/preload.cjs',
      '/renderer/index.html',
      '/licenses.txt',
    ]),
  );
  expect(await hashes(second)).toEqual(built);
  expect(await readFile(join(second, 'sbom.json'), 'utf8')).toBe(
    await readFile(join(first, 'sbom.json'), 'utf8'),
  );
});

test('licenses.txt names every bundled package, with its version, its licence and the licence text', async () => {
  const text = await readFile(join(first, 'out', 'licenses.txt'), 'utf8');
  const sections = text.split(/^─+$/m).slice(1);
  expect(sections.map((section) => section.trim().split(' ')[0])).toEqual(bundledNames());
  const react = sections.find((section) => section.startsWith('\nreact '));
  expect(react).toMatch(/^\nreact \d+\.\d+\.\d+ \(MIT\)\n\nMIT License\n\nCopyright \(c\) Meta Platforms/);
  // What the bundler puts in is somebody's code, too.
  expect(bundledNames()).toEqual(expect.arrayContaining(['rolldown', 'vite']));
});

test('the bill of materials follows the schema of CycloneDX 1.6', async () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ['spdx', 'jsf-0.82']) {
    ajv.addSchema(await schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  }
  const valid = ajv.validate(await schema('bom-1.6'), bom);
  expect(ajv.errors).toBeNull();
  expect(valid).toBe(true);
});

async function schema(name: string): Promise<object> {
  const library = dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json'));
  return JSON.parse(await readFile(join(library, 'res', 'schema', `${name}.SNAPSHOT.schema.json`), 'utf8'));
}

test('the bill of materials lists Electron and what is bundled, and nothing that only builds or tests', async () => {
  const { version } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8'));
  expect(bom.metadata.component).toMatchObject({ type: 'application', name: 'vigil', version });
  const { devDependencies } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8'));
  expect(bom.components).toContainEqual(
    expect.objectContaining({
      type: 'framework',
      name: 'electron',
      version: devDependencies.electron,
      purl: `pkg:npm/electron@${devDependencies.electron}`,
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
    }),
  );
  expect(bundledNames()).toEqual(
    expect.arrayContaining(['react', 'zod', 'plist', '@formatjs/intl', 'scheduler']),
  );
  for (const tool of ['vitest', 'typescript', 'electron-builder', 'yauzl', readButLeftOut])
    expect(bundledNames()).not.toContain(tool);
});

test('a bundled package without the text of its licence fails the build', async () => {
  await rm(join(second, 'node_modules', 'zod', 'LICENSE'));
  await expect(bundle(second, {})).rejects.toMatchObject({
    exitCode: 1,
    stderr: expect.stringMatching(/^zod \S+ comes without the text of its licence\.$/),
  });
});
