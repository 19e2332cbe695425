import { close, constants, fstat, open, read } from 'node:fs';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { codeOf } from '../small-file.ts';
import { isGzip, unzip } from './gunzip-source.ts';

const openFile = promisify(open);
const readFile = promisify(read);
const closeFile = promisify(close);
const statFile = promisify(fstat);

/** Bytes that are asked for, one request at a time. */
export type ByteSource = {
  /** Fills the target as far as there are bytes; fewer than fit only at the end. Rejects with the system's error. */
  readonly read: (target: Buffer) => Promise<number>;
  readonly close: () => Promise<void>;
  /** Bytes read so far from the file itself, packed as it may be. */
  readonly bytesRead: () => number;
  /** Of the file itself; null where nobody knows, as of a pipe. */
  readonly totalBytes: number | null;
};

/** What a source says at its end. */
export type Damage = 'truncated' | 'corrupt';

export type OpenedSource = {
  readonly source: ByteSource;
  readonly isGzip: boolean;
  /** What is wrong with the packing, as far as it was read. */
  readonly damage: () => Damage | null;
};

export type SourceOptions = {
  /** What `-` stands for. */
  readonly stdin: () => Readable;
  /** Ends also a wait for bytes that may never come. */
  readonly signal?: AbortSignal;
};

/** Opens a file, a named pipe or, for `-`, the standard input; what is packed by gzip comes out unpacked. */
export async function openSource(path: string, options: SourceOptions): Promise<OpenedSource> {
  const raw = path === '-' ? streamSource(options.stdin(), options) : await fileSource(path, options);
  try {
    const head = Buffer.alloc(2);
    const length = await raw.read(head);
    const source = pushedBack(raw, head.subarray(0, length));
    return isGzip(head) ? unzip(source) : { source, isGzip: false, damage: () => null };
  } catch (error) {
    await raw.close().catch(() => {});
    throw error;
  }
}

/**
 * Opened without blocking, because a named pipe that nobody writes to would keep the process from ending; such pipes
 * are then read as what they are (`vigil diagnose <(log show …)`).
 */
async function fileSource(path: string, options: SourceOptions): Promise<ByteSource> {
  const file = await openFile(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  try {
    const stats = await statFile(file);
    if (stats.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    if (stats.isFIFO()) {
      return streamSource(new Socket({ fd: file, readable: true, writable: false }), options);
    }
    return fileDescriptorSource(file, stats.isFile() ? stats.size : null);
  } catch (error) {
    await closeFile(file).catch(() => {});
    throw error;
  }
}

function fileDescriptorSource(file: number, totalBytes: number | null): ByteSource {
  let bytesRead = 0;
  return {
    read: async (target) => {
      let filled = 0;
      while (filled < target.length) {
        const { bytesRead: count } = await readFile(file, target, filled, target.length - filled, null);
        if (count === 0) break;
        filled += count;
      }
      bytesRead += filled;
      return filled;
    },
    close: () => closeFile(file),
    bytesRead: () => bytesRead,
    totalBytes,
  };
}

function streamSource(stream: Readable, { signal }: SourceOptions): ByteSource {
  if (signal !== undefined) addAbortSignal(signal, stream);
  const chunks: AsyncIterator<unknown> = stream[Symbol.asyncIterator]();
  let left: Buffer = Buffer.alloc(0);
  let bytesRead = 0;
  return {
    read: async (target) => {
      let filled = 0;
      while (filled < target.length) {
        if (left.length === 0) {
          const next = await chunks.next();
          if (next.done === true) break;
          left = toBuffer(next.value);
          continue;
        }
        const count = left.copy(target, filled);
        left = left.subarray(count);
        filled += count;
      }
      bytesRead += filled;
      return filled;
    },
    close: async () => void stream.destroy(),
    bytesRead: () => bytesRead,
    totalBytes: null,
  };
}

function toBuffer(chunk: unknown): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
}

/** The source with bytes that were looked at, and belong to it, in front. */
function pushedBack(source: ByteSource, head: Buffer): ByteSource {
  let left = head;
  return {
    ...source,
    read: async (target) => {
      const count = left.copy(target);
      left = left.subarray(count);
      return count + (count < target.length ? await source.read(target.subarray(count)) : 0);
    },
  };
}

export type UnreadableLogWhy = 'absent' | 'no-permission' | 'folder' | 'io-error';

export function whyUnreadable(error: unknown): UnreadableLogWhy {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'absent';
    case 'EACCES':
    case 'EPERM':
      return 'no-permission';
    case 'EISDIR':
      return 'folder';
    default:
      return 'io-error';
  }
}
