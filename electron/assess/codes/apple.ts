import { type CodeTable, codeTable, group, namedCodes } from './code-table.ts';

/** `com.apple.AppSSO.AuthorizationError`. Apple publishes no names: these say what was seen. */
export const appSso: CodeTable<number> = codeTable(
  'appsso',
  namedCodes('appsso', [
    group('cancelled', 'person', [[-2, 'cancelled', 'The sign-in of the SSO extension was cancelled.']]),
    group('sso-extension', 'either', [
      [-5, 'not handled', 'The SSO extension left the request alone, or the app may not ask it.'],
    ]),
    // "not AppSSO URL" has an event of its own; the number alone may also be a wrong parameter.
    group('library', 'nobody', [
      [-9, 'not AppSSO URL', 'The SSO extension does not take the address, or a parameter.'],
    ]),
    group('configuration', 'it', [[-11, 'no entitlement', 'The app lacks a right that Apple grants.']]),
    group('sso-extension', 'either', [[-1000, 'internal error', 'macOS failed inside its single sign-on.']]),
  ]),
);

/**
 * `com.apple.AuthenticationServices.AuthorizationError`; -6000 is Microsoft's own. On 1000, 1003 and 1004 the library
 * gives up on the extension and opens a window of its own, which is how network trouble turns into prompts.
 */
export const authorization: CodeTable<number> = codeTable(
  'authorization',
  namedCodes('authorization', [
    group('cancelled', 'person', [[1001, 'canceled', 'The sign-in of the SSO extension was cancelled.']]),
    group('sign-in-needed', 'person', [[1005, 'notInteractive', 'The SSO extension needs a window.']]),
    group('sso-association', 'either', [
      [1000, 'unknown', 'The SSO extension could not be used, for a reason that macOS does not tell.'],
    ]),
    group('sso-extension', 'either', [
      [1002, 'invalidResponse', 'The SSO extension gave an answer that macOS does not understand.'],
      [1003, 'notHandled', 'The SSO extension left the request alone.'],
      [1004, 'failed', 'The SSO extension failed.'],
      [-6000, 'see underlying error', 'Microsoft’s extension names the cause in the error inside.'],
    ]),
    group('library', 'nobody', [
      [1006, 'matchedExcludedCredential', 'A passkey was refused because it exists already.'],
      [1007, 'credentialImport', 'Passkeys could not be imported.'],
      [1008, 'credentialExport', 'Passkeys could not be exported.'],
    ]),
  ]),
);

/** `NSURLErrorDomain`, as far as it tells who stands in the way. */
export const nsUrl: CodeTable<number> = codeTable(
  'nsurl',
  namedCodes('nsurl', [
    group('network', 'either', [
      [-1001, 'timedOut', 'The sign-in host did not answer in time.'],
      [-1003, 'cannotFindHost', 'The name of the sign-in host could not be looked up.'],
      [-1004, 'cannotConnectToHost', 'The sign-in host could not be reached.'],
      [-1005, 'networkConnectionLost', 'The connection broke.'],
      [-1006, 'dnsLookupFailed', 'The name of the sign-in host could not be looked up.'],
      [-1009, 'notConnectedToInternet', 'The Mac was not connected to the internet.'],
    ]),
    group('interference', 'it', [
      [-1200, 'secureConnectionFailed', 'No encrypted connection came about.'],
      [-1201, 'serverCertificateHasBadDate', 'The certificate that answered has expired.'],
      [-1202, 'serverCertificateUntrusted', 'The certificate that answered is not trusted.'],
      [-1203, 'serverCertificateHasUnknownRoot', 'The certificate that answered is of an unknown issuer.'],
      [-1204, 'serverCertificateNotYetValid', 'The certificate that answered is not valid yet.'],
    ]),
    // Looks like a sign-in problem, yet may hold "not AppSSO URL" inside.
    group('sso-association', 'either', [[-1012, 'userCancelledAuthentication', 'The request was given up.']]),
  ]),
);

/** Results of the keychain (`OSStatus`). */
export const keychain: CodeTable<number> = codeTable(
  'keychain',
  namedCodes('keychain', [
    group('storage', 'person', [
      [-128, 'userCanceled', 'The person declined to open the keychain.'],
      [-25293, 'authFailed', 'The keychain refused its password.'],
      [-25308, 'interactionNotAllowed', 'The keychain was locked, and nobody could be asked.'],
    ]),
    group('storage', 'it', [
      [-25291, 'notAvailable', 'There is no keychain to use.'],
      [-34018, 'missingEntitlement', 'The app may not use this part of the keychain.'],
    ]),
    group('library', 'nobody', [
      [-25299, 'duplicateItem', 'The item is in the keychain already.'],
      [-25300, 'itemNotFound', 'The item is not in the keychain, which is usual at first.'],
    ]),
  ]),
);
