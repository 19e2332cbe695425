import { appendFileSync, readFileSync } from 'node:fs';
import type { MacLayout } from './layout.ts';

/** What a test says of a record of the unified log; the rest is filled in as the real ones have it. */
export type LogEntry = {
  readonly message: string;
  readonly level?: 'Default' | 'Info' | 'Debug' | 'Error' | 'Fault';
  readonly subsystem?: string;
  readonly category?: string;
  /** Epoch milliseconds, fractions allowed. */
  readonly at?: number;
  readonly pid?: number;
  readonly uid?: number;
  readonly threadId?: number;
  readonly processPath?: string;
  readonly senderPath?: string;
  readonly eventType?: 'logEvent' | 'lossEvent' | 'activityCreateEvent';
};

const machTicksPerMs = 24_000; // Apple silicon counts at 24 MHz
const agentPath =
  '/Library/Application Support/JAMF/Jamf.app/Contents/MacOS/Jamf Conditional Access.app/Contents/MacOS/Jamf Conditional Access';

let recordsWritten = 0;

/** Appends one record to the Mac's log, in the shape that `log --style ndjson` prints. */
export function appendRecord(layout: MacLayout, entry: LogEntry): void {
  appendFileSync(layout.logStore, `${recordLine(layout, entry)}\n`);
}

function recordLine(layout: MacLayout, entry: LogEntry): string {
  const [bootSeconds, , bootUUID] = readFileSync(layout.state.boot, 'utf8').trim().split(' ');
  const at = entry.at ?? performance.timeOrigin + performance.now();
  const processPath = entry.processPath ?? agentPath;
  recordsWritten += 1;
  const record = {
    timezoneName: '',
    messageType: entry.level ?? 'Default',
    eventType: entry.eventType ?? 'logEvent',
    source: null,
    formatString: '%{public}s',
    userID: entry.uid ?? 501,
    activityIdentifier: 0,
    subsystem: entry.subsystem ?? 'com.jamf.management.jamfAAD',
    category: entry.category ?? 'workflow',
    threadID: entry.threadId ?? process.pid * 10 + 1,
    senderImageUUID: '36FAA0CA-848B-3287-B23D-323F2A4C63EE',
    backtrace: { frames: [{ imageOffset: 74_096, imageUUID: '36FAA0CA-848B-3287-B23D-323F2A4C63EE' }] },
    bootUUID,
    processImagePath: processPath,
    senderImagePath: entry.senderPath ?? processPath,
    timestamp: localTimestamp(at),
    // Two records of one process never share a tick; several processes are told apart by their threads.
    machTimestamp: Math.round((at - Number(bootSeconds) * 1000) * machTicksPerMs) + recordsWritten,
    eventMessage: entry.message,
    processImageUUID: '5E5C46C9-1B52-3D2F-9B0B-6C3A0C8D1E11',
    traceID: 0,
    processID: entry.pid ?? process.pid,
    senderProgramCounter: 74_096,
    parentActivityIdentifier: 0,
  };
  return (
    JSON.stringify(record)
      .replaceAll('/', '\\/')
      // Real trace ids exceed 2^53: a reader that goes through a JavaScript number corrupts them.
      .replace('"traceID":0', `"traceID":${45_473_881_108_119_556n + BigInt(recordsWritten)}`)
  );
}

/** `2026-11-25 01:02:03.456789+0100`: local time, microseconds, no `T`, no colon in the offset. */
function localTimestamp(at: number): string {
  const time = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const micros = Math.floor(at * 1000) % 1_000_000;
  const offset = -time.getTimezoneOffset();
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}${two(Math.abs(offset) % 60)}`;
  return `${date} ${clock}.${String(micros).padStart(6, '0')}${zone}`;
}
