import { describe, expect, it } from 'vitest';
import type { LogEvent, LogRecord } from '../../../electron/assess/log-event.ts';
import { eventOf } from '../../../electron/assess/vocabulary.ts';
import { noon } from './given.ts';

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

const envelope =
  'TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00 - 7F6779F2-640C-4FB2-9462-B16C102CF61C] ';

describe('the lines of the published guide', () => {
  it.each<readonly [string, Partial<LogEvent>]>([
    ['AAD ID acquired for macOS user account test.user', { name: 'signed-in', account: 'test.user' }],
    ['No AAD ID found for macOS user account test.user', { name: 'sign-in-failed', account: 'test.user' }],
    ['acquireTokenSilent returning with error:', { name: 'silent-failed' }],
    [
      `${envelope}acquireTokenSilent returning with error: (MSALErrorDomain, -50002) Masked(not-null)`,
      {
        name: 'silent-failed',
        domain: 'MSALErrorDomain',
        code: -50002,
        correlationId: '7F6779F2-640C-4FB2-9462-B16C102CF61C',
      },
    ],
    [
      'Did not get a token from acquireTokenInteractive, sending an empty token.',
      { name: 'interactive-failed' },
    ],
    [
      `${envelope}Processing an AAD error with error code -51412, error invalid_grant`,
      {
        name: 'aad-error',
        code: -51412,
        oauthError: 'invalid_grant',
        correlationId: '7F6779F2-640C-4FB2-9462-B16C102CF61C',
      },
    ],
    [
      `${envelope}Processing an AAD error with error code -51412, error invalid_grant, suberror basic_action, description Masked(not-null)`,
      { name: 'aad-error', code: -51412, oauthError: 'invalid_grant', subError: 'basic_action' },
    ],
    ['More than 1 account, will try to find a matching account.', { name: 'multiple-accounts' }],
    [
      'posible for silent token acquire to fail now if the wrong account is picked',
      { name: 'multiple-accounts' },
    ],
    [
      'error = Error Domain=com.apple.AppSSO.AuthorizationError Code=-9 "not AppSSO URL" UserInfo={NSLocalizedDescription=not AppSSO URL}, requestParametersCore = {',
      { name: 'sso-not-appsso-url', code: -9, domain: 'com.apple.AppSSO.AuthorizationError' },
    ],
    [
      `${envelope}acquireToken returning with error: (MSALErrorDomain, -50005) Masked(not-null)`,
      { name: 'interactive-cancelled', code: -50005, domain: 'MSALErrorDomain' },
    ],
  ])('%s', (message, expected) => {
    expect(eventOf(record(message), person)).toMatchObject({
      ...expected,
      at: noon,
      key: 'boot:1:2',
      pid: 4242,
    });
  });
});

describe('what does not count', () => {
  it.each([
    ['a line of another user id', record('AAD ID acquired for macOS user account test.user', { uid: 502 })],
    ['a line about another account', record('No AAD ID found for macOS user account test.user2')],
    ['an unknown line', record('Beginning silent flow.')],
    [
      '-9 with another text: it stands for any bad parameter',
      record('Error Domain=com.apple.AppSSO.AuthorizationError Code=-9 "bad parameter"'),
    ],
    [
      'an interactive error that is no cancellation',
      record('acquireToken returning with error: (MSALErrorDomain, -50000) x'),
    ],
  ])('%s', (_rule, line) => {
    expect(eventOf(line, person)).toBeNull();
  });

  it('an account name may hold spaces', () => {
    const line = record('No AAD ID found for macOS user account Test User');
    expect(eventOf(line, { uid: 501, userName: 'Test User' })).toMatchObject({ account: 'Test User' });
    expect(eventOf(line, { uid: 501, userName: 'Test' })).toBeNull();
  });

  it('a record that does not tell its user id still counts', () => {
    expect(
      eventOf(record('AAD ID acquired for macOS user account test.user', { uid: null }), person),
    ).not.toBeNull();
  });
});
