import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const headSize = 16;

/** `files` of a folder, or size and place of a file. */
type Node = {
  readonly files?: Readonly<Record<string, Node>>;
  readonly size?: number;
  readonly offset?: string;
};

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    files: z.record(z.string(), node).exactOptional(),
    size: z.number().exactOptional(),
    offset: z.string().exactOptional(),
  }),
);

export type Asar = {
  /** Every file in it, such as `out/main/main.js`. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** What Electron compares with the hash in Info.plist. */
  readonly headerHash: string;
  readonly bytes: number;
};

/** Reads an archive by its published form: a head of four sizes, the index as JSON, the files. */
export async function readAsar(path: string): Promise<Asar> {
  const archive = await readFile(path);
  const begin = 8 + archive.readUInt32LE(4);
  const header = archive.toString('utf8', headSize, headSize + archive.readUInt32LE(12));
  const files = new Map<string, Buffer>();
  const collect = (at: Node, name: string) => {
    for (const [child, below] of Object.entries(at.files ?? {}))
      collect(below, name === '' ? child : `${name}/${child}`);
    if (at.files !== undefined) return;
    const from = begin + Number(at.offset);
    files.set(name, archive.subarray(from, from + (at.size ?? 0)));
  };
  collect(node.parse(JSON.parse(header)), '');
  return { files, headerHash: createHash('sha256').update(header).digest('hex'), bytes: archive.length };
}
