import type { Because, FindingId } from '../../../electron/assess/findings/finding.ts';
import {
  deactivation,
  emptyToken,
  msal,
  noId,
  notAppSso,
  type StoryLine,
  signedIn,
  silentFailed,
} from './log-story.ts';

/** Findings and why they are believed, the most telling first. */
export type Told = readonly (readonly [id: FindingId, because: Because])[];

export const aadError = (more: string) =>
  `Processing an AAD error with error code -51412, error invalid_grant${more}, description Masked(not-null)`;
export const windowError = (domain: string, code: number) =>
  msal(`acquireToken returning with error: (${domain}, ${code}) Masked(not-null)`);
/** A sign-in that fails silently, then in these ways at the window. */
export const failing = (silent: string, ...window: readonly string[]): readonly StoryLine[] => [
  [0, silent],
  ...window.map((line, i): StoryLine => [5 + i, line]),
  [20, emptyToken],
  [21, noId],
];

/** The three of the published guide. */
export const guide: readonly (readonly [scenario: string, lines: readonly StoryLine[], expected: Told])[] = [
  [
    'the SSO extension behind a proxy: "not AppSSO URL" again and again, then a window that is missed',
    [
      [0, notAppSso, 300],
      [60, notAppSso, 301],
      [120, notAppSso, 302],
      ...failing(silentFailed).map(later(600)),
    ],
    [
      ['window-missed', 'window-without-result'],
      ['sso-extension-network', 'many-lines'],
    ],
  ],
  [
    'the silent sign-in fails with invalid_grant, and the window is missed',
    deactivation('Processing an AAD error with error code -51412, error invalid_grant'),
    [
      ['window-missed', 'long-unanswered'],
      ['conditional-access', 'entra-says-so'],
    ],
  ],
  [
    'several accounts: the wrong one may be picked',
    [
      [0, 'More than 1 account, will try to find a matching account.'],
      [0, 'posible for silent token acquire to fail now if the wrong account is picked'],
      [1, silentFailed],
      [30, signedIn],
    ],
    [['multiple-accounts', 'beside-failure']],
  ],
];

function later(seconds: number): (line: StoryLine) => StoryLine {
  return ([at, message, pid]) => [at + seconds, message, pid ?? 4242];
}

/** What people and admins complain about in public. */
export const complaints: readonly (readonly [
  scenario: string,
  lines: readonly StoryLine[],
  expected: Told,
])[] = [
  [
    'the person closes the window',
    failing(silentFailed, windowError('MSALErrorDomain', -50_005)),
    [['window-cancelled', 'log-says-so']],
  ],
  [
    'the Mac goes offline and both sign-ins fail at once',
    failing(
      msal('acquireTokenSilent returning with error: (NSURLErrorDomain, -1009) Masked(not-null)'),
      windowError('NSURLErrorDomain', -1009),
    ),
    [['offline', 'code-says-so']],
  ],
  [
    'a hotel’s portal, or a proxy, answers with its own certificate',
    failing(silentFailed, windowError('NSURLErrorDomain', -1202)),
    [['network-interference', 'code-says-so']],
  ],
  [
    'the browser does not open a sign-in page',
    failing(silentFailed, windowError('MSALErrorDomain', -42_402)),
    [['window-not-shown', 'code-says-so']],
  ],
  [
    'another account signs in at the window',
    failing(silentFailed, windowError('MSALErrorDomain', -42_101)),
    [['wrong-account', 'code-says-so']],
  ],
  [
    'the password has expired',
    [
      [0, msal(aadError(', suberror user_password_expired'))],
      [1, silentFailed],
      [40, signedIn],
    ],
    [['password-expired', 'entra-says-so']],
  ],
  [
    'device_authentication_failed is no password problem: the registration is broken',
    [
      [0, msal(aadError(', suberror device_authentication_failed'))],
      [1, silentFailed],
    ],
    [['registration-broken', 'entra-says-so']],
  ],
  [
    'a compliant Mac is refused with 530003, because its certificate was not shown',
    [
      [0, msal(`${aadError('')} AADSTS530003: Your device is required to be managed`)],
      [1, silentFailed],
    ],
    [['registration-broken', 'entra-says-so']],
  ],
  [
    'Entra still shows N/A and refuses a Mac that is in order with 53000',
    [
      [0, msal(`${aadError('')} AADSTS53000: Device is not in required device state`)],
      [1, silentFailed],
    ],
    [['conditional-access', 'entra-says-so']],
  ],
  [
    'Platform SSO was never registered on this Mac',
    [[0, msal('getDeviceInformation returning with error: (MSALErrorDomain, -42736) x')]],
    [['registration-broken', 'code-says-so']],
  ],
  [
    'Company Portal was opened directly',
    [[0, 'Login failed: AccountNotOnboarded']],
    [['registration-broken', 'log-says-so']],
  ],
  [
    'the SSO extension is dead until the Mac is restarted (macOS 15.3)',
    [
      [0, 'Error Domain=PlugInKit Code=16 "other version in use"', 300],
      ...failing(silentFailed).map(later(60)),
    ],
    [
      ['window-missed', 'window-without-result'],
      ['sso-extension-dead', 'log-says-so'],
    ],
  ],
  [
    'the SSO extension fails in ways that only codes tell',
    [
      [0, msal('Received error from SSO extension: MaskedError(MSIDErrorDomain, -51815)')],
      [1, silentFailed],
    ],
    [['sso-extension-dead', 'code-says-so']],
  ],
  [
    'the same codes beside a better known cause say nothing new',
    [
      [0, notAppSso],
      [0, msal('Received error from SSO extension: MaskedError(MSIDErrorDomain, -51815)')],
      [1, silentFailed],
    ],
    [['sso-extension-network', 'beside-failure']],
  ],
  [
    'this Mac has no SSO extension',
    failing(silentFailed, windowError('MSALErrorDomain', -42_714)),
    [['sso-extension-missing', 'code-says-so']],
  ],
  [
    'the SSO profile is gone',
    [[0, 'got new configuration with 0 profile(s), error = (null)', 300]],
    [['sso-extension-missing', 'log-says-so']],
  ],
  [
    'the SSO profile leaves the agent out',
    [[0, 'denied caller with bundleIdentifier: com.jamf.management.jamfAAD', 300]],
    [['sso-extension-missing', 'log-says-so']],
  ],
  [
    'the agent was run as root',
    [[0, 'No AAD ID found for macOS user account root']],
    [['ran-as-root', 'log-says-so']],
  ],
  [
    'the keychain was locked',
    [
      [0, msal('Failed to find keychain item (status: -25308)')],
      [1, silentFailed],
    ],
    [['keychain-trouble', 'code-says-so']],
  ],
  [
    'the account is locked',
    [
      [0, msal(`${aadError('')} AADSTS50053: locked`)],
      [1, silentFailed],
    ],
    [['account-blocked', 'entra-says-so']],
  ],
  [
    'nobody has consented to the app',
    [
      [0, msal(aadError(', suberror consent_required'))],
      [1, silentFailed],
    ],
    [['app-misconfigured', 'entra-says-so']],
  ],
  [
    'Microsoft’s service is out of order',
    [
      [0, msal('Http error raised. Http Code: 503 Description x')],
      [1, silentFailed],
    ],
    [['server-trouble', 'code-says-so']],
  ],
  [
    'the library answers from its memory',
    [
      [0, msal('Throttle decision: YES')],
      [1, silentFailed],
    ],
    [['throttled', 'log-says-so']],
  ],
  [
    'an associated domain failed, in words that are known from hearsay',
    [[0, 'Fetching associated domains failed for login.microsoftonline.com', 300]],
    [['sso-extension-network', 'unproven-line']],
  ],
  ['a failure without any cause', [[0, silentFailed]], [['cause-unknown', 'no-cause-in-log']]],
  [
    'a code that nobody knows',
    [
      [0, msal('Processing an AAD error with error code -59999, error brand_new')],
      [1, silentFailed],
    ],
    [['cause-unknown', 'no-cause-in-log']],
  ],
];
