import { setTimeout as delay } from 'node:timers/promises';

export type UntilOptions = {
  readonly limitMs?: number;
  /** The pause between two looks. */
  readonly everyMs?: number;
  readonly signal?: AbortSignal | undefined;
};

/** Resolves once `holds` says so; rejects when it has not within the limit, or when the signal is aborted. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  { limitMs = 15_000, everyMs = 40, signal }: UntilOptions = {},
): Promise<void> {
  const giveUpAt = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() >= giveUpAt) throw new Error(`Not within ${limitMs / 1000} s: ${what}`);
    await delay(everyMs, undefined, { signal });
  }
}
