import { randomUUID } from 'node:crypto';
import type { AttemptRecord } from '../../../electron/attempt-record.ts';

/** The record of a sign-in that runs, watched by this process, but for what is given. */
export function aRecord(given: Partial<AttemptRecord> = {}): AttemptRecord {
  return {
    id: randomUUID(),
    by: 'app',
    startedAt: Date.now(),
    pid: null,
    watcher: { pid: process.pid, startedAt: Math.round(performance.timeOrigin) },
    stopAskedAt: null,
    end: null,
    ...given,
  };
}
