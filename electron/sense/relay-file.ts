import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import type { UnreadableWhy } from '../assess/facts.ts';
import { isChangeable } from '../changeable.ts';
import { parseLogLine } from './log-record.ts';
import { notRead } from './small-file.ts';

export type RelayFile = {
  readonly handle: FileHandle;
  /** The same for one file whatever it is called. */
  readonly identity: string;
  readonly size: number;
  readonly writtenAt: number;
};

export type RelayOpening =
  | { readonly kind: 'open'; readonly file: RelayFile }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: UnreadableWhy | 'not-trusted' };

/** No further back than this, whatever is asked for: the newest tells the most, and Vigil is not to be busy for minutes. */
export const mostRelayBytes = 16 * 1024 * 1024;
export const relayStepBytes = 256 * 1024;

const newline = 0x0a;

/**
 * Opens the file that IT's job fills. What it holds is evidence only and can never change a phase; but it can raise a
 * notification, and hold the button back (MSAL's throttling). So it counts only if nobody but the system and its
 * administrators can have written it, which costs IT nothing, as the job runs as root. Never throws and never hangs.
 *
 * `root` is the Mac's root folder, whose owner is the system.
 */
export async function openRelayFile(path: string, root: string): Promise<RelayOpening> {
  let handle: FileHandle | null = null;
  try {
    const { O_RDONLY, O_NONBLOCK, O_NOCTTY, O_NOFOLLOW } = constants;
    handle = await open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    const file = await relayFile(handle, root);
    if (typeof file !== 'string') {
      handle = null;
      return { kind: 'open', file };
    }
    return { kind: 'unreadable', why: file };
  } catch (error) {
    return notRead(error);
  } finally {
    await handle?.close().catch(() => {});
  }
}

async function relayFile(
  handle: FileHandle,
  root: string,
): Promise<RelayFile | 'not-a-file' | 'not-trusted'> {
  const stats = await handle.stat({ bigint: true });
  if (!stats.isFile()) return 'not-a-file';
  const system = await stat(root);
  const access = { mode: Number(stats.mode), gid: Number(stats.gid) };
  if (Number(stats.uid) !== system.uid || isChangeable(access)) return 'not-trusted';
  return {
    handle,
    // The time of birth tells a new file from the old one whose inode it was given.
    identity: [stats.dev, stats.ino, stats.birthtimeNs].join(':'),
    size: Number(stats.size),
    writtenAt: Number(stats.mtimeMs),
  };
}

/**
 * Where to begin so that every record since then is read: the start of a line, found backwards from the end, because
 * records lie in the order of time. What lies before the limit is given up.
 */
export async function startOf(
  { handle, size }: Pick<RelayFile, 'handle' | 'size'>,
  since: number,
): Promise<number> {
  const floor = Math.max(0, size - mostRelayBytes);
  let start = floor === 0 ? 0 : size;
  for (let from = size; from > floor; ) {
    const to = from;
    from = Math.max(floor, from - relayStepBytes);
    const chunk = await readAt(handle, from, to - from);
    const lineStart = from === 0 ? 0 : chunk.indexOf(newline) + 1;
    if (from !== 0 && lineStart === 0) continue; // in the middle of one long line
    start = from + lineStart;
    const at = firstRecordAt(chunk.subarray(lineStart));
    if (at !== null && at < since) return start;
  }
  return start;
}

/** As many of these bytes as there are. */
export async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

function firstRecordAt(lines: Buffer): number | null {
  for (let start = 0; ; ) {
    const end = lines.indexOf(newline, start);
    if (end === -1) return null;
    const line = parseLogLine(lines.toString('utf8', start, end));
    if (line.kind === 'record') return line.record.at;
    start = end + 1;
  }
}
