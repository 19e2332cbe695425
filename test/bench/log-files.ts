import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export type MadeStyle = 'ndjson' | 'default';

/** 20 of 100,000 lines are relevant. */
const linesInBlock = 5_000;
const programs = ['powerd', 'backupd', 'WindowServer', 'Google Chrome Helper', 'mDNSResponder', 'kernel'];
const agent = 'Jamf Conditional Access';

/** Writes a log of so many bytes, to within some megabytes, as an export of a whole Mac looks. */
export async function writeLog(file: string, style: MadeStyle, bytes: number): Promise<void> {
  const block = Buffer.from(Array.from({ length: linesInBlock }, (_, i) => lineOf(style, i)).join(''));
  const handle = await open(file, 'w');
  try {
    for (let written = 0; written < bytes; written += block.length) await handle.write(block);
  } finally {
    await handle.close();
  }
}

export async function packFile(file: string, packed: string): Promise<void> {
  await pipeline(createReadStream(file), createGzip(), createWriteStream(packed));
}

function lineOf(style: MadeStyle, index: number): string {
  const random = randomFrom(index + 1);
  const isRelevant = index === linesInBlock / 2;
  const program = isRelevant ? agent : (programs[index % programs.length] ?? 'kernel');
  const record: Line = {
    program,
    subsystem: isRelevant ? 'com.jamf.management.jamfAAD' : `com.apple.${program.replaceAll(' ', '')}`,
    time: `2026-11-24 12:${two(Math.floor(index / 60) % 60)}:${two(index % 60)}.${String(index).padStart(6, '0')}+0100`,
    message: isRelevant
      ? 'AAD ID acquired for macOS user account jane.doe'
      : `Client ${program} (${random(9999)}) asked for ${uuid(random)}, état ${random(9)} of 10, below /Library/Caches`,
    pid: random(60_000),
    thread: random(0xffffff),
  };
  return style === 'ndjson' ? ndjson(record, random) : row(record);
}

type Line = {
  readonly program: string;
  readonly subsystem: string;
  readonly time: string;
  readonly message: string;
  readonly pid: number;
  readonly thread: number;
};
type Random = (below: number) => number;

function ndjson({ program, subsystem, time, message, pid, thread }: Line, random: Random): string {
  const path = `/System/Library/CoreServices/${program}.app/Contents/MacOS/${program}`;
  const image = uuid(randomFrom(program.length));
  const record = {
    timezoneName: '',
    messageType: 'Default',
    eventType: 'logEvent',
    source: null,
    formatString: 'Client %{public}s (%d) asked for %{public}s, état %d of 10, below %{public}s',
    userID: 501,
    activityIdentifier: 0,
    subsystem,
    category: 'general',
    threadID: thread,
    senderImageUUID: image,
    backtrace: { frames: [{ imageOffset: random(1e6), imageUUID: image }] },
    bootUUID: uuid(randomFrom(1)),
    processImagePath: path,
    senderImagePath: path,
    timestamp: time,
    machTimestamp: random(1e13),
    eventMessage: message,
    processImageUUID: image,
    traceID: random(1e15),
    processID: pid,
    senderProgramCounter: random(1e6),
    parentActivityIdentifier: 0,
  };
  return `${JSON.stringify(record).replaceAll('/', String.raw`\/`)}\n`;
}

function row({ program, subsystem, time, message, pid, thread }: Line): string {
  const columns = `${time} 0x${thread.toString(16).padEnd(8)} Default     0x0                  ${String(pid).padEnd(6)} 0    `;
  return `${columns}${program}: (libsystem_trace.dylib) [${subsystem}:general] ${message}\n`;
}

/** The same numbers in every run. */
function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function uuid(random: Random): string {
  const hex = (length: number) =>
    Array.from({ length }, () => random(16).toString(16))
      .join('')
      .toUpperCase();
  return [8, 4, 4, 4, 12].map(hex).join('-');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
