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
export function readAttempt({ vigil }: MacPaths): AttemptFact {
  const reading = readAttemptRecord(vigil.attempt);
  return reading.kind === 'read' ? attemptOf(reading.record) : { kind: 'none' };
}

export function readAttemptRecord(path: string): RecordReading {
  const file = readSmallFile(path);
  if (file.kind === 'absent') return { kind: 'none' };
  if (file.kind === 'unreadable') return file;
  return parseRecord(new TextDecoder().decode(file.bytes));
}
