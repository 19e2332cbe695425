import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise } from 'yauzl';

/**
 * Unpacks a zip file into `directory`, execute bits included.
 * @param nameFor where an entry goes, relative to `directory`; `undefined` leaves it out
 * @param onProgress called with the number of bytes of the zip file that were unpacked so far
 */
export async function unzip(
  zipFile: string,
  directory: string,
  nameFor: (entryName: string) => string | undefined,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<void> {
  const zip = await openPromise(zipFile);
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    const name = nameFor(entry.fileName);
    if (name !== undefined && !entry.fileName.endsWith('/')) {
      const target = join(directory, name);
      await mkdir(dirname(target), { recursive: true });
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(target, { mode: modeOf(entry) }),
      );
    }
    bytes += entry.compressedSize;
    onProgress(bytes);
  }
}

/** The upper half of the external attributes is the Unix file mode. */
function modeOf(entry: Entry): number {
  return ((entry.externalFileAttributes >>> 16) & 0o111) === 0 ? 0o644 : 0o755;
}
