import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, it, vi } from 'vitest';
import {
  type ReadProgress,
  readExportedLogs,
} from '../../../../electron/sense/exported-log/read-exported-logs.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { logOf, other, signedIn } from './log-samples.ts';
import { readContents, readFiles, summaryOf } from './reading.ts';

const log = logOf('default', [signedIn, other, signedIn]);

it('“-” is the standard input, packed or not, in whatever pieces it comes', async () => {
  for (const bytes of [Buffer.from(log), gzipSync(log)]) {
    for (const size of [1, 7, 100_000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      const reading = await readFiles(['-'], { stdin: () => Readable.from(pieces) });
      expect(summaryOf(reading)).toMatchObject({ file: '-', records: 3, relevant: 2 });
    }
  }
});

it('a named pipe is read, as a shell makes one for <(log show …)', async () => {
  const pipe = join(tempFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  // Held open for reading too, so that opening it for writing does not wait.
  const writer = openSync(pipe, 'r+');
  const reading = readFiles([pipe]);
  writeSync(writer, log);
  setTimeout(() => closeSync(writer), 200);
  expect(summaryOf(await reading)).toMatchObject({ records: 3, relevant: 2 });
});

it('reading can be given up while it waits for the standard input', async () => {
  const stdin = new PassThrough();
  stdin.write(log.slice(0, 300));
  const abort = new AbortController();
  const reading = readFiles(['-'], { stdin: () => stdin, signal: abort.signal });
  abort.abort();
  expect((await reading).outcome).toEqual({ kind: 'aborted' });
  expect(stdin.destroyed).toBe(true);
});

it('reading can be given up while it waits for a named pipe that nobody writes to', async () => {
  const pipe = join(tempFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reading = readFiles([pipe], { signal: AbortSignal.timeout(100) });
  expect((await reading).outcome).toEqual({ kind: 'aborted' });
});

it('a file that is given up is closed', async () => {
  const file = join(tempFolder(), 'long.log');
  writeFileSync(file, log.repeat(20_000));
  const abort = new AbortController();
  const outcome = await readExportedLogs([file], () => abort.abort(), {
    stdin: () => Readable.from([]),
    signal: abort.signal,
  });
  expect(outcome).toEqual({ kind: 'aborted' });
  await vi.waitFor(() => expect(openFiles()).not.toContain(file));
});

it('progress goes to the length of all files, or says that nobody knows it', async () => {
  const seen: ReadProgress[] = [];
  const onProgress = (progress: ReadProgress) => void seen.push(progress);
  await readContents([log.repeat(9000), gzipSync(log)], { onProgress });
  const total = log.length * 9000 + gzipSync(log).length;
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.every(({ totalBytes }) => totalBytes === total)).toBe(true);
  expect(seen.at(-1)?.doneBytes).toBe(total);
  expect(seen.every(({ doneBytes }, i) => doneBytes >= (seen[i - 1]?.doneBytes ?? 0))).toBe(true);

  seen.length = 0;
  await readFiles(['-'], { stdin: () => Readable.from([Buffer.from(log)]), onProgress });
  expect(seen.at(-1)).toEqual({ doneBytes: log.length, totalBytes: null });
});

it('a mistake in who takes the records is not taken for a file that cannot be read', async () => {
  const file = join(tempFolder(), 'a.log');
  writeFileSync(file, log);
  const failing = readExportedLogs(
    [file],
    () => {
      throw Object.assign(new Error('mine'), { code: 'EACCES' });
    },
    { stdin: () => Readable.from([]) },
  );
  await expect(failing).rejects.toThrow('mine');
});

/** Paths of this process's open files; nothing where the system does not tell. */
function openFiles(): string {
  return execFileSync('sh', ['-c', `ls -l /proc/${process.pid}/fd 2>/dev/null || true`], {
    encoding: 'utf8',
  });
}
