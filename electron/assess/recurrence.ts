import type { JamfFact, LaunchAgentFact } from './facts.ts';
import { isBefore, jamfVersion } from './jamf-version.ts';
import type { Memory } from './memory.ts';
import { recurringGapMs } from './rules.ts';

/**
 * Whether this Mac signs in by itself every two hours. Jamf Pro 11.5 removed that; what was observed outranks the
 * version, and the LaunchAgent's file alone proves nothing (it may be left over).
 */
export function isRecurring(jamf: JamfFact, launchAgent: LaunchAgentFact, memory: Memory): boolean {
  if (observed(memory)) return true;
  const version = jamfVersion(jamf);
  if (version === null) return launchAgent.kind === 'present';
  return isBefore(version, [11, 5]);
}

/** One run of a policy two hours after another looks like recurrence; two gaps in a row do not happen by chance. */
function observed({ plists, wakes }: Memory): boolean {
  const signIns = [...new Set(plists.flatMap((entry) => entry.lastSignInAt ?? []))].sort((a, b) => a - b);
  return signIns.some((third, i) => {
    const first = signIns[i - 2];
    const second = signIns[i - 1];
    if (first === undefined || second === undefined) return false;
    if (!isRecurringGap(second - first) || !isRecurringGap(third - second)) return false;
    return !wakes.some((wokeAt) => wokeAt > first && wokeAt < third);
  });
}

function isRecurringGap(gapMs: number): boolean {
  return gapMs >= recurringGapMs.min && gapMs <= recurringGapMs.max;
}
