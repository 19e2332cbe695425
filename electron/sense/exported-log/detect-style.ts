import type { LogStyle } from './exported-record.ts';
import { isRowStart, parseTextRow, type TextStyle } from './text-row.ts';

export type NotALogWhy =
  /** What `log` leaves where it may not read: not even a header. */
  | 'empty'
  /** A log perhaps, but re-written by an editor or a Windows shell. */
  | 'utf-16'
  /** Packed with something else than gzip. */
  | 'packed'
  | 'gzip-damaged'
  | 'binary'
  | 'other-text';

export type Detection =
  | {
      readonly kind: 'log';
      /** Null where only the banner came: it is the same in every style. */
      readonly style: LogStyle | null;
      /** Where the first record begins, or what there is ends. */
      readonly start: number;
      /** The line of that place, from 1. */
      readonly line: number;
      /** Something stands before the first record that `log` did not print: the end of another record. */
      readonly isCut: boolean;
    }
  | { readonly kind: 'not-a-log'; readonly why: NotALogWhy };

/** So much of a line says what it is. */
const lookedAtBytes = 4096;
const newline = 0x0a;

/** Says what the beginning of a file is, by its content. `bytes` is the whole file or at least its first mebibyte. */
export function detectStyle(bytes: Buffer): Detection {
  const foreign = foreignFormat(bytes);
  if (foreign !== null) return { kind: 'not-a-log', why: foreign };
  return detectByLines(bytes) ?? detectInOneLine(bytes) ?? { kind: 'not-a-log', why: whatElse(bytes) };
}

type Line = { readonly start: number; readonly end: number; readonly number: number };
type Look =
  | { readonly kind: 'record'; readonly style: LogStyle }
  /** A line of NDJSON in which something is broken. */
  | { readonly kind: 'damaged' }
  /** What `log` prints besides records. */
  | { readonly kind: 'furniture'; readonly style: LogStyle | null }
  | { readonly kind: 'blank' | 'stray' };

function detectByLines(bytes: Buffer): Detection | null {
  let furniture: Line | null = null;
  let style: LogStyle | null = null;
  let isCut = false;
  for (const line of linesOf(bytes)) {
    const look = lookAt(bytes, line);
    if (look.kind === 'record') return found(look.style, line, isCut);
    // Of a file that begins with it every line may be damaged: it still is what it is.
    if (look.kind === 'damaged') return found('ndjson', line, isCut);
    if (look.kind === 'stray') isCut = true;
    if (look.kind === 'furniture') {
      furniture = line;
      style = look.style ?? style;
    }
  }
  return furniture === null ? null : found(style, { ...furniture, start: furniture.end }, false);
}

function found(style: LogStyle | null, { start, number }: Line, isCut: boolean): Detection {
  return { kind: 'log', style, start, line: number, isCut };
}

function lookAt(bytes: Buffer, line: Line): Look {
  const style = recordStyle(bytes, line);
  if (style !== null) return { kind: 'record', style };
  const { start, end } = line;
  const text = bytes.toString('latin1', start, Math.min(end, start + lookedAtBytes)).trim();
  if (text === '') return { kind: 'blank' };
  if (isFurniture(text)) return { kind: 'furniture', style: headerOf(text) };
  return { kind: hasKnownKey(text) ? 'damaged' : 'stray' };
}

function* linesOf(bytes: Buffer): Generator<Line> {
  let start = hasByteOrderMark(bytes) ? 3 : 0;
  for (let number = 1; start < bytes.length; number++) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    yield { start, end, number };
    start = end + 1;
  }
}

/** The style of which a record begins with that line. */
function recordStyle(bytes: Buffer, { start, end }: Line): LogStyle | null {
  if (isRowStart(bytes, start)) {
    const text = bytes.toString('utf8', start, Math.min(end, start + lookedAtBytes));
    return textStyles.find((style) => parseTextRow(style, text) !== null) ?? null;
  }
  if (bytes[start] === 0x7b && isRecord(bytes.toString('utf8', start, end))) return 'ndjson';
  // A brace or bracket that ends its line, or an array that begins: several lines, or all in one.
  const head = bytes.toString('latin1', start, start + lookedAtBytes);
  const opening = /^[ \t]{0,16}(?:\[\s{0,80}\{|\{[ \t]{0,80}\r?\n)\s{0,80}"([A-Za-z]{1,40})"\s{0,9}:/.exec(
    head,
  );
  return knownKeys.has(opening?.[1] ?? '') ? 'json' : null;
}

const textStyles: readonly TextStyle[] = ['default', 'compact', 'syslog'];

/** An array without line breaks whose beginning is missing. */
function detectInOneLine(bytes: Buffer): Detection | null {
  const text = bytes.toString('latin1');
  if (/^\s{0,80}\[\s{0,80}(?:\{\s{0,80}\}\s{0,80})?\]\s{0,80}$/.test(text.slice(0, 300))) {
    return { kind: 'log', style: 'json', start: bytes.length, line: 1, isCut: false };
  }
  const boundary = /\}\s{0,80},\s{0,80}(?=\{\s{0,80}"([A-Za-z]{1,40})"\s{0,9}:)/g;
  for (const match of text.matchAll(boundary)) {
    if (!knownKeys.has(match[1] ?? '')) continue;
    const start = match.index + match[0].length;
    const line = text.slice(0, start).split('\n').length;
    return { kind: 'log', style: 'json', start, line, isCut: true };
  }
  return null;
}

/** Keys of a record. Those of a loss, an activity or a signpost are among them. */
const knownKeys: ReadonlySet<string> = new Set(
  `timezoneName messageType eventType source formatString userID activityIdentifier parentActivityIdentifier
  creatorActivityID subsystem category threadID senderImageUUID senderImagePath senderProgramCounter backtrace bootUUID
  processImagePath processImageUUID processID timestamp machTimestamp eventMessage traceID signpostID signpostType
  signpostName signpostScope`.split(/\s+/),
);

/** Keys that nothing else has: one of them makes an object a record. */
const tellingKeys = [
  'eventMessage',
  'eventType',
  'messageType',
  'processImagePath',
  'machTimestamp',
  'traceID',
];

function hasKnownKey(text: string): boolean {
  const key = /^\{"([A-Za-z]{1,40})"\s{0,9}:/.exec(text)?.[1];
  return knownKeys.has(key ?? '');
}

function isRecord(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return false;
    return tellingKeys.some((key) => key in value) || ('count' in value && 'finished' in value);
  } catch {
    return false;
  }
}

function isFurniture(text: string): boolean {
  return (
    text.startsWith('Filtering the log data using "') ||
    text.startsWith('Skipping info and debug messages') ||
    /^-{20,400}$/.test(text) ||
    /^(?:Log|Activity) {1,20}- /.test(text) ||
    headerOf(text) !== null
  );
}

const headers: readonly (readonly [TextStyle, RegExp])[] = [
  ['default', /^Timestamp {2,40}Thread {1,40}Type\b/],
  ['compact', /^Timestamp {2,40}Ty {1,9}Process\[PID:TID\]/],
  ['syslog', /^Timestamp {2,40}\(process\)\[PID\]/],
];

function headerOf(text: string): TextStyle | null {
  return headers.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const packers: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x1f, 0x8b], // gzip in gzip
];

function foreignFormat(bytes: Buffer): NotALogWhy | null {
  if (bytes.length === 0) return 'empty';
  if (packers.some((magic) => magic.every((byte, i) => bytes[i] === byte))) return 'packed';
  return isUtf16(bytes) ? 'utf-16' : null;
}

/** By its mark, or because every other byte of the first few is zero: logs begin with ASCII. */
function isUtf16(bytes: Buffer): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  if (bytes.length < 4) return false;
  return (a === 0 && c === 0 && b !== 0 && d !== 0) || (a !== 0 && c !== 0 && b === 0 && d === 0);
}

function hasByteOrderMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function whatElse(bytes: Buffer): NotALogWhy {
  const head = bytes.subarray(0, lookedAtBytes);
  if (/^\s*$/.test(head.toString('latin1')) && bytes.length <= lookedAtBytes) return 'empty';
  return head.some((byte) => byte < 0x07 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b))
    ? 'binary'
    : 'other-text';
}
