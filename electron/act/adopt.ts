import { endAttempt } from './attempt-record.ts';
import type { ActDeps } from './deps.ts';
import { isAgentAlive, isAlive, isSame } from './processes.ts';

/**
 * Looks after a sign-in whose Vigil is gone (it was quit, killed, or was a command line that ended): once the sign-in
 * is over, its record is ended, at the time at which that was seen. Call it before each reading of the record; without
 * such a sign-in it costs no more than that reading. Never rejects.
 */
export async function adoptAttempt(deps: ActDeps): Promise<void> {
  const { mac, log, self } = deps;
  const reading = mac.record();
  if (reading.kind === 'unreadable') log.warn('the record of the last sign-in cannot be read', reading.why);
  if (reading.kind !== 'read' || reading.record.end !== null) return;
  const { record } = reading;
  // While its watcher lives the end is on its way to the disk, with an exit code that only that one can see.
  if (isSame(record.watcher, await self())) return;
  if (isAgentAlive(record, await mac.agentRuns())) return;
  if (isAlive(record.watcher, await mac.processes())) return;
  log.info('a sign-in has ended unwatched', record.id);
  await endAttempt(deps, record.id, { kind: 'gone' });
}
