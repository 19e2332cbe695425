import type { LogEvent } from '../../../electron/assess/log-event.ts';
import { eventOf } from '../../../electron/assess/vocabulary.ts';
import { at } from './given.ts';

export const correlationId = '7F6779F2-640C-4FB2-9462-B16C102CF61C';

/** A message of the sign-in library in its envelope; the library's time is that of the story's beginning. */
export function msal(message: string, macOs = '14.5.0'): string {
  return `TID=12345 MSAL 1.2.14 Mac ${macOs} [2026-11-25 12:00:00 - ${correlationId}] ${message}`;
}

/** Lines of the log: seconds after noon, the message, and the process when it is not the agent. */
export type StoryLine = readonly [seconds: number, message: string, pid?: number];

/** The events that a log with these lines tells of, to the person `alex`. */
export function story(...lines: readonly StoryLine[]): readonly LogEvent[] {
  return lines.flatMap(([seconds, message, pid = 4242], index) => {
    const record = {
      at: at.seconds(seconds),
      message,
      subsystem: pid === 4242 ? 'com.jamf.management.jamfAAD' : 'com.apple.AppSSO',
      category: '',
      processPath: '',
      pid,
      uid: 501,
      key: `line ${index}`,
    };
    return eventOf(record, { uid: 501, userName: 'alex' }) ?? [];
  });
}

export const notAppSso =
  'error = Error Domain=com.apple.AppSSO.AuthorizationError Code=-9 "not AppSSO URL" UserInfo={NSLocalizedDescription=not AppSSO URL}, requestParametersCore = {';
export const silentFailed = msal(
  'acquireTokenSilent returning with error: (MSALErrorDomain, -50002) Masked(not-null)',
);
export const emptyToken = 'Did not get a token from acquireTokenInteractive, sending an empty token.';
export const noId = 'No AAD ID found for macOS user account alex';
export const signedIn = 'AAD ID acquired for macOS user account alex';

/** Entra's answer to the silent sign-in, then a window that fails: the usual way into deactivation. */
export function deactivation(answer: string, windowSeconds = 300): readonly StoryLine[] {
  return [
    [0, msal(answer)],
    [1, silentFailed],
    [1 + windowSeconds, emptyToken],
    [2 + windowSeconds, noId],
  ];
}
