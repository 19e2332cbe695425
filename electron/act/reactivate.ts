import type { Attempt, AttemptEnd } from '../assess/facts.ts';
import { type AttemptRecord, attemptOf } from '../attempt-record.ts';
import { adoptAttempt } from './adopt.ts';
import { spawnAgent } from './agent-spawn.ts';
import { withLock } from './attempt-lock.ts';
import { endAttempt, writeRecord } from './attempt-record.ts';
import type { ActDeps } from './deps.ts';
import { loginUrl, probeLoginHost } from './login-probe.ts';
import {
  type Refusal,
  refuse,
  refuseBeside,
  refuseOffline,
  refusePerson,
  refusePortal,
  refuseSecond,
  refuseTooSoon,
  refuseUntrusted,
} from './refusal.ts';
import { checkTrust, type Signer, type Trust } from './trust.ts';

export type StartRequest = {
  readonly by: Attempt['by'];
  /** Until when MSAL would only repeat its last answer, as assess says; null where it would not. */
  readonly throttledUntil: number | null;
};

export type StartResult = Started | Refusal;

export type Started = {
  readonly kind: 'started';
  readonly attempt: Attempt;
  readonly signedBy: Signer;
  /** Resolves when the sign-in is over and that is recorded; never rejects, and does not keep the process alive. */
  readonly ended: Promise<AttemptEnd>;
};

type Trusted = Extract<Trust, { kind: 'trusted' }>;

/**
 * Runs `gatherAADInfo` as the person, once, if that can do any good. Resolves as soon as it runs, or to why it does
 * not; never rejects. The sign-in goes on when Vigil ends.
 */
export async function startAttempt(deps: ActDeps, request: StartRequest): Promise<StartResult> {
  try {
    const result = await start(deps, request);
    if (result.kind === 'could-not-start') deps.log.warn('no sign-in was started', result);
    else deps.log.info('a sign-in was started', result.attempt);
    return result;
  } catch (error) {
    deps.log.error('a sign-in could not be started', error);
    return refuse('spawn-failed', { detail: String(error) });
  }
}

async function start(deps: ActDeps, request: StartRequest): Promise<StartResult> {
  await adoptAttempt(deps);
  const checked = await check(deps, request);
  if (checked.kind === 'could-not-start') return checked;
  const locked = await withLock(
    deps,
    async () => (await refuseRival(deps)) ?? launch(deps, request, checked),
  );
  return locked.kind === 'done'
    ? locked.value
    : refuse('attempt-running', { detail: 'the lock stays taken' });
}

/** From the cheapest and most telling question to the dearest. */
async function check(deps: ActDeps, { throttledUntil }: StartRequest): Promise<Refusal | Trusted> {
  const refusal =
    (await refuseRival(deps)) ??
    refuseOffline(await deps.mac.network()) ??
    (await refuseWithoutHost(deps)) ??
    refuseTooSoon(throttledUntil, Date.now());
  if (refusal !== null) return refusal;
  const trust = await checkTrust(deps.paths, deps.run);
  return trust.kind === 'trusted' ? trust : refuseUntrusted(trust);
}

/** Asked twice: at first, so that nothing else is done in vain, and under the lock, where the answer holds. */
async function refuseRival({ mac }: ActDeps): Promise<Refusal | null> {
  const person = await mac.person();
  return refusePerson(person) ?? refuseSecond(mac.record()) ?? refuseBeside(await mac.agentRuns(), person);
}

async function refuseWithoutHost({ paths, fetch }: ActDeps): Promise<Refusal | null> {
  const url = await loginUrl(paths);
  return url === null ? null : refusePortal(await probeLoginHost(fetch, url));
}

/** Under the lock. The record comes first: should Vigil be killed in between, it is known that something was tried. */
async function launch(
  deps: ActDeps,
  { by }: StartRequest,
  { executable, signedBy }: Trusted,
): Promise<StartResult> {
  const record: AttemptRecord = {
    id: crypto.randomUUID(),
    by,
    startedAt: Date.now(),
    pid: null,
    watcher: await deps.self(),
    stopAskedAt: null,
    end: null,
  };
  await writeRecord(deps, record);
  const spawned = await spawnAgent(executable, deps.paths, deps.userName);
  if (spawned.kind === 'failed') {
    const how = { kind: 'could-not-start', why: 'spawn-failed' } as const;
    await writeRecord(deps, { ...record, end: { endedAt: Date.now(), how, claims: null } });
    return refuse('spawn-failed', { detail: spawned.why });
  }
  if (signedBy !== 'jamf')
    deps.log.warn('the agent is not signed by the team that is known to be Jamf', signedBy);
  const running = { ...record, pid: spawned.pid };
  const ended = spawned.exited.then((how) => endAttempt(deps, record.id, how));
  // The sign-in runs, whatever becomes of the record; without the process id only Stop cannot find it.
  await writeRecord(deps, running).catch((error: unknown) =>
    deps.log.error('the process of a sign-in could not be recorded', error),
  );
  return { kind: 'started', attempt: attemptOf(running).attempt, signedBy, ended };
}
