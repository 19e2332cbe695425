import type { FindingId } from './findings/finding.ts';
import type { Assessment, Phase, View } from './view.ts';

/**
 * What `vigil status --json` and status.plist tell, stable within a schema number. Times are ISO 8601 UTC in whole
 * seconds; a time that does not exist is left out.
 */
export type Status = {
  readonly schema: 1;
  readonly phase: Phase;
  readonly attention: boolean;
  readonly atRisk: boolean;
  readonly windowWaiting: boolean;
  readonly since: string;
  readonly lastSignInAt?: string;
  /** Absent where nothing lapses. */
  readonly lapsesAt?: string;
  readonly nextCheckFrom?: string;
  readonly nextCheckTo?: string;
  /** Whether macOS shows Vigil's notifications: nobody was asked yet, it was asked, the last one was refused. */
  readonly notifications: View['notifications'];
  readonly findings: readonly FindingId[];
  readonly assessedAt: string;
  /** Until then the answer is true; 15 minutes later whoever reads it should call it stale. */
  readonly nextAt: string;
  readonly vigilVersion: string;
  /** Of the app, while it runs. */
  readonly pid?: number;
  /** Absent where nobody can tell, and where there is no icon because nobody wants one. */
  readonly iconVisible?: boolean;
};

type Circumstances = {
  readonly assessedAt: number;
  readonly vigilVersion: string;
  readonly pid: number | null;
  /** Whether the app's icon in the menu bar can be seen; null where nobody can tell. */
  readonly iconVisible?: boolean | null;
};

export function statusOf({ view, nextAt }: Assessment, circumstances: Circumstances): Status {
  const { lastSignInAt, lapsesAt, nextCheckFrom, nextCheckTo } = view;
  return {
    schema: 1,
    phase: view.phase,
    attention: view.attention,
    atRisk: view.atRisk,
    windowWaiting: view.windowWaiting,
    since: iso(view.since),
    ...(lastSignInAt === null ? {} : { lastSignInAt: iso(lastSignInAt) }),
    ...(lapsesAt === null ? {} : { lapsesAt: iso(lapsesAt) }),
    ...(nextCheckFrom === null ? {} : { nextCheckFrom: iso(nextCheckFrom) }),
    ...(nextCheckTo === null ? {} : { nextCheckTo: iso(nextCheckTo) }),
    notifications: view.notifications,
    findings: view.findings.map(({ id }) => id),
    assessedAt: iso(circumstances.assessedAt),
    nextAt: iso(nextAt),
    vigilVersion: circumstances.vigilVersion,
    ...(circumstances.pid === null ? {} : { pid: circumstances.pid }),
    ...(typeof circumstances.iconVisible === 'boolean' ? { iconVisible: circumstances.iconVisible } : {}),
  };
}

const lastInstant = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Whole seconds, rounded down: `date -j -f %FT%TZ` of shell scripts takes no fractions, and no years of five digits. */
function iso(at: number): string {
  const clamped = Math.min(Math.max(at, 0), lastInstant);
  return `${new Date(clamped).toISOString().slice(0, 19)}Z`;
}
