import type { AttemptFact } from '../assess/facts.ts';
import type { RecordReading } from '../attempt-record.ts';
import { attemptOf, parseRecord } from '../attempt-record.ts';
import type { MacPaths } from '../paths.ts';
import { readSmallFile } from './small-file.ts';

/**
 * Our own sign-in, as its record tells. A record that cannot be read says nothing of a sign-in: should one run all the
 * same, it shows among the agent's runs. Whether a sign-in that nobody watches any more still runs is found out by
 * `adoptAttempt` in act/, which then ends the record: its end has one time for everybody.
 */
export async function readAttempt({ vigil }: MacPaths): Promise<AttemptFact> {
  const reading = await readAttemptRecord(vigil.attempt);
  return reading.kind === 'read' ? attemptOf(reading.record) : { kind: 'none' };
}

export async function readAttemptRecord(path: string): Promise<RecordReading> {
  const file = await readSmallFile(path);
  if (file.kind === 'absent') return { kind: 'none' };
  if (file.kind === 'unreadable') return file;
  return parseRecord(new TextDecoder().decode(file.bytes));
}
