import { parseLogTime } from '../log-record.ts';
import type { ExportedRecord, LogStyle } from './exported-record.ts';
import { levelOf } from './exported-record.ts';

export type TextStyle = Exclude<LogStyle, 'ndjson' | 'json'>;

/** `[subsystem:category]` and `(library)` may be missing, and a message may begin with brackets of its own. */
const origin = String.raw`(?:\([^()\n]{1,255}\) )?(?:\[(?<subsystem>[^\s:[\]]{1,255}):(?! )(?<category>[^\]\n]{0,255})\] ?)?`;
const zonedTime = String.raw`(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3,9}[+-]\d{4})`;
const localTime = String.raw`(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3})`;

/**
 * The columns of a row. What stands before the process is separated by spaces; the process itself may hold some
 * ("Jamf Conditional Access"). Every quantifier before the message is bounded, so that no row takes long.
 */
const rows: Readonly<Record<TextStyle, RegExp>> = {
  // Time, thread, type, activity, pid, time to live (older systems leave it out), process.
  default: new RegExp(
    String.raw`^${zonedTime} (?<thread>0x[\da-f]{1,16}) {1,20}(?<level>\w{1,20}) {1,20}0x[\da-f]{1,16} {1,30}(?<pid>\d{1,10}) {1,10}(?:\d{1,10} {1,10})?(?<process>[^\n]{1,255}?):(?: |$)${origin}(?<message>[^]*)$`,
  ),
  compact: new RegExp(
    String.raw`^${localTime} (?<level>[A-Za-z]{1,2}) {1,3}(?<process>[^\n]{1,255}?)\[(?<pid>\d{1,10}):(?<thread>[\da-f]{1,16})\](?: |$)${origin}(?<message>[^]*)$`,
  ),
  // `log` calls every host localhost.
  syslog: new RegExp(
    String.raw`^${zonedTime} {1,3}(?:localhost )?(?<process>[^\n]{1,255}?)\[(?<pid>\d{1,10})\](?: <(?<level>\w{1,20})>)?:(?: |$)${origin}(?<message>[^]*)$`,
  ),
};

export type TextRow = Omit<ExportedRecord, 'source'>;

/** Reads one record, from its time to the end of its last line; null when it is not a row of that style. */
export function parseTextRow(style: TextStyle, text: string): TextRow | null {
  const groups = rows[style].exec(withoutFurniture(text))?.groups;
  if (groups === undefined) return null;
  const {
    time = '',
    process = '',
    pid = '',
    thread = '',
    subsystem = '',
    category = '',
    level = '',
  } = groups;
  const at = style === 'compact' ? parseLocalTime(time) : parseLogTime(time);
  if (at === null) return null;
  const message = (groups.message ?? '').replaceAll('\r\n', '\n').trimEnd();
  return {
    at,
    message,
    subsystem,
    category,
    processPath: process,
    pid: Number(pid),
    uid: null,
    key: `${at}:${pid}:${thread}:${message.slice(0, 100)}`,
    level: levelOf(level),
  };
}

/**
 * What `log` prints around the rows: its totals, and the banner and header of a further export in the same file. None
 * of it belongs to the message of the row before it.
 */
const furniture =
  /\n(?:-{20,}(?:\r?\n *Log {1,20}- |\s*$)|Timestamp {5,40}\S|Filtering the log data using "|Skipping info and debug messages)/;

function withoutFurniture(text: string): string {
  const start = text.search(furniture);
  return start === -1 ? text : text.slice(0, start);
}

/** The time of a row, without the rest of it. */
export function timeOfRow(style: TextStyle, text: string): number | null {
  if (style === 'compact') return parseLocalTime(text.slice(0, '2026-11-25 10:00:00.000'.length));
  const end = text.indexOf(' ', '2026-11-25 '.length);
  return end === -1 ? null : parseLogTime(text.slice(0, end));
}

/** Compact style tells no zone: its times are those of the Mac that printed it, and are read as times of this one. */
function parseLocalTime(time: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})$/.exec(time);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = match.slice(1).map(Number);
  const at = new Date(year, month - 1, day, hour, minute, second, ms);
  const exists =
    at.getMonth() === month - 1 && at.getDate() === day && hour < 24 && minute < 60 && second < 61;
  return exists ? at.getTime() : null;
}

const digit = { zero: 0x30, nine: 0x39 } as const;
const dash = 0x2d;
const colon = 0x3a;
const dot = 0x2e;
const space = 0x20;

/**
 * Whether a record begins at that byte, which is the first of a line: `2026-11-25 10:00:00.000`, in every text style.
 * Asked of every line, so only the marks between the digits are looked at.
 */
export function isRowStart(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at + 4] === dash &&
    bytes[at + 7] === dash &&
    bytes[at + 10] === space &&
    bytes[at + 13] === colon &&
    bytes[at + 16] === colon &&
    bytes[at + 19] === dot &&
    isDigit(bytes[at]) &&
    isDigit(bytes[at + 3])
  );
}

/** So many bytes of a line say whether a record begins with it. */
export const rowStartBytes = 20;

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= digit.zero && byte <= digit.nine;
}
