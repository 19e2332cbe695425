import { join } from 'node:path';
import type { JSHandle } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { until } from '../../mac/until.ts';
import { type Desktop, openDesktop } from '../support/desktop.ts';
import { buildSmallApp } from '../support/small-app.ts';
import { type LaunchOptions, launchForFile, type VigilApp } from '../support/vigil-app.ts';
import type { Stage, StageOptions } from './stage-main.ts';

const bundles = join(import.meta.dirname, '..', '..', '..', 'out');

let app: VigilApp | null = null;

/**
 * Before the tests of a file: bundles stage-main.ts into an app of its own, and starts it. Preload and renderer are
 * Vigil's.
 * @returns what ends it, after them
 */
export async function startStageApp(
  launch: Pick<LaunchOptions, 'args' | 'env'> = {},
): Promise<() => Promise<void>> {
  const folder = await buildSmallApp('stage', join(import.meta.dirname, 'stage-main.ts'));
  const env = { ...launch.env, VIGIL_BUNDLES: bundles };
  const { vigil, end } = await launchForFile({ root: folder, app: folder, ...launch, env });
  await until('it is ready', () => vigil.electron.evaluate(() => globalThis.setStage !== undefined));
  app = vigil;
  return end;
}

export type OpenStage = {
  readonly app: VigilApp;
  readonly desktop: Desktop;
  /** Asks the stage, or moves something on it. */
  readonly on: JSHandle<Stage>['evaluate'];
};

/** A stage, on a desktop of its own, for the test that runs now. */
export async function openStage(options: StageOptions = {}): Promise<OpenStage> {
  if (app === null) throw new Error('beforeAll has to start the app');
  const { electron } = app;
  const desktop = await openDesktop();
  app.moveTo(desktop);
  const handle = await electron.evaluateHandle((_electron, wanted) => globalThis.setStage(wanted), options);
  onTestFinished(async () => {
    await electron.evaluate(() => globalThis.strikeStage());
    await until('its windows are closed', () => electron.windows().length === 0);
  });
  return { app, desktop, on: handle.evaluate.bind(handle) };
}
