import type { Facts, PlistReading } from './facts.ts';
import { graceMs, usualIntervalMs, windowMs } from './rules.ts';

/** When the running window lapses and the agent's next run is due. */
export type Timing = {
  /** Null when no sign-in is known yet. */
  readonly lapsesAt: number | null;
  readonly nextCheckFrom: number;
  readonly nextCheckTo: number;
  /** Null while the Mac sleeps: nothing is late then. */
  readonly overdueAt: number | null;
};

/**
 * A lapse is no emergency: the agent looks every 15 minutes, so the next sign-in comes up to one interval later, and
 * launchd may skip runs over sleep. Late is only what a Mac that was awake, and watched, has let pass.
 */
export function timingOf(plist: PlistReading, { launchAgent, presence, startedAt }: Facts): Timing {
  const told = launchAgent.kind === 'present' ? launchAgent.intervalMs : null;
  const intervalMs = told ?? usualIntervalMs;
  const lapsesAt = plist.lastSignInAt === null ? null : plist.lastSignInAt + windowMs;
  const from = Math.max(lapsesAt ?? startedAt, presence.awakeSince ?? startedAt);
  const watchedFrom = presence.awakeSince === null ? null : Math.max(from, startedAt);
  return {
    lapsesAt,
    nextCheckFrom: from,
    nextCheckTo: from + intervalMs,
    overdueAt: watchedFrom === null ? null : watchedFrom + intervalMs + graceMs,
  };
}
