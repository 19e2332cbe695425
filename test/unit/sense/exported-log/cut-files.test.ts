import { describe, expect, it } from 'vitest';
import { type LogStyle, logStyles } from '../../../../electron/sense/exported-log/exported-record.ts';
import { logOf, notAppSso, other, signedIn, silentFailed } from './log-samples.ts';
import { readContents, summaryOf } from './reading.ts';

const samples = [notAppSso, other, signedIn, notAppSso, silentFailed, other];
const whole = samples.filter((sample) => sample !== other).map(({ message }) => message);
const recordStart = {
  ndjson: '\n{"',
  json: '},{',
  default: '\n2026-',
  compact: '\n2026-',
  syslog: '\n2026-',
};

/** Where each of the relevant records begins. */
function startsIn(log: Buffer, style: LogStyle): readonly number[] {
  let from = 0;
  return whole.map((message) => {
    from = log.indexOf(message.slice(0, 20), from + 1);
    return log.lastIndexOf(recordStart[style], from);
  });
}

describe.each(logStyles)('a log in %s style', (style) => {
  const log = Buffer.from(logOf(style, samples));
  const starts = startsIn(log, style);

  it('whose beginning is missing loses only the record that was cut', async () => {
    for (let from = 1; from < log.length * 0.6; from += 37) {
      const { records } = await readContents([log.subarray(from)]);
      const expected = whole.filter((_, i) => (starts[i] ?? 0) >= from);
      const messages = records.map(({ message }) => message);
      expect(messages.slice(-expected.length), `from byte ${from}`).toEqual(expected);
      expect(messages.length - expected.length).toBeLessThanOrEqual(1);
    }
  });

  it('whose end is missing loses only the record that was cut', async () => {
    for (let to = Math.floor(log.length * 0.4); to < log.length; to += 37) {
      const { records, outcome } = await readContents([log.subarray(0, to)]);
      const expected = whole.filter((_, i) => (starts[i + 1] ?? log.length) < to);
      const messages = records.map(({ message }) => message);
      expect(messages.slice(0, expected.length), `to byte ${to}`).toEqual(expected);
      expect(messages.length - expected.length).toBeLessThanOrEqual(1);
      expect(outcome).toMatchObject({ files: [{ malformed: 0 }] });
    }
  });

  it('says that it was cut', async () => {
    const middle = log.indexOf('acquireTokenSilent') + 5;
    expect(summaryOf(await readContents([log.subarray(0, middle)]))).toMatchObject({ isCutAtEnd: true });
    const second = log.indexOf('Battery') + 5;
    expect(summaryOf(await readContents([log.subarray(second)]))).toMatchObject({ isCutAtStart: true });
  });
});

it('an array in one line whose beginning is missing is read from the first whole record', async () => {
  const line = JSON.stringify(JSON.parse(logOf('json', samples)));
  const reading = await readContents([line.slice(700)]);
  expect(summaryOf(reading)).toMatchObject({ style: 'json', isCutAtStart: true, relevant: 3 });
});
