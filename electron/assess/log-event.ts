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
  'signed-in',
  'sign-in-failed',
  'silent-failed',
  'interactive-failed',
  'interactive-cancelled',
  'sso-not-appsso-url',
  'aad-error',
  'multiple-accounts',
] as const;
export type LogEventName = (typeof logEventNames)[number];

/** A line of the log whose meaning is known. */
export type LogEvent = {
  readonly name: LogEventName;
  readonly at: number;
  readonly key: string;
  readonly pid: number;
  /** macOS short name, where the line tells it. */
  readonly account?: string;
  readonly code?: number;
  readonly domain?: string;
  readonly oauthError?: string;
  readonly subError?: string;
  readonly correlationId?: string;
};
