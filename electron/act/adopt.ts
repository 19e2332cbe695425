import type { AttemptRecord } from '../attempt-record.ts';
import { endAttempt } from './attempt-record.ts';
import type { ActDeps } from './deps.ts';
import { isAgentAlive, isAlive, isSame } from './processes.ts';

/**
 * While its watcher lives the end of a sign-in is on its way to the disk, with an exit code that only that one can see.
 * A watcher that takes longer is stopped in its terminal, or could not write.
 */
const usualPatienceMs = 10_000;

/**
 * Looks after a sign-in whose Vigil is gone (it was quit, killed, or was a command line that ended) or does not do its
 * part: once the sign-in is over, its record is ended, at the time at which that was seen. Call it before each reading of
 * the record; without such a sign-in it costs no more than that reading. Never rejects.
 */
export async function adoptAttempt(deps: ActDeps, patienceMs = usualPatienceMs): Promise<void> {
  const { mac, log, self, goneSince } = deps;
  const reading = mac.record();
  if (reading.kind === 'unreadable') log.warn('the record of the last sign-in cannot be read', reading.why);
  if (reading.kind !== 'read' || reading.record.end !== null) return;
  const { record } = reading;
  // A child of this process keeps its id until its end was seen here, so nobody has to be asked.
  const isOurs = isSame(record.watcher, await self());
  if (isAgentAlive(record, isOurs ? null : await mac.agentRuns())) {
    goneSince.delete(record.id);
    return;
  }
  const isWatched = isOurs || isAlive(record.watcher, await mac.processes());
  if (isWatched && !isLate(record, goneSince, patienceMs)) return;
  log.info('a sign-in has ended unwatched', record.id);
  await endAttempt(deps, record.id, { kind: 'gone' });
}

function isLate({ id }: AttemptRecord, goneSince: ActDeps['goneSince'], patienceMs: number): boolean {
  const since = goneSince.get(id) ?? performance.now();
  goneSince.set(id, since);
  return performance.now() - since >= patienceMs;
}
