import type { Facts } from '../facts.ts';
import type { Horizon } from '../horizon.ts';
import { isBefore, jamfVersion } from '../jamf-version.ts';
import { hourMs, minuteMs } from '../rules.ts';
import type { Phase } from '../view.ts';
import type { Clues } from './clues.ts';
import type { Because, FindingId } from './finding.ts';

/** How this Mac stands, beside what its log says. */
export type MacState = {
  readonly facts: Facts;
  readonly phase: Phase;
  readonly since: number;
  readonly recurring: boolean;
};

/** How long after a deactivation its lines may still be on their way to Vigil. */
const logArrivesMs = minuteMs;
/** The plist may be written a while after the sign-in that it tells of failed. */
const aroundMs = hourMs;

/** Why the Mac's state by itself shows the finding; null where it does not. */
export function stateOf(id: FindingId, mac: MacState, clues: Clues, horizon: Horizon): Because | null {
  switch (id) {
    case 'offline':
      return mac.facts.network.kind === 'offline' ? 'seen-now' : null;
    case 'log-access-denied':
      return mac.facts.logAccess.kind === 'denied' ? 'seen-now' : null;
    case 'setting-invalid':
      return mac.facts.invalidSettings.length > 0 ? 'seen-now' : null;
    case 'agent-not-running':
      return agentNotRunning(mac);
    case 'recurring-removed':
      return recurringRemoved(mac);
    case 'logs-rolled-over':
      return rolledOver(mac, clues, horizon) ? 'off-without-line' : null;
    default:
      return null;
  }
}

function isRegistered({ phase }: MacState): boolean {
  return phase !== 'unregistered' && phase !== 'unknown';
}

function agentNotRunning(mac: MacState): Because | null {
  if (!isRegistered(mac) || !mac.recurring) return null;
  if (mac.facts.launchAgent.kind === 'absent') return 'agent-file-absent';
  return mac.phase === 'overdue' ? 'check-overdue' : null;
}

function recurringRemoved(mac: MacState): Because | null {
  if (!isRegistered(mac) || mac.recurring) return null;
  const version = jamfVersion(mac.facts.jamf);
  return version !== null && !isBefore(version, [11, 5]) ? 'jamf-version' : 'no-recurrence-seen';
}

/** The Mac was switched off, the log can be read, and no line tells of it: it was older than what macOS keeps. */
function rolledOver({ phase, since, facts }: MacState, { failures }: Clues, horizon: Horizon): boolean {
  if (phase !== 'deactivated' || facts.logAccess.kind !== 'granted') return false;
  if (!horizon.passed(since + logArrivesMs)) return false;
  return !failures.some(
    ({ startedAt, endedAt }) => startedAt <= since + aroundMs && endedAt >= since - aroundMs,
  );
}
