import { mkdtemp, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const repository = join(import.meta.dirname, '..', '..', '..');

/** Bundles a main script of the tests into an app of its own, for this test file alone, and tells its folder. */
export async function buildSmallApp(name: string, entry: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `vigil-${name}-`));
  await build({
    root: repository,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true },
    build: {
      target: 'node20',
      ssr: entry,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        external: ['electron', ...builtinModules, /^node:/],
        output: { format: 'es', entryFileNames: 'main.js' },
      },
    },
  });
  const manifest = { name: `vigil-${name}`, version: '9.9.9', type: 'module', main: 'main.js' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return folder;
}
