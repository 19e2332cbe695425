import { createGunzip } from 'node:zlib';
import type { ByteSource, Damage, OpenedSource } from './byte-source.ts';

/** A packed piece of this size unpacks to 32 MiB at the very most. */
const pieceBytes = 32 * 1024;
const unpackedChunkBytes = 1024 * 1024;

export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks gzip, several members in a row too, as far as it is whole.
 *
 * Piece by piece instead of by a pipe: the stream of Node throws away what it has unpacked when it then finds the end
 * missing, and a log that was cut off is just what people have.
 */
export function unzip(packed: ByteSource): OpenedSource {
  const gunzip = createGunzip({ chunkSize: unpackedChunkBytes });
  const piece = Buffer.alloc(pieceBytes);
  const unpacked: Buffer[] = [];
  let damage: Damage | null = null;
  let isOver = false;
  /** Ends the step that is being waited for. */
  let settle = () => {};

  gunzip.on('data', (chunk: Buffer) => unpacked.push(chunk));
  // None of these calls back the write that meets it. The end comes early where other bytes follow the last member.
  for (const event of ['end', 'close']) {
    gunzip.on(event, () => {
      isOver = true;
      settle();
    });
  }
  gunzip.on('error', (error: NodeJS.ErrnoException) => {
    damage = error.code === 'Z_BUF_ERROR' ? 'truncated' : 'corrupt';
    isOver = true;
    settle();
  });

  const unpackMore = async () => {
    const length = await packed.read(piece);
    await new Promise<void>((resolve) => {
      settle = resolve;
      if (length === 0) gunzip.end();
      else gunzip.write(piece.subarray(0, length), () => resolve());
    });
  };

  const source: ByteSource = {
    ...packed,
    read: async (target) => {
      let filled = 0;
      while (filled < target.length) {
        const [chunk] = unpacked;
        if (chunk === undefined) {
          if (isOver) break;
          await unpackMore();
          continue;
        }
        const count = chunk.copy(target, filled);
        filled += count;
        if (count < chunk.length) unpacked[0] = chunk.subarray(count);
        else unpacked.shift();
      }
      return filled;
    },
    close: async () => {
      gunzip.destroy();
      await packed.close();
    },
  };
  return { source, isGzip: true, damage: () => damage };
}
