import { writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import type { JSHandle } from 'playwright-core';
import { build } from 'vite';
import { until } from '../../mac/until.ts';
import { type Desktop, openDesktop } from '../support/desktop.ts';
import { launchVigil, type VigilApp } from '../support/vigil-app.ts';
import type { Stage, StageOptions } from './stage-main.ts';

const repository = join(import.meta.dirname, '..', '..', '..');
const bundles = join(repository, 'out');
const folder = join(repository, 'node_modules', '.cache', 'vigil', 'stage');

/** Bundles stage-main.ts into an app of its own; preload and renderer are Vigil's. */
export async function buildStage(): Promise<void> {
  await build({
    root: repository,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' },
    ssr: { noExternal: true },
    build: {
      target: 'node20',
      ssr: join(import.meta.dirname, 'stage-main.ts'),
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        external: ['electron', ...builtinModules, /^node:/],
        output: { format: 'es', entryFileNames: 'main.js' },
      },
    },
  });
  const manifest = { name: 'vigil-stage', version: '9.9.9', type: 'module', main: 'main.js' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
}

export type OpenStage = {
  readonly app: VigilApp;
  readonly desktop: Desktop;
  /** Asks the stage, or moves something on it. */
  readonly on: JSHandle<Stage>['evaluate'];
};

/** The stage for the test that runs now. */
export async function openStage(options: Omit<StageOptions, 'bundles'> = {}): Promise<OpenStage> {
  const desktop = await openDesktop();
  const env = { VIGIL_STAGE: JSON.stringify({ ...options, bundles }) };
  const app = await launchVigil({ desktop, root: folder, app: folder, env });
  const { electron } = app;
  await until('the stage is set', () => electron.evaluate(() => globalThis.stage !== undefined));
  const handle = await electron.evaluateHandle(() => globalThis.stage);
  return { app, desktop, on: handle.evaluate.bind(handle) };
}
