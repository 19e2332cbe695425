import type { LogEvent } from '../../../electron/assess/log-event.ts';

const correlationId = '7F6779F2-640C-4FB2-9462-B16C102CF61C';
const msal = (message: string) =>
  `TID=12345 MSAL 1.2.14 Mac 14.3.0 [2024-01-01 00:00:00 - ${correlationId}] ${message}`;
const inEnvelope = { correlationId, utcAt: Date.UTC(2024, 0, 1), macOs: '14.3.0' } as const;
const appSso = 'com.apple.AppSSO.AuthorizationError';
const apple = 'com.apple.AuthenticationServices.AuthorizationError';
const keychain = 'MSIDKeychainErrorDomain';

/** Literal lines as published, with values where the sources have placeholders, and the events that they are. */
export const logLines: readonly (readonly [line: string, event: Partial<LogEvent>])[] = [
  // The agent
  ['AAD ID acquired for macOS user account test.user', { name: 'signed-in', account: 'test.user' }],
  ['No AAD ID found for macOS user account test.user', { name: 'sign-in-failed', account: 'test.user' }],
  ['No AAD ID found for macOS user account <private>', { name: 'sign-in-failed' }],
  [
    'Did not get a token from acquireTokenInteractive, sending an empty token.',
    { name: 'interactive-failed' },
  ],
  ['More than 1 account, will try to find a matching account.', { name: 'multiple-accounts' }],
  [
    'posible for silent token acquire to fail now if the wrong account is picked',
    { name: 'multiple-accounts' },
  ],
  ['Company Portal: AccountNotOnboarded', { name: 'account-not-onboarded' }],

  // Results that the library hands to the agent
  ['acquireTokenSilent returning with error:', { name: 'silent-failed' }],
  [
    msal('acquireTokenSilent returning with error: (MSALErrorDomain, -50002) Masked(not-null)'),
    { name: 'silent-failed', domain: 'MSALErrorDomain', code: -50_002, ...inEnvelope },
  ],
  [
    msal('acquireTokenSilent returning with error: (NSURLErrorDomain, -1009) Masked(not-null)'),
    { name: 'silent-failed', domain: 'NSURLErrorDomain', code: -1009 },
  ],
  [
    msal(
      'acquireTokenSilent returning with error: (MSALErrorDomain, -50000) Error Domain=MSALErrorDomain Code=-50000 "(null)" UserInfo={MSALInternalErrorCodeKey=-42004, MSALOAuthErrorKey=invalid_grant, MSALOAuthSubErrorKey=basic_action, MSALHTTPResponseCodeKey=400, MSALErrorDescriptionKey=AADSTS50076: Due to a configuration change}',
    ),
    {
      name: 'silent-failed',
      code: -50_000,
      internalCode: -42_004,
      oauthError: 'invalid_grant',
      subError: 'basic_action',
      httpStatus: 400,
      aadsts: 50_076,
    },
  ],
  [
    msal('acquireToken returning with error: (MSALErrorDomain, -50005) Masked(not-null)'),
    { name: 'interactive-cancelled', domain: 'MSALErrorDomain', code: -50_005 },
  ],
  [
    msal(`acquireToken returning with error: (${apple}, 1001) Masked(not-null)`),
    { name: 'interactive-cancelled', domain: apple, code: 1001 },
  ],
  [
    msal('acquireToken returning with error: (MSALErrorDomain, -42402) Masked(not-null)'),
    { name: 'interactive-error', domain: 'MSALErrorDomain', code: -42_402 },
  ],
  [
    msal('getDeviceInformation returning with error: (MSALErrorDomain, -50001) Masked(not-null)'),
    { name: 'query-failed', operation: 'getDeviceInformation', domain: 'MSALErrorDomain', code: -50_001 },
  ],
  [
    msal('getAccountsFromDevice returning with error: (MSALErrorDomain, -50000) Masked(not-null)'),
    { name: 'query-failed', operation: 'getAccountsFromDevice' },
  ],
  [
    msal('getWPJMetaDataDeviceWithParameters returning with error: (MSALErrorDomain, -50001) x'),
    { name: 'query-failed', operation: 'getWPJMetaDataDeviceWithParameters' },
  ],
  [
    msal('acquireTokenSilent returning with at: 4f1d scopes:Masked(not-null) expiration:2024-01-01 01:00:00'),
    { name: 'token-acquired', operation: 'acquireTokenSilent' },
  ],

  // Answers of Entra and of the network
  [
    msal('Processing an AAD error with error code -51412, error invalid_grant'),
    { name: 'aad-error', code: -51_412, oauthError: 'invalid_grant', ...inEnvelope },
  ],
  [
    msal(
      'Processing an AAD error with error code -51412, error invalid_grant, suberror device_authentication_failed, description Masked(not-null)',
    ),
    { name: 'aad-error', oauthError: 'invalid_grant', subError: 'device_authentication_failed' },
  ],
  [
    msal(
      'Processing an AAD error with error code -51412, error invalid_grant, suberror (null), description AADSTS53003: Access has been blocked',
    ),
    { name: 'aad-error', code: -51_412, oauthError: 'invalid_grant', aadsts: 53_003 },
  ],
  [
    msal('Processing an AAD error with error code -51400, error (null)'),
    { name: 'aad-error', code: -51_400 },
  ],
  [
    msal('Http error raised. Http Code: 503 Description Masked(not-null)'),
    { name: 'http-error', httpStatus: 503 },
  ],
  [msal('Throttle decision: YES'), { name: 'throttled' }],
  [
    msal('Throttling return error: MaskedError(MSIDErrorDomain, -51115)'),
    { name: 'throttled', domain: 'MSIDErrorDomain', code: -51_115 },
  ],
  [msal('Resolved authority, validated: YES, error: 0'), { name: 'authority-checked', code: 0 }],
  [msal('Creating Error with description: User interaction is required'), { name: 'interaction-required' }],
  [
    msal(
      'Creating Error with description: No token matching arguments found in the cache, user interaction is required',
    ),
    { name: 'interaction-required' },
  ],
  [
    msal('Creating Error with description: SSO extension authorization requires interaction'),
    { name: 'interaction-required' },
  ],
  [
    'Request failed: Error Domain=NSURLErrorDomain Code=-1202 "(null)"',
    { name: 'network-error', domain: 'NSURLErrorDomain', code: -1202 },
  ],
  [
    msal('Request failed: MaskedError(NSURLErrorDomain, -1003)'),
    { name: 'network-error', domain: 'NSURLErrorDomain', code: -1003 },
  ],

  // Accounts, caches and the keychain
  [msal('Account parameter cannot be nil'), { name: 'account-missing' }],
  [
    msal('(Default accessor) Account ambiguity detected. Count of accounts in cache 3, using the first'),
    { name: 'multiple-accounts', count: 3 },
  ],
  [msal('Found valid access token.'), { name: 'served-from-cache' }],
  [msal("Didn't find app refresh token."), { name: 'no-refresh-token' }],
  [msal('Failed to acquire Access token via Refresh token.'), { name: 'no-refresh-token' }],
  [msal('Refresh token invalid, removing it...'), { name: 'refresh-token-removed' }],
  [msal('Account deleted, Removing any user account artifacts from device...'), { name: 'account-deleted' }],
  [
    msal('Failed to find keychain item (status: -25308)'),
    { name: 'keychain-error', domain: keychain, code: -25_308 },
  ],
  [
    msal('Failed to set item into keychain (status: -34018)'),
    { name: 'keychain-error', domain: keychain, code: -34_018 },
  ],

  // Ways of the library
  [msal('Beginning silent broker extension flow.'), { name: 'flow-begun', route: 'silent broker extension' }],
  [
    msal('Beginning interactive broker extension flow.'),
    { name: 'flow-begun', route: 'interactive broker extension' },
  ],
  [msal('Beginning silent broker xpc flow.'), { name: 'flow-begun', route: 'silent broker xpc' }],
  [msal('Beginning silent flow.'), { name: 'flow-begun', route: 'silent' }],
  [
    msal(
      'Silent broker extension flow finished. Result (null), error: -51115 error domain: MSIDErrorDomain, shouldFallBack: 0',
    ),
    {
      name: 'flow-finished',
      route: 'silent broker extension',
      code: -51_115,
      domain: 'MSIDErrorDomain',
      fallsBack: false,
    },
  ],
  [
    msal('Silent flow finished. Result Masked(not-null), error: 0 error domain: (null)'),
    { name: 'flow-finished', route: 'silent', code: 0 },
  ],
  [
    msal(
      `Silent broker xpc flow finished. Result (null), error: 1000 error domain: ${apple}, shouldFallBack: YES`,
    ),
    { name: 'flow-finished', route: 'silent broker xpc', code: 1000, domain: apple, fallsBack: true },
  ],
  [
    msal(
      'Interactive broker extension flow finished. Result (null), error: -51700 error domain: MSIDErrorDomain',
    ),
    { name: 'flow-finished', route: 'interactive broker extension', code: -51_700 },
  ],
  [
    msal(`Looking if we should fallback to fallback controller, error: 1003 error domain: ${apple}.`),
    { name: 'fallback-considered', code: 1003, domain: apple },
  ],
  [msal('Falling back to local controller.'), { name: 'fell-back', fallsBack: true }],

  // The SSO extension
  [
    msal(`Received error from SSO extension: MaskedError(${apple}, 1000)`),
    { name: 'extension-error', domain: apple, code: 1000 },
  ],
  [
    msal(
      `Received error from SSO extension: Error Domain=${apple} Code=-6000 "(null)" UserInfo={NSUnderlyingError=0x600 {Error Domain=MSIDErrorDomain Code=-51412 "(null)" UserInfo={MSIDOAuthErrorKey=invalid_grant, MSIDOAuthSubErrorKey=bad_token}}}`,
    ),
    {
      name: 'extension-error',
      domain: 'MSIDErrorDomain',
      code: -51_412,
      oauthError: 'invalid_grant',
      subError: 'bad_token',
    },
  ],
  [
    msal('Creating Error with description: SSO extension returned corrupted error. Masked(null)'),
    { name: 'extension-error' },
  ],
  [
    msal('Creating Error with description: SSO extension authorization was canceled'),
    { name: 'extension-cancelled' },
  ],
  [
    'error = Error Domain=com.apple.AppSSO.AuthorizationError Code=-9 "not AppSSO URL" UserInfo={NSLocalizedDescription=not AppSSO URL}, requestParametersCore = {\n    url = x;\n}',
    { name: 'sso-not-appsso-url', code: -9, domain: appSso },
  ],
  ["not AppSSO URL: <mask.hash: 'Zx81=='>", { name: 'sso-not-appsso-url', code: -9, domain: appSso }],
  ['not AppSSO URL: <private> in <private>', { name: 'sso-not-appsso-url', code: -9 }],
  [
    `Error Domain=NSURLErrorDomain Code=-1012 "(null)" UserInfo={NSUnderlyingError=0x600 {Error Domain=${appSso} Code=-9 "not AppSSO URL" UserInfo={}}}`,
    { name: 'sso-not-appsso-url', code: -9, domain: appSso },
  ],
  [
    `Error Domain=${appSso} Code=-5 "(null)" UserInfo={NSLocalizedDescription=not handled}`,
    { name: 'sso-error', code: -5, domain: appSso },
  ],
  [`error: MaskedError(${apple}, 1001)`, { name: 'sso-error', code: 1001, domain: apple }],
  [
    'breaking calling recursion for caller with bundleIdentifier: com.microsoft.CompanyPortalMac.ssoextension',
    { name: 'sso-recursion', bundleId: 'com.microsoft.CompanyPortalMac.ssoextension' },
  ],
  [
    'denied caller with bundleIdentifier: com.jamf.management.jamfAAD',
    { name: 'sso-caller-denied', bundleId: 'com.jamf.management.jamfAAD' },
  ],
  [
    "Caller is missing the required 'com.apple.private.AppSSO.admin' entitlement.",
    { name: 'sso-entitlement-missing', code: -11, domain: appSso },
  ],
  ['got new configuration with 0 profile(s), error = (null)', { name: 'sso-configuration', count: 0 }],
  [
    'Could not extract associated domains, failed for login.microsoftonline.com',
    { name: 'association-failed', host: 'login.microsoftonline.com' },
  ],
  [
    'Error Domain=PlugInKit Code=16 "other version in use" UserInfo={}',
    { name: 'extension-dead', domain: 'PlugInKit', code: 16 },
  ],

  // The SSO extension's own file
  [
    '2026-11-25 13:00:00:123 | I | TID=7 MSAL 1.4.0 Mac 15.3 [2026-11-25 12:00:00] Handling SSO request, requested operation: refresh',
    { name: 'extension-request', operation: 'refresh', utcAt: Date.UTC(2026, 10, 25, 12), macOs: '15.3' },
  ],
  ['Handling silent SSO request...', { name: 'extension-request', operation: 'silent' }],
  [
    `Starting SSO broker request with payload: {\n    "client_id" = "b03c10a8-71c7-45f9-b44a-3335ab76e970";\n    "correlation_id" = "${correlationId}";\n}`,
    {
      name: 'extension-request',
      operation: 'broker',
      clientId: 'b03c10a8-71c7-45f9-b44a-3335ab76e970',
      correlationId,
    },
  ],
  ['Completed silent SSO request.', { name: 'extension-request-done' }],
  ['Finished SSO request.', { name: 'extension-request-done' }],
  ['Ignoring this SSO request...', { name: 'extension-request-ignored' }],
];
