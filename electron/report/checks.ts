import type { AttemptFact, Facts, LaunchAgentFact, NetworkFact, PlistFact } from '../assess/facts.ts';
import type { View } from '../assess/view.ts';
import type { Redacted, Redactor } from './redact.ts';

/** Whether the agent would be run, and if not, why. */
export type AgentCheck<Text extends string> =
  | { readonly kind: 'trusted'; readonly signedBy: 'jamf' | 'same-team-as-jamf-app' }
  | { readonly kind: 'not-installed' }
  | { readonly kind: 'not-trusted'; readonly why: Text };

/** What Vigil depends on, as it is now. */
export type Checks = {
  readonly signInFile: PlistFact;
  readonly logAccess: View['logAccess'];
  readonly launchAgent: LaunchAgentFact;
  readonly agent: AgentCheck<Redacted>;
  /** The Entra app that the agent signs in to; null where Jamf does not tell. */
  readonly appId: Redacted | null;
  /** Runs of the agent that are alive, of this person. */
  readonly agentRuns: readonly { readonly startedAt: number; readonly recurring: boolean }[];
  /** Our own sign-in. */
  readonly attempt: AttemptFact['kind'];
  readonly network: NetworkFact['kind'];
  readonly screenLocked: boolean;
  /** Null while the Mac sleeps. */
  readonly awakeSinceAt: number | null;
  readonly isRoot: boolean;
};

type Checked = { readonly facts: Facts; readonly agent: AgentCheck<string> };

export function checksOf({ facts, agent }: Checked, redact: Redactor): Checks {
  const { jamf, person, presence } = facts;
  return {
    signInFile: facts.plist,
    logAccess: facts.logAccess.kind,
    launchAgent: facts.launchAgent,
    agent: agent.kind === 'not-trusted' ? { kind: agent.kind, why: redact(agent.why) } : agent,
    appId: jamf.kind === 'present' && jamf.appId !== undefined ? redact(jamf.appId) : null,
    agentRuns: facts.agentRuns.runs
      .filter(({ uid }) => uid === person.uid)
      .map(({ startedAt, recurring }) => ({ startedAt, recurring })),
    attempt: facts.attempt.kind,
    network: facts.network.kind,
    screenLocked: presence.locked,
    awakeSinceAt: presence.awakeSince,
    isRoot: person.uid === 0,
  };
}
