// Bundles Vigil, libraries included, into out/main, out/preload and out/renderer, and their licences into out/licenses.txt.
// node build/bundle.ts [--dev] [--root DIR] [--sbom FILE]
//   --dev   source maps, readable code
//   --root  where electron/, renderer/ and the package files are
//   --sbom  writes there, too, what the program is made of (CycloneDX)
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig, mergeConfig } from 'vite';
import { BundledPackages } from './bundled-packages.ts';
import { licensesOf } from './licenses.ts';
import { sbomOf } from './sbom.ts';

const { values } = parseArgs({
  options: {
    dev: { type: 'boolean', default: false },
    root: { type: 'string', default: `${import.meta.dirname}/..` },
    sbom: { type: 'string' },
  },
});
const root = resolve(values.root);
const mode = values.dev ? 'development' : 'production';
// Vite and React decide by it, and the caller (a test runner, say) may have set another.
process.env.NODE_ENV = mode;

const packages = new BundledPackages();

const common: InlineConfig = {
  root,
  mode,
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [packages.plugin],
  define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
  build: {
    sourcemap: values.dev,
    minify: !values.dev,
    emptyOutDir: true,
    reportCompressedSize: false,
    // Large is fine: nothing is downloaded, and what the start does not need is imported later.
    chunkSizeWarningLimit: 10_000,
  },
};

/** What the oldest Electron that runs Vigil has: 33, which is Node 20 and Chromium 130. */
const nodeSide: InlineConfig = {
  ssr: { noExternal: true },
  build: {
    target: 'node20',
    rolldownOptions: {
      external: ['electron', ...builtinModules, /^node:/],
      // It does not say so itself, and only its writer is used: an XML parser would come with the rest.
      treeshake: { moduleSideEffects: [{ test: /\/node_modules\/(plist|@xmldom)\//, sideEffects: false }] },
    },
  },
};

const main: InlineConfig = {
  // CommonJS libraries (write-file-atomic) use these, and ES modules have none.
  define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' },
  build: {
    ssr: join(root, 'electron', 'main.ts'),
    outDir: join(root, 'out', 'main'),
    rolldownOptions: { output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: '[name].js' } },
  },
};

/** A sandboxed preload is one CommonJS file. */
const preload: InlineConfig = {
  build: {
    ssr: join(root, 'electron', 'preload.ts'),
    outDir: join(root, 'out', 'preload'),
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false } },
  },
};

const renderer: InlineConfig = {
  root: join(root, 'renderer'),
  base: './',
  plugins: [react()],
  build: {
    target: 'chrome130',
    outDir: join(root, 'out', 'renderer'),
    // Inlined files would be data: URLs, which the content security policy does not allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
};

await build(mergeConfig(mergeConfig(common, nodeSide), main));
await cp(join(import.meta.dirname, 'icons', 'tray'), join(root, 'out', 'main', 'icons'), { recursive: true });
await build(mergeConfig(mergeConfig(common, nodeSide), preload));
await build(mergeConfig(common, renderer));
const licenses = licensesOf(packages.list());
if (licenses.kind === 'refused') {
  process.stderr.write(`${licenses.why.join('\n')}\n`);
  process.exit(1);
}
await writeFile(join(root, 'out', 'licenses.txt'), licenses.text);
if (values.sbom !== undefined) await writeSbom(values.sbom);

async function writeSbom(file: string): Promise<void> {
  const manifest = await readFile(join(root, 'package.json'), 'utf8');
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(
    file,
    sbomOf({ manifest: JSON.parse(manifest), lock: JSON.parse(lock), packages: packages.list() }),
  );
}
