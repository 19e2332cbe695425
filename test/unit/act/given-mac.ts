import { onTestFinished, vi } from 'vitest';
import type { ActDeps } from '../../../electron/act/deps.ts';
import { type StartResult, startAttempt } from '../../../electron/act/reactivate.ts';
import { stopAttempt } from '../../../electron/act/stop.ts';
import type { AttemptEnd } from '../../../electron/assess/facts.ts';
import { readAttempt } from '../../../electron/sense/attempt.ts';
import type { Mac } from '../../mac/mac.ts';
import type { MacOptions } from '../../mac/options.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { depsFor } from './deps-for.ts';

/** A simulated Mac, and what Vigil acts on it with. */
export async function givenMac(
  options: Omit<MacOptions, 'dir'> = {},
): Promise<{ readonly mac: Mac; readonly deps: ActDeps }> {
  const mac = await temporaryMac(options);
  return { mac, deps: depsFor(mac.dir) };
}

/** A click whose sign-in, if it starts one, is over when the test is. */
export async function click(deps: ActDeps): Promise<StartResult> {
  const result = await startAttempt(deps, { by: 'app', throttledUntil: null });
  if (result.kind === 'started') {
    onTestFinished(async () => {
      await stopAttempt(deps);
      await result.ended;
    });
  }
  return result;
}

/** A click that has to start a sign-in. */
export async function clickStarts(deps: ActDeps): Promise<Extract<StartResult, { kind: 'started' }>> {
  const result = await click(deps);
  if (result.kind !== 'started') throw new Error(`No sign-in was started: ${result.why}, ${result.detail}`);
  return result;
}

/** Waits, with a limit that only a failure reaches, and returns what was waited for. */
export function eventually<T>(look: () => Promise<T> | T): Promise<T> {
  return vi.waitFor(look, { timeout: 15_000, interval: 20 });
}

/** The end of the sign-in as the record tells it, once it does. */
export function recordedEnd({ paths }: ActDeps, before = async () => {}): Promise<AttemptEnd> {
  return eventually(async () => {
    await before();
    const fact = readAttempt(paths);
    if (fact.kind !== 'ended') throw new Error(`The sign-in has not ended: ${fact.kind}`);
    return fact.end;
  });
}
