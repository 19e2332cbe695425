import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import { type LogRecord, logEventNames } from '../../../electron/assess/log-event.ts';
import { eventOf, vocabulary } from '../../../electron/assess/vocabulary.ts';
import { formatLines, parseLines } from '../../../electron/ledger-lines.ts';
import { noon } from './given.ts';
import { logLines } from './log-lines.ts';

const person = { uid: 501, userName: 'test.user' };

function record(message: string, more: Partial<LogRecord> = {}): LogRecord {
  return {
    at: noon,
    message,
    subsystem: 'com.jamf.management.jamfAAD',
    category: 'workflow',
    processPath: '/Library/Application Support/JAMF/Jamf.app/Contents/MacOS/Jamf Conditional Access.app',
    pid: 4242,
    uid: 501,
    key: 'boot:1:2',
    ...more,
  };
}

describe('every known line becomes its event', () => {
  it.each(logLines)('%s', (line, expected) => {
    expect(eventOf(record(line), person)).toMatchObject({
      ...expected,
      at: noon,
      key: 'boot:1:2',
      pid: 4242,
    });
  });

  it('no half of an error is taken from elsewhere in the line', () => {
    const event = eventOf(
      record(
        'Processing an AAD error with error code -51412, error invalid_grant, description MaskedError(X, 1)',
      ),
      person,
    );
    expect(event).not.toHaveProperty('domain');
  });
});

/** The lines that are published, each with the event that it is; `<…>` stands for what differs. */
const published = readFileSync(new URL('./published-lines.fixture.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((row) => row.split('\t') as [event: string, literal: string]);

describe('what is published is known', () => {
  const told = published.filter(([name, literal]) => {
    const pieces = literal
      .split(/<[^>]+>/)
      .map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
    const line = new RegExp(pieces.join('.+'), 's');
    return logLines.some(([text, event]) => event.name === name && line.test(text));
  });

  it(`${told.length} of ${published.length} published lines`, () => {
    expect(told).toEqual(published);
  });
});

describe('the table is tested whole', () => {
  const read = vocabulary.filter(({ needle, pattern }) =>
    logLines.some(([line]) => line.includes(needle) && pattern.test(line)),
  );

  it(`${read.length} of ${vocabulary.length} kinds of lines`, () => {
    expect(read).toEqual(vocabulary);
  });

  it('every event has a line, but for a run as root, which any line of root shows', () => {
    const names = new Set([...vocabulary.map(({ name }) => name), 'ran-as-root']);
    expect([...names].sort()).toEqual([...logEventNames].sort());
  });

  it('every needle is part of what its pattern matches', () => {
    for (const { needle, pattern } of vocabulary) {
      const matching = logLines.filter(([line]) => pattern.test(line));
      expect(matching.filter(([line]) => !line.includes(needle))).toEqual([]);
    }
  });

  it('the ledger reads back every event as it was', () => {
    const entries = logLines.flatMap(([line]): LedgerEntry[] => {
      const event = eventOf(record(line), person);
      return event === null ? [] : [{ type: 'log', at: noon, event }];
    });
    expect(entries).toHaveLength(logLines.length);
    expect(parseLines(Buffer.from(formatLines(entries))).entries).toEqual(entries);
  });
});

describe('what does not count', () => {
  it.each([
    ['a line of another user id', record('AAD ID acquired for macOS user account test.user', { uid: 502 })],
    ['a line about another account', record('No AAD ID found for macOS user account test.user2')],
    ['an account that begins alike', record('No AAD ID found for macOS user account test.user smith')],
    ['an unknown line', record('Account handling begins.')],
    ['an empty line', record('')],
    [
      'the same library in another app',
      record('acquireTokenSilent returning with error: (MSALErrorDomain, -50002) x', {
        subsystem: 'com.microsoft.teams2',
        processPath: '/Applications/Microsoft Teams.app/Contents/MacOS/MSTeams',
      }),
    ],
    ['an association of a host that is none of ours', record('associated domain failed for example.com')],
    [
      'a daemon’s talk of single sign-on',
      record('not AppSSO URL: x', { uid: 0, subsystem: 'com.apple.AppSSO' }),
    ],
  ])('%s', (_rule, line) => {
    expect(eventOf(line, person)).toBeNull();
  });

  it('-9 with another text is some bad parameter, not an address that is not taken', () => {
    const line = record('Error Domain=com.apple.AppSSO.AuthorizationError Code=-9 "bad parameter"');
    expect(eventOf(line, person)?.name).toBe('sso-error');
  });
});

describe('whose line it is', () => {
  it.each(['Test User', 'test.user-2', 'maría', 'a b.c'])('an account may be called %s', (userName) => {
    const line = record(`No AAD ID found for macOS user account ${userName}\r`);
    expect(eventOf(line, { uid: 501, userName })).toMatchObject({ account: userName });
    expect(eventOf(line, { uid: 501, userName: userName.slice(0, 3) })).toBeNull();
  });

  it('a record that does not tell its user id still counts', () => {
    const line = record('AAD ID acquired for macOS user account test.user', { uid: null });
    expect(eventOf(line, person)).not.toBeNull();
  });

  it('in a file from another Mac everybody’s lines count', () => {
    const line = record('AAD ID acquired for macOS user account somebody', { uid: 777 });
    expect(eventOf(line, null)).toMatchObject({ name: 'signed-in', account: 'somebody' });
  });

  it.each([
    ['by its user id', record('acquireTokenSilent returning with error:', { uid: 0 })],
    ['by its account', record('No AAD ID found for macOS user account root', { uid: null })],
  ])('a sign-in of root is an event by itself, told %s', (_how, line) => {
    const seen = [eventOf(line, person), eventOf(line, null)];
    expect(seen).toMatchObject([{ name: 'ran-as-root' }, { name: 'ran-as-root' }]);
    expect(seen[0]).not.toHaveProperty('account');
  });
});

describe('the evidence', () => {
  it('is the message, cut to 500 characters', () => {
    const line = `AAD ID acquired for macOS user account test.user\n${'x'.repeat(2000)}`;
    expect(eventOf(record(line), person)?.line).toBe(line.slice(0, 500));
  });

  it('is cut without halving a character', () => {
    const line = eventOf(record(`Throttle decision: YES${'x'.repeat(477)}😀`), person)?.line;
    expect(line?.isWellFormed()).toBe(true);
  });
});
