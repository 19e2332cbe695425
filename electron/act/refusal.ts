import type { AgentRun, AgentRunsFact, CannotStart, NetworkFact, PersonFact } from '../assess/facts.ts';
import type { RecordReading } from '../attempt-record.ts';
import type { LoginHostState } from './login-probe.ts';
import type { Trust } from './trust.ts';

/** Why no sign-in was started. Nothing of it is recorded: nothing has happened. */
export type Refusal = {
  readonly kind: 'could-not-start';
  readonly why: CannotStart;
  /** `too-soon`: when it makes sense again. */
  readonly until: number | null;
  /** `agent-running`: the run that is in the way. */
  readonly run: AgentRun | null;
  /** For the log and for IT. */
  readonly detail: string | null;
};

export function refuse(
  why: CannotStart,
  about: Partial<Pick<Refusal, 'until' | 'run' | 'detail'>> = {},
): Refusal {
  return { kind: 'could-not-start', why, until: null, run: null, detail: null, ...about };
}

/** A sign-in as root harms the Mac's registration (Jamf's own warning). Root is who the Mac says, not who runs this process. */
export function refusePerson({ uid }: PersonFact): Refusal | null {
  if (uid === null) return refuse('state-unknown', { detail: 'the Mac does not tell who is signed in' });
  return uid === 0 ? refuse('as-root') : null;
}

/** One sign-in of ours at a time. `record` is fresh, and a sign-in that nobody watches any more was ended before. */
export function refuseSecond(record: RecordReading): Refusal | null {
  return record.kind === 'read' && record.record.end === null ? refuse('attempt-running') : null;
}

/** Two sign-ins at once spoil each other's windows. Those of other people on this Mac do not count. */
export function refuseBeside(agents: AgentRunsFact | null, { uid }: PersonFact): Refusal | null {
  if (agents === null) return refuse('state-unknown', { detail: 'the Mac does not tell what runs on it' });
  const run = agents.runs.find((one) => one.uid === uid);
  return run === undefined ? null : refuse('agent-running', { run });
}

/** A sign-in that cannot reach Microsoft fails, and a failed sign-in deactivates the Mac. */
export function refuseOffline(network: NetworkFact): Refusal | null {
  return network.kind === 'offline' ? refuse('offline') : null;
}

export function refusePortal(loginHost: LoginHostState): Refusal | null {
  return loginHost === 'reachable'
    ? null
    : refuse('captive-portal', { detail: `the sign-in host is ${loginHost}` });
}

/** MSAL would only repeat its last answer. Until when is assess's to say. */
export function refuseTooSoon(throttledUntil: number | null, now: number): Refusal | null {
  return throttledUntil === null || throttledUntil <= now
    ? null
    : refuse('too-soon', { until: throttledUntil });
}

export function refuseUntrusted(trust: Exclude<Trust, { kind: 'trusted' }>): Refusal {
  return trust.kind === 'not-installed'
    ? refuse('not-installed')
    : refuse('not-trusted', { detail: trust.why });
}
