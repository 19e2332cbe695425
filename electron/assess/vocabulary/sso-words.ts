import { wordsOf } from './word.ts';

const appSsoCore = 'AppSSOCore, as public decompilations show it';
const appSsoDomain = 'com.apple.AppSSO.AuthorizationError';
const entra = 'Entra documentation, SSO extension on Apple devices';

/** What macOS says of the SSO extension, under its own subsystems or quoted by the agent. */
export const ssoWords = wordsOf({ speaker: 'macos', category: null, source: appSsoCore }, [
  {
    // -9 also stands for any bad parameter: the text decides.
    name: 'sso-not-appsso-url',
    needle: 'not AppSSO URL',
    pattern: /Domain=com\.apple\.AppSSO\.AuthorizationError Code=(?<code>-9) "not AppSSO URL"/,
    gives: { domain: appSsoDomain },
    level: 'unpublished',
    source: 'published guide on prompts and deactivation',
  },
  {
    name: 'sso-not-appsso-url',
    needle: 'not AppSSO URL',
    pattern: /\bnot AppSSO URL(?:: | in )/,
    gives: { domain: appSsoDomain, code: -9 },
    level: 'error',
  },
  {
    name: 'extension-dead',
    needle: 'PlugInKit',
    pattern: /Error Domain=(?<domain>PlugInKit) Code=(?<code>16)\b/,
    level: 'unpublished',
    source: entra,
  },
  {
    name: 'sso-recursion',
    needle: 'breaking calling recursion for caller',
    pattern: /breaking calling recursion for caller with bundleIdentifier: (?<bundleId>[\w.-]{1,155})/,
    level: 'error',
  },
  {
    name: 'sso-caller-denied',
    needle: 'denied caller with bundleIdentifier:',
    pattern: /denied caller with bundleIdentifier: (?<bundleId>[\w.-]{1,155})/,
    level: 'error',
  },
  {
    name: 'sso-entitlement-missing',
    needle: 'Caller is missing the required',
    pattern: /Caller is missing the required '[^'\n]{0,200}' entitlement/,
    gives: { domain: appSsoDomain, code: -11 },
    level: 'error',
  },
  {
    name: 'sso-configuration',
    needle: 'got new configuration with',
    pattern: /got new configuration with (?<count>\d{1,6}) profile\(s\)/,
    level: 'debug',
  },
  {
    // Microsoft names the symptom and leaves out the text. Lines about other hosts are none of ours.
    name: 'association-failed',
    needle: 'ssociat',
    pattern:
      /^(?=[^\n]{0,600}associated[ -]domain)(?=[^\n]{0,600}(?:fail|error|denied|unable))[^\n]{0,600}?(?<host>login\.microsoftonline\.(?:com|us)|login\.microsoft\.com|sts\.windows\.net|login\.partner\.microsoftonline\.cn|login\.chinacloudapi\.cn|login-us\.microsoftonline\.com)/i,
    level: 'unpublished',
    source: 'Entra documentation, troubleshooting of the SSO extension',
    certainty: 'assumed',
  },
  {
    name: 'extension-error',
    needle: 'Received error from SSO extension:',
    pattern: /Received error from SSO extension:/,
    category: 'msal',
    level: 'error',
    source: 'MSIDSSOExtensionRequestDelegate.m',
    speaker: 'msal',
  },
  {
    name: 'sso-error',
    needle: '.AuthorizationError',
    pattern:
      /(?:Error Domain=|MaskedError\()(?<domain>com\.apple\.(?:AppSSO|AuthenticationServices)\.AuthorizationError)(?: Code=|, )(?<code>-?\d{1,9})/,
    level: 'error',
  },
  {
    name: 'network-error',
    needle: 'NSURLErrorDomain',
    pattern: /(?:Error Domain=NSURLErrorDomain Code=|MaskedError\(NSURLErrorDomain, )(?<code>-\d{1,6})/,
    gives: { domain: 'NSURLErrorDomain' },
    level: 'error',
    source: 'MSIDAADRequestErrorHandler.m',
  },
]);
