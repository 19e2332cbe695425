import type { LogEventName } from './log-event.ts';

/** Events that are no news by themselves: which way the library went, and its caches. */
const background: ReadonlySet<LogEventName> = new Set([
  'authority-checked',
  'extension-request',
  'extension-request-done',
  'extension-request-ignored',
  'fallback-considered',
  'flow-begun',
  'flow-finished',
  'no-refresh-token',
  'served-from-cache',
  'token-acquired',
]);

const failures: ReadonlySet<LogEventName> = new Set([
  'interactive-cancelled',
  'interactive-error',
  'interactive-failed',
  'ran-as-root',
  'sign-in-failed',
  'silent-failed',
]);

export function isNews(name: LogEventName): boolean {
  return !background.has(name);
}

/** A step of a sign-in, or all of it, that did not work. */
export function isFailure(name: LogEventName): boolean {
  return failures.has(name);
}
