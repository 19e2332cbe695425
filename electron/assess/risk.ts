import { type Horizon, isFresh } from './horizon.ts';
import type { LogEvent, LogEventName } from './log-event.ts';
import type { Memory } from './memory.ts';
import { deactivationRiskMs, failureRiskMs } from './rules.ts';

/** The other events explain; these show that a sign-in by itself is not to be counted on. */
const riskMs: ReadonlyMap<LogEventName, number> = new Map([
  ['silent-failed', failureRiskMs],
  ['sso-not-appsso-url', failureRiskMs],
  ['multiple-accounts', deactivationRiskMs],
  ['interactive-failed', deactivationRiskMs],
  ['interactive-cancelled', deactivationRiskMs],
  ['interactive-error', deactivationRiskMs],
  ['sign-in-failed', deactivationRiskMs],
]);

/**
 * Whether there is evidence that the next sign-in may not go by itself. Without evidence a Mac stays silent, so this is
 * what keeps Vigil from being one more prompt. Where the log cannot be read the plist's own history tells of deactivations.
 */
export function isAtRisk({ events, plists }: Memory, horizon: Horizon): boolean {
  const failed = events.some((event) => isLive(event, horizon));
  if (failed) return true;
  return plists.some((entry, i) => {
    if (entry.registered !== false) return false;
    const endedAt = plists[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    return !horizon.passed(endedAt + deactivationRiskMs);
  });
}

function isLive(event: LogEvent, horizon: Horizon): boolean {
  const lastsMs = riskMs.get(event.name);
  return lastsMs !== undefined && isFresh(event.at, lastsMs, horizon);
}
