import { rm } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import type { AttemptEnd } from '../assess/facts.ts';
import type { AttemptRecord } from '../attempt-record.ts';
import { formatRecord } from '../attempt-record.ts';
import { readClaims } from './agent-output.ts';
import { withLock } from './attempt-lock.ts';
import type { ActDeps } from './deps.ts';

/** Writes the record so that a reader sees the old one or the new one, never half of it. Only under the lock. */
export async function writeRecord({ paths }: ActDeps, record: AttemptRecord): Promise<void> {
  await writeFileAtomic(paths.vigil.attempt, formatRecord(record), { mode: 0o600 });
}

/**
 * Changes the record of a sign-in that is not over yet; `change` gets it as it is then. Resolves to the record as it
 * stands afterwards, or to null where no sign-in is running. Rejects when it cannot be written.
 */
export async function changeOpenRecord(
  deps: ActDeps,
  change: (record: AttemptRecord) => AttemptRecord,
): Promise<AttemptRecord | null> {
  const locked = await withLock(deps, async () => {
    const reading = deps.mac.record();
    if (reading.kind !== 'read' || reading.record.end !== null) return null;
    const record = change(reading.record);
    if (record !== reading.record) await writeRecord(deps, record);
    return record;
  });
  if (locked.kind === 'busy') throw new Error('The record of the sign-in stays locked.');
  return locked.value;
}

/** Records how the sign-in `id` ended, unless somebody already has. Never rejects. */
export async function endAttempt(deps: ActDeps, id: string, how: AttemptEnd['how']): Promise<AttemptEnd> {
  const end: AttemptEnd = {
    endedAt: Date.now(),
    how,
    claims: await readClaims(deps.paths.vigil.attemptOutput),
  };
  try {
    const record = await changeOpenRecord(deps, (open) =>
      open.id === id ? { ...open, end: asAsked(end, open) } : open,
    );
    return record?.id === id ? (record.end ?? end) : end;
  } catch (error) {
    deps.log.error('the end of a sign-in could not be recorded', error);
    // A record that never ends would show a sign-in that runs for ever. Removing works on a full disk, too.
    const reading = deps.mac.record();
    if (reading.kind === 'read' && reading.record.id === id)
      await rm(deps.paths.vigil.attempt, { force: true }).catch((again: unknown) => deps.log.error(again));
    return end;
  }
}

/** After the person's Stop the agent may end by the signal or as if by itself: it was stopped. */
function asAsked(end: AttemptEnd, { stopAskedAt }: AttemptRecord): AttemptEnd {
  return stopAskedAt === null ? end : { ...end, how: { kind: 'stopped' } };
}
