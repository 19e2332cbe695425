/** sysexits.h: an internal error. Never 1, which says that this Mac needs attention. */
export const softwareError = 70;

/** What is said of an error that no command expects: for whoever reports it. */
export function unexpected(error: unknown): string {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `vigil: an unexpected error, exit code ${softwareError}. Please report it with these lines:\n${what}`;
}
