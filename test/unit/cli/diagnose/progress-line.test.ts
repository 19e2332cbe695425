import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { ProgressLine } from '../../../../electron/cli/diagnose/progress-line.ts';
import { createSpeech } from '../../../../electron/words/speech.ts';

const speech = createSpeech('en-GB');

async function said(isTTY: boolean, totalBytes: number | null, silentMs: number): Promise<string> {
  const stream = Object.assign(new PassThrough(), { isTTY });
  const line = new ProgressLine(stream, speech, silentMs);
  line.show({ doneBytes: 45_600_000, totalBytes });
  line.show({ doneBytes: 45_700_000, totalBytes });
  line.clear();
  stream.end();
  return text(stream);
}

it('a terminal shows how far the reading is, a few times a second, and nothing of it remains', async () => {
  expect(await said(true, 100_000_000, 0)).toBe('\r\u001b[KReading … 45 %\r\u001b[K');
  expect(await said(true, null, 0)).toBe('\r\u001b[KReading … 46 MB\r\u001b[K');
});

it('what is read at once needs no word, and a file or pipe gets none', async () => {
  expect(await said(true, 100_000_000, 60_000)).toBe('');
  expect(await said(false, 100_000_000, 0)).toBe('');
});
