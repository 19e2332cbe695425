import type { Coded } from './codes/explain.ts';

/** One record of the unified log, as far as Vigil looks at it. Any field may be missing in the wild. */
export type LogRecord = {
  readonly at: number;
  readonly message: string;
  readonly subsystem: string;
  readonly category: string;
  readonly processPath: string;
  readonly pid: number;
  readonly uid: number | null;
  /** (bootUUID, machTimestamp, threadID): the same event read twice has the same key. */
  readonly key: string;
};

export const logEventNames = [
  // How a sign-in went: the agent's own words, and what its sign-in library hands it.
  'signed-in',
  'sign-in-failed',
  'silent-failed',
  'interactive-failed',
  'interactive-cancelled',
  'interactive-error',
  'query-failed',
  'token-acquired',
  'ran-as-root',
  // Why, as far as Entra and the library tell.
  'aad-error',
  'http-error',
  'network-error',
  'throttled',
  'interaction-required',
  'multiple-accounts',
  'account-missing',
  'account-deleted',
  'account-not-onboarded',
  'keychain-error',
  'no-refresh-token',
  'refresh-token-removed',
  'served-from-cache',
  'authority-checked',
  // Which way the library went.
  'flow-begun',
  'flow-finished',
  'fallback-considered',
  'fell-back',
  // The SSO extension and what macOS says of it.
  'sso-not-appsso-url',
  'sso-error',
  'sso-recursion',
  'sso-caller-denied',
  'sso-entitlement-missing',
  'sso-configuration',
  'association-failed',
  'extension-error',
  'extension-cancelled',
  'extension-dead',
  'extension-request',
  'extension-request-done',
  'extension-request-ignored',
] as const;
export type LogEventName = (typeof logEventNames)[number];

/** A line of the log whose meaning is known. */
export type LogEvent = Coded & {
  readonly name: LogEventName;
  readonly at: number;
  readonly key: string;
  readonly pid: number;
  /** The message itself, cut to 500 characters: the evidence. */
  readonly line?: string;
  /** macOS short name, where the line tells it. */
  readonly account?: string;
  /** Joins the line with Entra's sign-in logs. */
  readonly correlationId?: string;
  /** MSAL's own time, in whole seconds: right even where the record's time came without a zone. */
  readonly utcAt?: number;
  /** Version of macOS, as MSAL gives it. */
  readonly macOs?: string;
  /** What was asked of the library or the extension, such as `acquireTokenSilent`. */
  readonly operation?: string;
  /** The way that the library took, such as `silent broker extension`. */
  readonly route?: string;
  /** The library goes on without the SSO extension: its own window may follow. */
  readonly fallsBack?: boolean;
  /** Of accounts or profiles. */
  readonly count?: number;
  readonly bundleId?: string;
  readonly clientId?: string;
  readonly host?: string;
};
