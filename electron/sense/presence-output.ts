/**
 * Whether the person's screen is locked, by `ioreg -n Root -d1`, which prints the sessions on the console in one line:
 * `"IOConsoleUsers" = ({"CGSSessionScreenIsLocked"=Yes,"kCGSSessionUserIDKey"=501,…},{…})`. The key is there only
 * while the screen is locked. A session that fast user switching has put behind another one is off the console, and nobody
 * sees it either. Where no session carries the person's uid, any locked one counts.
 */
export function consoleLocked(output: string, uid: number | null): boolean {
  const line = /"IOConsoleUsers"\s*=\s*\((.*)\)/.exec(output)?.[1] ?? '';
  const sessions = line.match(/\{[^{}]*\}/g) ?? [];
  const own = sessions.filter((session) =>
    new RegExp(`"kCGSSessionUserIDKey"\\s*=\\s*${uid}\\b`).test(session),
  );
  if (own.some((session) => /"kCGSSessionOnConsoleKey"\s*=\s*No/.test(session))) return true;
  return (own.length > 0 ? own : sessions).some((session) =>
    /"CGSSessionScreenIsLocked"\s*=\s*Yes/.test(session),
  );
}

/**
 * The last wake or, where the Mac has not slept since (its time of wake is 1970 then), the boot; null where neither is
 * told. Each is printed as `{ sec = 1764031674, usec = 123456 } Tue Nov 25 00:47:54 2025`.
 */
export function lastWake(output: string): number | null {
  const times = Array.from(
    output.matchAll(/\{\s*sec\s*=\s*(\d{1,12}),\s*usec\s*=\s*(\d{1,6})\s*\}/g),
    ([, seconds, micros]) => Number(seconds) * 1000 + Math.trunc(Number(micros) / 1000),
  );
  const latest = Math.max(0, ...times);
  return latest === 0 ? null : latest;
}
