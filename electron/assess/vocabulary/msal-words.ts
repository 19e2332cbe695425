import { wordsOf } from './word.ts';

const toApp = 'MSALPublicClientApplication.m';
const extensionDelegate = 'MSIDSSOExtensionRequestDelegate.m';

/** What Microsoft's sign-in library says inside the agent: results, answers of Entra, accounts and caches. */
export const msalWords = wordsOf({ speaker: 'msal', category: 'msal', source: 'MSAL for Objective-C' }, [
  {
    name: 'silent-failed',
    needle: 'acquireTokenSilent returning with error:',
    pattern:
      /acquireTokenSilent returning with error:(?:\s{0,9}\((?<domain>[^,()]{1,120}), (?<code>-?\d{1,9})\))?/,
    level: 'error',
    source: toApp,
  },
  {
    // The library calls its interactive operation `acquireToken`. Cancelled: -50005, the common library's -51700,
    // Apple's 1001.
    name: 'interactive-cancelled',
    needle: 'acquireToken returning with error:',
    pattern:
      /acquireToken returning with error:\s{0,9}\((?<domain>[^,()]{1,120}), (?<code>-50005|-51700|(?<=AuthorizationError, )1001)\)/,
    level: 'error',
    source: toApp,
  },
  {
    name: 'interactive-error',
    needle: 'acquireToken returning with error:',
    pattern: /acquireToken returning with error:(?:\s{0,9}\((?<domain>[^,()]{1,120}), (?<code>-?\d{1,9})\))?/,
    level: 'error',
    source: toApp,
  },
  {
    name: 'query-failed',
    needle: ' returning with error:',
    pattern:
      /\b(?<operation>getAccountsFromDevice|getDeviceInformation|getWPJMetaDataDeviceWithParameters) returning with error:(?:\s{0,9}\((?<domain>[^,()]{1,120}), (?<code>-?\d{1,9})\))?/,
    level: 'error',
    source: toApp,
  },
  {
    name: 'token-acquired',
    needle: ' returning with at:',
    pattern: /\b(?<operation>acquireToken|acquireTokenSilent) returning with at:/,
    level: 'info',
    source: toApp,
  },
  {
    name: 'aad-error',
    needle: 'Processing an AAD error',
    pattern:
      /Processing an AAD error with error code (?<code>-?\d{1,9}), error (?:(?<oauthError>[\w.-]{1,80})|\(null\))(?:, suberror (?<subError>[\w.-]{1,80}))?/,
    level: 'error',
    source: 'MSIDAADOauth2Factory.m',
  },
  {
    name: 'account-missing',
    needle: 'Account parameter cannot be nil',
    pattern: /Account parameter cannot be nil/,
    level: 'error',
    source: 'MSIDSilentTokenRequest.m',
  },
  {
    name: 'interaction-required',
    needle: 'nteraction is required',
    pattern: /\buser interaction is required/i,
    level: 'error',
    source: 'MSIDSilentTokenRequest.m',
  },
  {
    name: 'interaction-required',
    needle: 'SSO extension authorization requires interaction',
    pattern: /SSO extension authorization requires interaction/,
    level: 'error',
    source: extensionDelegate,
  },
  {
    name: 'served-from-cache',
    needle: 'Found valid access token.',
    pattern: /Found valid access token\./,
    level: 'info',
    source: 'MSIDSilentTokenRequest.m',
  },
  {
    name: 'no-refresh-token',
    needle: "Didn't find ",
    pattern: /Didn't find /,
    level: 'warning',
    source: 'MSIDSilentTokenRequest.m',
  },
  {
    name: 'no-refresh-token',
    needle: 'Failed to acquire Access token via Refresh token.',
    pattern: /Failed to acquire Access token via Refresh token\./,
    level: 'info',
    source: 'MSIDSilentTokenRequest.m',
  },
  {
    name: 'refresh-token-removed',
    needle: 'Refresh token invalid, removing it',
    pattern: /Refresh token invalid, removing it/,
    level: 'info',
    source: 'MSIDSilentTokenRequest.m',
  },
  {
    name: 'account-deleted',
    needle: 'Account deleted, Removing any user account artifacts',
    pattern: /Account deleted, Removing any user account artifacts/,
    level: 'info',
    source: 'MSIDSilentTokenRequest.m',
  },
  {
    name: 'throttled',
    needle: 'Throttl',
    pattern: /Throttle decision: YES|Throttling return error:/,
    level: 'warning',
    source: 'throttling of the common library',
  },
  {
    name: 'http-error',
    needle: 'Http error raised.',
    pattern: /Http error raised\. Http Code: (?<httpStatus>\d{3})\b/,
    level: 'warning',
    source: 'MSIDAADRequestErrorHandler.m',
  },
  {
    name: 'multiple-accounts',
    needle: 'Account ambiguity detected.',
    pattern: /Account ambiguity detected\. Count of accounts in cache (?<count>\d{1,6})/,
    level: 'warning',
    source: 'MSIDDefaultTokenCacheAccessor.m',
  },
  {
    name: 'keychain-error',
    needle: ' (status: ',
    pattern: /Failed to (?:find keychain item|set item into keychain) \(status: (?<code>-?\d{1,9})\)/,
    gives: { domain: 'MSIDKeychainErrorDomain' },
    level: 'error',
    source: 'MSIDKeychainTokenCache.m',
  },
  {
    name: 'authority-checked',
    needle: 'Resolved authority, validated:',
    pattern: /Resolved authority, validated: (?:YES|NO), error: (?<code>-?\d{1,9})/,
    level: 'info',
    source: 'Entra documentation, troubleshooting of the SSO extension',
    certainty: 'reported',
  },
  {
    name: 'extension-cancelled',
    needle: 'SSO extension authorization was canceled',
    pattern: /SSO extension authorization was canceled/,
    level: 'error',
    source: extensionDelegate,
  },
  {
    name: 'extension-error',
    needle: 'SSO extension returned corrupted error.',
    pattern: /SSO extension returned corrupted error\./,
    level: 'error',
    source: extensionDelegate,
  },
]);
