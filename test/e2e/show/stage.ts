import { join } from 'node:path';
import type { JSHandle } from 'playwright-core';
import { until } from '../../mac/until.ts';
import { type Desktop, openDesktop } from '../support/desktop.ts';
import { buildSmallApp } from '../support/small-app.ts';
import { type LaunchOptions, launchVigil, type VigilApp } from '../support/vigil-app.ts';
import type { Stage, StageOptions } from './stage-main.ts';

const bundles = join(import.meta.dirname, '..', '..', '..', 'out');
let folder = '';

/** Bundles stage-main.ts into an app of its own; preload and renderer are Vigil's. */
export async function buildStage(): Promise<void> {
  folder = await buildSmallApp('stage', join(import.meta.dirname, 'stage-main.ts'));
}

export type OpenStage = {
  readonly app: VigilApp;
  readonly desktop: Desktop;
  /** Asks the stage, or moves something on it. */
  readonly on: JSHandle<Stage>['evaluate'];
};

/** The stage for the test that runs now. */
export async function openStage(
  options: Omit<StageOptions, 'bundles'> = {},
  launch: Pick<LaunchOptions, 'args' | 'env'> = {},
): Promise<OpenStage> {
  const desktop = await openDesktop();
  const env = { ...launch.env, VIGIL_STAGE: JSON.stringify({ ...options, bundles }) };
  const app = await launchVigil({ desktop, root: folder, app: folder, ...launch, env });
  const { electron } = app;
  await until('the stage is set', () => electron.evaluate(() => globalThis.stage !== undefined));
  const handle = await electron.evaluateHandle(() => globalThis.stage);
  return { app, desktop, on: handle.evaluate.bind(handle) };
}
