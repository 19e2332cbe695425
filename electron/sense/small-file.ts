import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { UnreadableWhy } from '../assess/facts.ts';

export type FileReading =
  | NotRead
  /** `writtenAt` is the file's modification time. */
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly writtenAt: number };

export type NotRead =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: UnreadableWhy };

/** A property list that Vigil reads has some hundred bytes; a megabyte is somebody's mistake. */
export const largestFileBytes = 1024 * 1024;

/**
 * Reads a small regular file whole; a symbolic link to one is followed. Never throws and never hangs: opened without
 * blocking, a FIFO that nobody writes to is seen for what it is instead of being waited for.
 *
 * Synchronous: a thread that reads it would take longer to answer than the reading takes, and while Electron starts, when
 * the first icon waits for these files, ten times as long.
 */
export function readSmallFile(path: string): FileReading {
  let file: number | null = null;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    const stats = fstatSync(file);
    const why = refusal(stats);
    if (why !== null) return { kind: 'unreadable', why };
    const bytes = readUpTo(file, largestFileBytes + 1);
    if (bytes.length > largestFileBytes) return { kind: 'unreadable', why: 'too-large' };
    return { kind: 'read', bytes, writtenAt: Math.trunc(stats.mtimeMs) };
  } catch (error) {
    return notRead(error);
  } finally {
    if (file !== null) close(file);
  }
}

function close(file: number): void {
  try {
    closeSync(file);
  } catch {
    // What was read was read.
  }
}

function refusal(stats: Stats): UnreadableWhy | null {
  if (!stats.isFile()) return 'not-a-file';
  if (stats.size > largestFileBytes) return 'too-large';
  return stats.size === 0 ? 'empty' : null;
}

/** Asks for no more than `limit` bytes, so that a file which grows while it is read cannot fill the memory. */
function readUpTo(file: number, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (length < limit) {
    const buffer = Buffer.alloc(Math.min(64 * 1024, limit - length));
    const bytesRead = readSync(file, buffer);
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    length += bytesRead;
  }
  return Buffer.concat(chunks);
}

/** What the failure to open or to read a file says. */
export function notRead(error: unknown): NotRead {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'absent' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', why: 'no-permission' };
    case 'EISDIR':
    case 'ELOOP':
    case 'ENXIO': // a socket
      return { kind: 'unreadable', why: 'not-a-file' };
    default:
      return { kind: 'unreadable', why: 'io-error' };
  }
}

/** The system's name of an error, such as `ENOENT`; empty for anything else that was thrown. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
