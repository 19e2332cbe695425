import { PassThrough, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { endWithReader } from '../../../electron/cli/broken-pipe.ts';

/** Writes to a stream that fails so. */
async function write(code: string): Promise<{ readonly exitCode: number; readonly said: string }> {
  const stdout = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`${code}: it failed`), { code })),
  });
  const stderr = new PassThrough();
  const { promise, resolve } = Promise.withResolvers<number>();
  endWithReader({ stdout, stderr }, resolve);
  stdout.write('a line');
  const exitCode = await promise;
  stderr.end();
  return { exitCode, said: await text(stderr) };
}

test('a command whose reader has gone ends as shells expect it, without a word', async () => {
  expect(await write('EPIPE')).toEqual({ exitCode: 141, said: '' });
});

test('a command whose output cannot be written says so in one line', async () => {
  const said = 'The output cannot be written: ENOSPC: it failed\n';
  expect(await write('ENOSPC')).toEqual({ exitCode: 74, said });
});
