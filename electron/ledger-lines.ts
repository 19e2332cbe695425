import { z } from 'zod';
import type { LedgerEntry } from './assess/ledger-entry.ts';
import { logEventNames } from './assess/log-event.ts';

/** A longer line is damage, not an entry. */
const lineLimit = 64 * 1024;

const instant = z.number().finite();
const text = z.string().max(4096);

const event = z.object({
  name: z.enum(logEventNames),
  at: instant,
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
  utcAt: instant.exactOptional(),
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
  startedAt: instant,
  by: z.enum(['app', 'cli']),
  pid: z.number().int().nullable(),
});

const cannotStart = z.enum([
  'not-installed',
  'not-trusted',
  'as-root',
  'offline',
  'captive-portal',
  'agent-running',
  'attempt-running',
  'too-soon',
  'state-unknown',
  'spawn-failed',
]);

const attemptEnd = z.object({
  endedAt: instant,
  how: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('exited'), code: z.number().nullable(), signal: text.nullable() }),
    z.object({ kind: z.literal('gone') }),
    z.object({ kind: z.literal('stopped') }),
    z.object({ kind: z.literal('could-not-start'), why: cannotStart }),
  ]),
  claims: z.enum(['acquired', 'not-found']).nullable(),
});

const notification = z.discriminatedUnion('what', [
  z.object({ type: z.literal('notification'), at: instant, what: z.literal('asked') }),
  z.object({
    type: z.literal('notification'),
    at: instant,
    what: z.enum(['posted', 'withdrawn', 'failed']),
    key: text,
  }),
]);

const entry = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('plist'),
    at: instant,
    state: z.enum(['absent', 'unreadable', 'read']),
    lastSignInAt: instant.nullable(),
    registered: z.boolean().nullable(),
  }),
  z.object({ type: z.literal('woke'), at: instant }),
  z.object({ type: z.literal('log'), at: instant, event }),
  z.object({ type: z.literal('log-read'), at: instant }),
  z.object({ type: z.literal('refused'), at: instant, by: z.enum(['app', 'cli']), why: cannotStart }),
  z.object({ type: z.literal('attempt'), at: instant, attempt, end: attemptEnd.nullable() }),
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

/**
 * What is worth keeping of `entries`: nothing older than `oldestAt`, and of the log events only the newest when the rest
 * is still larger than `bytes`. The last reading of the plist and the person's word on notifications stay for ever.
 */
export function worthKeeping(
  entries: readonly LedgerEntry[],
  oldestAt: number,
  bytes: number,
): LedgerEntry[] {
  const lastPlist = entries.findLast((line) => line.type === 'plist');
  const lastAsked = entries.findLast((line) => line.type === 'notification' && line.what === 'asked');
  const recent = entries.filter((line) => line.at >= oldestAt || line === lastPlist || line === lastAsked);
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
