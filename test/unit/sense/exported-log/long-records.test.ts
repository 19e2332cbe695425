import { expect, it } from 'vitest';
import { logStyles } from '../../../../electron/sense/exported-log/exported-record.ts';
import { logOf, type Sample, signedIn } from './log-samples.ts';
import { readContents, summaryOf } from './reading.ts';

const mebibyte = 1024 * 1024;
const ofLength = (length: number, text = 'x'): Sample => ({
  message: `jamfAAD ${text.repeat(length / text.length)}`,
});

it.each(logStyles)(
  'records of %s style up to a mebibyte are read, longer ones are counted',
  async (style) => {
    const reading = await readContents([
      logOf(style, [
        signedIn,
        ofLength(0.9 * mebibyte),
        ofLength(1.1 * mebibyte),
        signedIn,
        ofLength(2.5 * mebibyte),
        ofLength(0.9 * mebibyte, 'a line\n'),
        ofLength(5 * mebibyte, 'a line of many\n'),
        signedIn,
      ]),
    ]);
    // A text that JSON escapes is longer there.
    expect(summaryOf(reading)).toMatchObject({ tooLong: style.endsWith('json') ? 4 : 3, malformed: 0 });
    expect(reading.records.filter(({ message }) => message === signedIn.message)).toHaveLength(3);
  },
);

it.each(logStyles)('%s style that goes on and on after a record keeps what came before', async (style) => {
  const log = logOf(style, [signedIn]);
  const endless = Buffer.alloc(6 * mebibyte, '{ x " jamfAAD ');
  const reading = await readContents([Buffer.concat([Buffer.from(log), endless])]);
  expect(reading.records.length).toBeLessThanOrEqual(1);
  expect(summaryOf(reading).style).toBe(style);
});
