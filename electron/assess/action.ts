import { isOurs, ownRuns } from './agent-run.ts';
import type { Facts } from './facts.ts';
import type { Horizon } from './horizon.ts';
import { throttledUntil } from './outcome.ts';
import type { Action, Phase } from './view.ts';

/**
 * What the person can do now. A sign-in that cannot succeed is never offered: started offline, or beside one that
 * already runs, it would itself switch the Mac's access off.
 */
export function actionOf(phase: Phase, facts: Facts, horizon: Horizon): Action {
  // Without a readable plist nobody could tell what came of a sign-in.
  if (phase === 'unknown' || phase === 'unregistered') return { kind: 'none' };
  if (phase === 'reactivating') return facts.attempt.kind === 'running' ? { kind: 'stop' } : { kind: 'none' };
  const verb = phase === 'deactivated' ? 'reactivate' : 'sign-in-now';
  const blocked = (why: 'agent-running' | 'offline' | 'too-soon', until: number | null): Action => ({
    kind: 'blocked',
    verb,
    why,
    until,
  });
  if (ownRuns(facts).some((run) => !isOurs(run, facts))) return blocked('agent-running', null);
  if (facts.network.kind === 'offline') return blocked('offline', null);
  const until = throttledUntil(facts, horizon);
  return until === null ? { kind: verb } : blocked('too-soon', until);
}
