import { z } from 'zod';
import type { AttemptEnd, AttemptFact, CannotStart } from './assess/facts.ts';

/**
 * The form of `attempt.json`, our one record of the sign-in that runs or ran last. `act/` writes it, `sense/` reads it,
 * in the app and in the command line alike; it outlives both, as the sign-in does.
 */
export type AttemptRecord = {
  readonly id: string;
  readonly by: 'app' | 'cli';
  /** Just before the process was started: it and the pid together tell the process from a later one of that number. */
  readonly startedAt: number;
  /** Null until the process exists. */
  readonly pid: number | null;
  /** The Vigil that started it and will see its exit code; while that one lives, nobody else ends the record. */
  readonly watcher: ProcessIdentity;
  /** When the person clicked Stop; null as long as nobody has. */
  readonly stopAskedAt: number | null;
  readonly end: AttemptEnd | null;
};

/** Process ids are used again; with the time of the start they are not. */
export type ProcessIdentity = { readonly pid: number; readonly startedAt: number };

export type RecordReading =
  | { readonly kind: 'none' }
  /** Something else lies in its place, it was cut short, or a later Vigil wrote it. */
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'read'; readonly record: AttemptRecord };

/** Of a record in another version of this form nothing is taken for granted. */
const version = 1;

/** The last instant that a Date can hold. */
export const instantForm = z.number().min(0).max(8.64e15);
/** Not 0, 1 or less: to `kill` these are the caller's own group, launchd, and everybody. */
const processId = z.int32().min(2);

/** As an object, so that a reason that is added elsewhere and forgotten here does not compile. */
export const cannotStartForm = z.enum({
  'not-installed': 'not-installed',
  'not-trusted': 'not-trusted',
  'as-root': 'as-root',
  offline: 'offline',
  'captive-portal': 'captive-portal',
  'agent-running': 'agent-running',
  'attempt-running': 'attempt-running',
  'too-soon': 'too-soon',
  'state-unknown': 'state-unknown',
  'spawn-failed': 'spawn-failed',
} satisfies { readonly [Why in CannotStart]: Why });

export const attemptEndForm: z.ZodType<AttemptEnd> = z.object({
  endedAt: instantForm,
  how: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('exited'),
      code: z.int().nullable(),
      signal: z.string().max(20).nullable(),
    }),
    z.object({ kind: z.literal('gone') }),
    z.object({ kind: z.literal('stopped') }),
    z.object({ kind: z.literal('could-not-start'), why: cannotStartForm }),
  ]),
  claims: z.enum(['acquired', 'not-found']).nullable(),
});

const recordForm: z.ZodType<AttemptRecord> = z.object({
  id: z.uuid(),
  by: z.enum(['app', 'cli']),
  startedAt: instantForm,
  pid: processId.nullable(),
  watcher: z.object({ pid: processId, startedAt: instantForm }),
  stopAskedAt: instantForm.nullable(),
  end: attemptEndForm.nullable(),
});

const fileForm = z.object({ version: z.literal(version), record: recordForm });

export function formatRecord(record: AttemptRecord): string {
  return `${JSON.stringify({ version, record }, null, 2)}\n`;
}

export function parseRecord(text: string): RecordReading {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', why: 'it is no JSON' };
  }
  const { data, error } = fileForm.safeParse(content);
  return data === undefined
    ? { kind: 'unreadable', why: z.prettifyError(error) }
    : { kind: 'read', record: data.record };
}

export function attemptOf({
  id,
  startedAt,
  by,
  pid,
  end,
}: AttemptRecord): Exclude<AttemptFact, { kind: 'none' }> {
  const attempt = { id, startedAt, by, pid };
  return end === null ? { kind: 'running', attempt } : { kind: 'ended', attempt, end };
}
