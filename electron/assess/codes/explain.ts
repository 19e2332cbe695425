import { aadsts } from './aadsts.ts';
import { appSso, authorization, keychain, nsUrl } from './apple.ts';
import type { CodeTable, Explained } from './code-table.ts';
import { explainHttp } from './http.ts';
import { msal } from './msal.ts';
import { msid } from './msid.ts';
import { oauth, subErrors } from './oauth.ts';

/** The codes that a line of the log may hold. */
export type Coded = {
  readonly domain?: string;
  readonly code?: number;
  /** MSAL's own code inside its catch-all -50000. */
  readonly internalCode?: number;
  readonly oauthError?: string;
  readonly subError?: string;
  readonly aadsts?: number;
  readonly httpStatus?: number;
};

const tables: ReadonlyMap<string, CodeTable<number>> = new Map([
  ['MSIDErrorDomain', msid],
  ['MSIDOAuthErrorDomain', msid],
  ['MSALErrorDomain', msal],
  ['com.apple.AppSSO.AuthorizationError', appSso],
  ['com.apple.AuthenticationServices.AuthorizationError', authorization],
  ['NSURLErrorDomain', nsUrl],
  ['MSIDKeychainErrorDomain', keychain],
]);

/** What the codes of one line mean, the most telling first: what Entra says goes before what the library makes of it. */
export function explainCodes(line: Coded): readonly Explained[] {
  const explained: Explained[] = [];
  if (line.aadsts !== undefined) explained.push(aadsts.explain(line.aadsts));
  if (line.subError !== undefined) explained.push(subErrors.explain(line.subError));
  if (line.oauthError !== undefined) explained.push(oauth.explain(line.oauthError));
  if (line.internalCode !== undefined) explained.push(explainInternal(line.internalCode));
  if (line.code !== undefined) explained.push(explainNumber(line.domain, line.code));
  if (line.httpStatus !== undefined) explained.push(explainHttp(line.httpStatus));
  return explained;
}

function explainNumber(domain: string | undefined, code: number): Explained {
  if (domain === undefined) return explainInternal(code);
  if (domain === 'MSIDHttpErrorCodeDomain') return explainHttp(code);
  const table = tables.get(domain);
  return table === undefined ? unknownDomain(domain, code) : table.explain(code);
}

/** Without a domain the number tells: the two libraries share some numbers, and those mean the same in both. */
function explainInternal(code: number): Explained {
  const explained = msid.explain(code);
  return explained.name === null ? msal.explain(code) : explained;
}

function unknownDomain(domain: string, code: number): Explained {
  return {
    family: 'other',
    code,
    name: null,
    meaning: `Vigil does not know the code ${code} of ${domain}.`,
    category: 'unknown',
    acts: 'it',
  };
}
