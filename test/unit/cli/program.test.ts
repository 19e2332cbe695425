import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { runCli } from '../../../electron/cli/program.ts';
import { createSpeech } from '../../../electron/words/speech.ts';
import { givenMac } from '../act/given-mac.ts';

test('an error that no command expects is told, with an exit code that means nothing else', async () => {
  const { deps } = await givenMac();
  const stderr = new PassThrough();
  const exitCode = await runCli(['status'], {
    ...deps,
    vigilVersion: '1.2.3',
    speech: createSpeech('en'),
    stdin: () => new PassThrough(),
    get stdout(): NodeJS.WritableStream {
      throw new Error('the terminal has burst');
    },
    stderr,
    confirm: null,
    networkProbe: () => Promise.reject(new Error('not asked for')),
    onInterrupt: () => () => {},
  });
  stderr.end();
  expect(exitCode).toBe(70);
  expect(await text(stderr)).toMatch(/exit code 70.+Please report it.+the terminal has burst/s);
});
