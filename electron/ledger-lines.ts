import { z } from 'zod';
import type { LedgerEntry } from './assess/ledger-entry.ts';
import { logEventNames } from './assess/log-event.ts';
import { attemptEndForm, cannotStartForm, instantForm } from './attempt-record.ts';

/** A longer line is damage, not an entry. */
const lineLimit = 64 * 1024;

const text = z.string().max(4096);

const event = z.object({
  name: z.enum(logEventNames),
  at: instantForm,
  key: text,
  pid: z.number().int(),
  line: text.exactOptional(),
  account: text.exactOptional(),
  code: z.number().exactOptional(),
  domain: text.exactOptional(),
  internalCode: z.number().exactOptional(),
  oauthError: text.exactOptional(),
  subError: text.exactOptional(),
  aadsts: z.number().exactOptional(),
  httpStatus: z.number().exactOptional(),
  correlationId: text.exactOptional(),
  utcAt: instantForm.exactOptional(),
  macOs: text.exactOptional(),
  operation: text.exactOptional(),
  route: text.exactOptional(),
  fallsBack: z.boolean().exactOptional(),
  count: z.number().exactOptional(),
  bundleId: text.exactOptional(),
  clientId: text.exactOptional(),
  host: text.exactOptional(),
});

const attempt = z.object({
  id: text,
  startedAt: instantForm,
  by: z.enum(['app', 'cli']),
  pid: z.number().int().nullable(),
});

const notification = z.discriminatedUnion('what', [
  z.object({ type: z.literal('notification'), at: instantForm, what: z.literal('asked') }),
  z.object({
    type: z.literal('notification'),
    at: instantForm,
    what: z.enum(['posted', 'withdrawn', 'failed']),
    key: text,
  }),
]);

const entry = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('plist'),
    at: instantForm,
    state: z.enum(['absent', 'unreadable', 'read']),
    lastSignInAt: instantForm.nullable(),
    registered: z.boolean().nullable(),
  }),
  z.object({ type: z.literal('woke'), at: instantForm }),
  z.object({ type: z.literal('log'), at: instantForm, event }),
  z.object({ type: z.literal('log-read'), at: instantForm }),
  z.object({ type: z.literal('refused'), at: instantForm, by: z.enum(['app', 'cli']), why: cannotStartForm }),
  z.object({ type: z.literal('attempt'), at: instantForm, attempt, end: attemptEndForm.nullable() }),
  z.object({ type: z.literal('seen'), at: instantForm, attemptId: text }),
  notification,
]) satisfies z.ZodType<LedgerEntry>;

export type ParsedLines = {
  readonly entries: LedgerEntry[];
  /** Lines that are no entry: damaged, or written by a later version. */
  readonly skipped: number;
  /** Bytes up to the last line end: what lies behind is a line that was torn. */
  readonly wholeBytes: number;
};

/** Reads what a ledger file holds, whatever it holds. */
export function parseLines(content: Buffer): ParsedLines {
  const entries: LedgerEntry[] = [];
  let skipped = 0;
  let start = 0;
  for (let end = content.indexOf(10); end !== -1; end = content.indexOf(10, start)) {
    const parsed = end - start > lineLimit ? null : parseLine(content.toString('utf8', start, end));
    if (parsed === null) skipped += 1;
    else entries.push(parsed);
    start = end + 1;
  }
  return { entries, skipped, wholeBytes: start };
}

function parseLine(line: string): LedgerEntry | null {
  return entry.safeParse(parseJson(line)).data ?? null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function formatLines(entries: readonly LedgerEntry[]): string {
  return entries.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** What stays for ever: the last reading of the plist, and the person's word on notifications. */
function lasting(entries: readonly LedgerEntry[]): ReadonlySet<LedgerEntry | undefined> {
  return new Set([
    entries.findLast((line) => line.type === 'plist'),
    entries.findLast((line) => line.type === 'notification' && line.what === 'asked'),
  ]);
}

/** Whether there is anything that `worthKeeping` would drop for its age. */
export function holdsOlder(entries: readonly LedgerEntry[], oldestAt: number): boolean {
  const stays = lasting(entries);
  return entries.some((line) => line.at < oldestAt && !stays.has(line));
}

/**
 * What is worth keeping of `entries`: nothing older than `oldestAt`, and of the log events only the newest when the rest
 * is still larger than `bytes`.
 */
export function worthKeeping(
  entries: readonly LedgerEntry[],
  oldestAt: number,
  bytes: number,
): LedgerEntry[] {
  const stays = lasting(entries);
  const recent = entries.filter((line) => line.at >= oldestAt || stays.has(line));
  let excess = recent.reduce((sum, line) => sum + sizeOf(line), 0) - bytes;
  return recent.filter((line) => {
    const drop = excess > 0 && (line.type === 'log' || line.type === 'log-read');
    if (drop) excess -= sizeOf(line);
    return !drop;
  });
}

function sizeOf(line: LedgerEntry): number {
  return Buffer.byteLength(JSON.stringify(line)) + 1;
}
