import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDenial, showArguments, streamArguments } from '../../../electron/sense/log-command.ts';
import { parseLogLine, parseLogTime } from '../../../electron/sense/log-record.ts';

/** The shape of a real record of powerd, with a message of ours. */
const real = {
  timezoneName: '',
  messageType: 'Default',
  eventType: 'logEvent',
  source: null,
  formatString: '%{public}s',
  userID: 501,
  activityIdentifier: 0,
  subsystem: 'com.jamf.management.jamfAAD',
  category: 'workflow',
  threadID: 1_158_874,
  bootUUID: 'ED40187B-8B76-4555-B78A-E4E689E1EF47',
  processImagePath: '/Applications/Some App.app/Contents/MacOS/Some App',
  timestamp: '2025-08-09 10:41:00.069263-0400',
  machTimestamp: 5_377_653_386_596,
  eventMessage: 'AAD ID acquired for macOS user account ada',
  traceID: 0,
  processID: 602,
};

const without = (...names: readonly string[]) =>
  JSON.stringify(Object.fromEntries(Object.entries(real).filter(([name]) => !names.includes(name))));
const having = (changes: Readonly<Record<string, unknown>>) => JSON.stringify({ ...real, ...changes });

function recordOf(line: string) {
  const parsed = parseLogLine(line);
  return parsed.kind === 'record' ? parsed.record : parsed.kind;
}

describe('the arguments of log', () => {
  const predicate = 'subsystem CONTAINS "jamfAAD" OR subsystem BEGINSWITH "com.apple.AppSSO"';

  it('follow it in a fixed form, whatever the person has set in ~/.logrc', () => {
    expect(streamArguments()).toEqual([
      ...['stream', '--style', 'ndjson', '--color', 'none'],
      ...['--predicate', predicate],
    ]);
  });

  it.each([
    [Date.UTC(2026, 10, 25, 0, 47, 54, 999), '2026-11-25 00:47:54+0000'],
    [Date.UTC(2026, 2, 29, 1, 30), '2026-03-29 01:30:00+0000'],
    [0, '1970-01-01 00:00:00+0000'],
    [-1, '1970-01-01 00:00:00+0000'],
  ])('read it from a whole second on, in UTC', (since, start) => {
    expect(showArguments(since)).toEqual([
      ...['show', '--style', 'ndjson', '--color', 'none'],
      ...['--start', start, '--predicate', predicate],
    ]);
  });

  it.each([
    [77, '', true],
    [1, "log: Must be admin to run 'stream' command\n", true],
    [1, 'log: Could not open local log store: Operation not permitted', true],
    [64, 'log: Cannot run while sandboxed', false],
    [1, '', false],
    [0, '', false],
    [null, '', false],
  ])('that end with %o and %o: a denial is %o', (code, stderr, denied) => {
    expect(isDenial(code, stderr)).toBe(denied);
  });
});

describe('a line of the log', () => {
  it('is a record with its time, its origin and its identity', () => {
    const line = JSON.stringify(real).replaceAll('/', '\\/');
    expect(recordOf(line)).toEqual({
      at: Date.UTC(2025, 7, 9, 14, 41, 0, 69),
      message: real.eventMessage,
      subsystem: real.subsystem,
      category: 'workflow',
      processPath: real.processImagePath,
      pid: 602,
      uid: 501,
      key: 'ED40187B-8B76-4555-B78A-E4E689E1EF47:5377653386596:1158874',
    });
  });

  it('may lack anything but its time and its type', () => {
    const bare = without('userID', 'subsystem', 'category', 'processImagePath', 'processID', 'eventMessage');
    expect(recordOf(bare)).toMatchObject({ message: '', subsystem: '', pid: 0, uid: null });
    expect(recordOf(having({ userID: 'me', category: 7, processID: null }))).toMatchObject({
      uid: null,
      category: '',
      pid: 0,
    });
    expect(recordOf(without('timestamp'))).toBe('malformed');
    expect(recordOf(having({ timestamp: 'yesterday' }))).toBe('malformed');
    expect(recordOf(without('eventType'))).toBe('other');
  });

  it('has one identity in stream and show, though the wall clock differs, and trace ids are beyond 2^53', () => {
    const streamed = having({ timestamp: '2025-08-09 10:41:00.069999-0400' });
    const shown = JSON.stringify(real).replace('"traceID":0', '"traceID":45473881108119556');
    const key = (line: string) => {
      const record = recordOf(line);
      return typeof record === 'string' ? record : record.key;
    };
    expect(key(streamed)).toBe(key(shown));
    expect(key(having({ threadID: 5 }))).not.toBe(key(shown));
    expect(key(having({ machTimestamp: 5 }))).not.toBe(key(shown));
    expect(key(having({ bootUUID: 'another' }))).not.toBe(key(shown));
    // Without the clock of the kernel two messages are still two.
    expect(key(without('machTimestamp'))).not.toBe(
      key(having({ machTimestamp: undefined, eventMessage: 'another' })),
    );
  });

  it.each([
    ['the banner', 'Filtering the log data using "subsystem CONTAINS "jamfAAD""', 'other'],
    ['the summary', '{"count":3335,"finished":1}', 'other'],
    ['an activity', having({ eventType: 'activityCreateEvent' }), 'other'],
    ['a blank', ' ', 'other'],
    ['a list', '[1]', 'other'],
    ['a loss', having({ eventType: 'lossEvent' }), 'loss'],
    ['cut short', '{"eventType":"logEvent","eventM', 'malformed'],
    ['rubbish', '{\u0000\ufffd', 'malformed'],
  ])('that is %s is no record', (_what, line, kind) => {
    expect(recordOf(line)).toBe(kind);
  });

  it('of any text, or of any JSON, is read without an exception', () => {
    const field = fc.constantFrom(...Object.keys(real));
    const object = fc.dictionary(field, fc.jsonValue()).map((changes) => having(changes));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `{${text}`),
          object,
        ),
        (line) => {
          const record = recordOf(line);
          if (typeof record !== 'string') expect(Number.isInteger(record.at)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('the time of a record', () => {
  it.each([
    ['2026-03-06 13:30:09.202323+0800', Date.UTC(2026, 2, 6, 5, 30, 9, 202)],
    ['2026-03-06 13:30:09.999999-0330', Date.UTC(2026, 2, 6, 17, 0, 9, 999)],
    ['2026-03-06 13:30:09+0000', Date.UTC(2026, 2, 6, 13, 30, 9)],
    ['2026-03-06 13:30:09.5+0000', Date.UTC(2026, 2, 6, 13, 30, 9, 500)],
    ['2026-03-29 02:30:00.000000+0100', Date.UTC(2026, 2, 29, 1, 30)],
    ['2026-03-06 13:30:09.202323+08:00', Date.UTC(2026, 2, 6, 5, 30, 9, 202)],
    ['2026-13-06 13:30:09.202323+0800', null],
    ['2026-03-06 25:30:09.202323+0800', null],
    ['2026-03-06 13:30:09.202323', null],
    ['2026-03-06T13:30:09Z', null],
    ['', null],
  ])('%s', (text, at) => {
    expect(parseLogTime(text)).toBe(at);
  });
});
