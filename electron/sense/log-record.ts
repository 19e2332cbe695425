import { z } from 'zod';
import type { LogRecord } from '../assess/log-event.ts';

export type LogLine =
  /** `level` as the record spells it, such as `Error`; empty where it does not tell. */
  | { readonly kind: 'record'; readonly record: LogRecord; readonly level: string }
  /** The system says that it lost records. */
  | { readonly kind: 'loss' }
  /** Legal, and nothing to Vigil: the banner, the summary at the end of `log show`, activities, signposts. */
  | { readonly kind: 'other' }
  | { readonly kind: 'malformed' };

const text = z.string().catch('');
const count = z.number().nullable().catch(null);

/** Any key may be missing or odd; only a record without a time or of no known type is worth nothing. */
const rawRecord = z.object({
  eventType: text,
  messageType: text,
  timestamp: text,
  eventMessage: text,
  subsystem: text,
  category: text,
  processImagePath: text,
  processID: z.number().catch(0),
  userID: count,
  bootUUID: text,
  machTimestamp: count,
  threadID: count,
});

/** Reads one line of `log … --style ndjson`. Never throws. */
export function parseLogLine(line: string): LogLine {
  if (!line.startsWith('{')) return { kind: 'other' };
  const raw = rawRecord.safeParse(parseJson(line)).data;
  if (raw === undefined) return { kind: 'malformed' };
  if (raw.eventType === 'lossEvent') return { kind: 'loss' };
  if (raw.eventType !== 'logEvent') return { kind: 'other' };
  const at = parseLogTime(raw.timestamp);
  if (at === null) return { kind: 'malformed' };
  const record: LogRecord = {
    at,
    message: raw.eventMessage,
    subsystem: raw.subsystem,
    category: raw.category,
    processPath: raw.processImagePath,
    pid: raw.processID,
    uid: raw.userID,
    key: keyOf(raw, at),
  };
  return { kind: 'record', record, level: raw.messageType };
}

/**
 * The same event has the same key in `log stream` and in `log show`, though their wall-clock times differ by half a
 * millisecond. Numbers beyond 2^53 (an Intel Mac that is up for 104 days) are rounded, each time alike: what is rounded
 * together happened on one thread within two nanoseconds.
 */
function keyOf(raw: z.infer<typeof rawRecord>, at: number): string {
  const { bootUUID, machTimestamp, threadID } = raw;
  if (machTimestamp !== null) return `${bootUUID}:${machTimestamp}:${threadID ?? ''}`;
  return `${at}:${raw.processID}:${threadID ?? ''}:${raw.eventMessage.slice(0, 100)}`;
}

/** `2026-03-06 13:30:09.202323+0800` as epoch milliseconds; null when it is not of that form. */
export function parseLogTime(timestamp: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?\d*([+-]\d\d):?(\d\d)$/.exec(timestamp);
  if (match === null) return null;
  const [, date, time, fraction = '', hours, minutes] = match;
  const at = Date.parse(`${date}T${time}${fraction}${hours}:${minutes}`);
  return Number.isNaN(at) ? null : at;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
