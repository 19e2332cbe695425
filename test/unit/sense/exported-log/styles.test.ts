import { describe, expect, it } from 'vitest';
import { logStyles } from '../../../../electron/sense/exported-log/exported-record.ts';
import {
  agent,
  banner,
  headers,
  logOf,
  noon,
  notAppSso,
  other,
  signedIn,
  silentFailed,
} from './log-samples.ts';
import { readContents, summaryOf } from './reading.ts';

describe.each(logStyles)('a log in %s style', (style) => {
  it('is known by its content, and its relevant records are read', async () => {
    const reading = await readContents([
      logOf(style, [other, signedIn, other, silentFailed, notAppSso, other]),
    ]);
    expect(summaryOf(reading)).toMatchObject({
      style,
      records: 6,
      relevant: 3,
      malformed: 0,
      tooLong: 0,
      isCutAtStart: false,
      isCutAtEnd: false,
      damage: null,
      firstAt: noon,
      lastAt: noon + 5000,
    });
    expect(reading.records.map(({ at, message }) => [at - noon, message])).toEqual([
      [1000, signedIn.message],
      [3000, silentFailed.message],
      [4000, notAppSso.message],
    ]);
  });

  it('tells process, subsystem, category, pid and level, as far as it has them', async () => {
    const { records } = await readContents([
      logOf(style, [{ ...silentFailed, library: 'MSAL lib', pid: 71 }]),
    ]);
    expect(records).toMatchObject([
      {
        processPath: expect.stringMatching(new RegExp(`(^|/)${agent}$`)),
        subsystem: 'com.jamf.management.jamfAAD',
        category: 'msal',
        pid: 71,
        level: style === 'syslog' ? null : 'error',
        uid: style === 'ndjson' || style === 'json' ? 501 : null,
      },
    ]);
  });

  it('is read with the line ends of Windows too', async () => {
    const windows = logOf(style, [signedIn, notAppSso, other]).replaceAll('\n', '\r\n');
    const { records } = await readContents([windows]);
    expect(records.map(({ message }) => message)).toEqual([signedIn.message, notAppSso.message]);
  });

  it('is readable though nothing happened in it', async () => {
    const reading = await readContents([logOf(style, [])]);
    expect(summaryOf(reading)).toMatchObject({ style, records: 0, relevant: 0, firstAt: null, lastAt: null });
  });

  it('keeps the line of each record', async () => {
    const log = logOf(style, [other, notAppSso, other, signedIn]);
    const { records } = await readContents([log]);
    const lines = log.split('\n');
    expect(records.map(({ source }) => lines[source.line - 1])).toEqual(
      style === 'json'
        ? ['},{', '},{']
        : [expect.stringContaining('not AppSSO URL'), expect.stringContaining('AAD ID acquired')],
    );
  });

  it('counts what the agent says without naming a subsystem, and nothing of other programs', async () => {
    const { records } = await readContents([
      logOf(style, [
        { ...signedIn, subsystem: '' },
        { ...signedIn, subsystem: 'com.apple.CFNetwork' },
        { message: 'log show --predicate "subsystem CONTAINS \'jamfAAD\'"', process: 'log', subsystem: '' },
      ]),
    ]);
    expect(records.map(({ message }) => message)).toEqual([signedIn.message]);
  });

  it('keeps accents, other alphabets and emoji', async () => {
    const message = 'AAD ID acquired for macOS user account josé 🦉 Ünïcode 名前';
    const { records } = await readContents([logOf(style, [{ message }])]);
    expect(records[0]?.message).toBe(message);
  });
});

describe('in text styles', () => {
  it('the totals of an export, and the banner and header of the next in the same file, belong to no message', async () => {
    const log = logOf('default', [notAppSso]);
    const { records } = await readContents([log + log]);
    expect(records.map(({ message }) => message)).toEqual([notAppSso.message, notAppSso.message]);
  });

  it('a process may hold spaces and brackets', async () => {
    const process = `Beta [2] of ${agent}`;
    for (const style of ['default', 'compact', 'syslog'] as const) {
      const { records } = await readContents([logOf(style, [{ ...signedIn, process }])]);
      expect(records).toMatchObject([{ processPath: process, pid: 4004, message: signedIn.message }]);
    }
  });

  it('a message may begin with brackets of its own', async () => {
    const message = '[Error: none] (really)';
    const { records } = await readContents([logOf('default', [{ message, subsystem: '', library: '' }])]);
    expect(records).toMatchObject([{ message, subsystem: '' }]);
  });

  it('rows without the column of the time to live, as older systems print them, are read', async () => {
    const row = '2023-10-14 17:53:54.688700+0800 0x1e2cd    Error       0x0                  4004   ';
    const { records } = await readContents([`${row}${agent}: [com.jamf.management.jamfAAD:msal] hello\n`]);
    expect(records).toMatchObject([{ pid: 4004, processPath: agent, message: 'hello' }]);
  });

  it('compact style, which tells no zone, is read in the zone of this Mac', async () => {
    const row = `2026-08-29 08:12:55.956 Db ${agent}[7756:20d5a] [com.jamf.management.jamfAAD:azure] More than 1 account, will try to find a matching account.`;
    const { records } = await readContents([`${headers.compact}\n${row}\n`]);
    expect(records).toMatchObject([
      { at: Date.parse('2026-08-29T08:12:55.956+02:00'), level: 'debug', category: 'azure' },
    ]);
  });

  it('the guide’s own sample is read', async () => {
    const row =
      '2024-01-01 01:00:00.000000+0100 0x3039     Error       0x0                  7756   0    Jamf Conditional Access: [com.jamf.management.jamfAAD:msal] TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00 - 7F6779F2-640C-4FB2-9462-B16C102CF61C] Processing an AAD error with error code -51412, error invalid_grant';
    const { records } = await readContents([`${banner}${headers.default}\n${row}\n`]);
    expect(records).toMatchObject([
      {
        at: Date.UTC(2024, 0, 1),
        source: { line: 3 },
        message: expect.stringMatching(/^TID=12345 MSAL .* error invalid_grant$/),
      },
    ]);
  });
});

describe('in JSON', () => {
  const layouts = {
    'in one line': (text: string) => JSON.stringify(JSON.parse(text)),
    'indented by four': (text: string) => JSON.stringify(JSON.parse(text), null, 4),
    'as objects one after the other': (text: string) =>
      JSON.parse(text)
        .map((record: unknown) => JSON.stringify(record, null, 2))
        .join('\n'),
    'as a live stream, whose array never closes': (text: string) => `${banner}${text.replace(/\]\s*$/, '')}`,
  };

  it.each(Object.entries(layouts))('records are found %s', async (_name, layout) => {
    const reading = await readContents([layout(logOf('json', [other, notAppSso, signedIn]))]);
    expect(summaryOf(reading)).toMatchObject({ style: 'json', records: 3, relevant: 2, isCutAtEnd: false });
  });

  it('braces, quotes and escapes in a message do not end a record', async () => {
    const message = 'payload: {"a": "\\"}"},{ } ] \\ " {{{';
    for (const style of ['json', 'ndjson'] as const) {
      const { records } = await readContents([logOf(style, [{ message }, signedIn])]);
      expect(records.map((record) => record.message)).toEqual([message, signedIn.message]);
    }
  });

  it('identifiers beyond 2^53 do no harm', async () => {
    const log = logOf('ndjson', [signedIn]).replace(/"traceID":\d+/, '"traceID":45473881108119556');
    expect((await readContents([log])).records).toHaveLength(1);
  });
});

it.each(['ndjson', 'json'] as const)('losses that %s reports are counted, relevant or not', async (style) => {
  const loss = { message: 'lost', subsystem: '', process: 'logd', eventType: 'lossEvent' };
  const samples = [other, loss, signedIn, { ...other, eventType: 'activityCreateEvent' }, loss, other];
  const reading = await readContents([logOf(style, samples)]);
  expect(summaryOf(reading)).toMatchObject({ losses: 2, records: 6, relevant: 1 });
});

it('whether debug lines are there is counted where the style tells it', async () => {
  const samples = [{ ...signedIn, level: 'debug' as const }, signedIn];
  expect(summaryOf(await readContents([logOf('default', samples)])).debugRecords).toBe(1);
  expect(summaryOf(await readContents([logOf('ndjson', samples)])).debugRecords).toBe(1);
  expect(summaryOf(await readContents([logOf('syslog', samples)])).debugRecords).toBeNull();
});
