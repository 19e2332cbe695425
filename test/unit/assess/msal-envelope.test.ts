import { describe, expect, it } from 'vitest';
import { parseMsalEnvelope } from '../../../electron/assess/msal-envelope.ts';

const id = '7F6779F2-640C-4FB2-9462-B16C102CF61C';
const plain = {
  threadId: 12_345,
  thread: null,
  version: '1.2.14',
  macOs: '14.3.0',
  utcAt: Date.UTC(2024, 0, 1),
  correlationId: id,
  component: null,
  body: 'Falling back.',
};

describe('the envelope of the sign-in library', () => {
  it.each([
    ['as published', `TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00 - ${id}] Falling back.`, {}],
    [
      'on the main thread',
      `TID=12345 (main thread) MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00 - ${id}] Falling back.`,
      { thread: '(main thread)' },
    ],
    [
      'on a thread with a name of several words',
      `TID=12345 com.apple.NSURL queue MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00 - ${id}] Falling back.`,
      { thread: 'com.apple.NSURL queue' },
    ],
    [
      'without a correlation id',
      'TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00] Falling back.',
      { correlationId: null },
    ],
    [
      'with a component',
      `TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00 - ${id}] [Converged] Falling back.`,
      { component: 'Converged' },
    ],
    [
      'with a component and no correlation id',
      'TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00] [Converged] Falling back.',
      { correlationId: null, component: 'Converged' },
    ],
    [
      'behind the time of the extension’s own file',
      `2024-01-01 01:00:00:000 | E | TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00 - ${id}] Falling back.`,
      {},
    ],
    [
      'of a time that is none',
      `TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-13-99 00:00:00 - ${id}] Falling back.`,
      { utcAt: null },
    ],
    [
      'around several lines',
      `TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00 - ${id}] {\n  a = b;\n}`,
      { body: '{\n  a = b;\n}' },
    ],
  ])('%s', (_form, message, changes) => {
    expect(parseMsalEnvelope(message)).toEqual({ ...plain, ...changes });
  });

  it.each([
    ['a plain line', 'AAD ID acquired for macOS user account TID=1'],
    ['another system', 'TID=1 MSAL 1.2.14 iOS 17.0 [2024-01-01 00:00:00] x'],
    ['a line that was cut', 'TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00'],
  ])('%s has none', (_what, message) => {
    expect(parseMsalEnvelope(message)).toBeNull();
  });
});
