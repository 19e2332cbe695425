/** The predicate of the published guide's own export, so that Vigil sees what Jamf's support asks for. */
const logPredicate = 'subsystem CONTAINS "jamfAAD" OR subsystem BEGINSWITH "com.apple.AppSSO"';

/** Spelled out, because the person's ~/.logrc can set other defaults. */
const form: readonly string[] = ['--style', 'ndjson', '--color', 'none'];

/** The arguments of `log` that deliver what is logged from now on. */
export function streamArguments(): readonly string[] {
  return ['stream', ...form, '--predicate', logPredicate];
}

/** The arguments of `log` that deliver what was logged since then, that second included: fractions are rejected. */
export function showArguments(since: number): readonly string[] {
  return ['show', ...form, '--start', wholeSecond(since), '--predicate', logPredicate];
}

/** `2026-11-25 00:47:54+0000`; the offset makes it independent of the zone in which `log` runs. */
function wholeSecond(at: number): string {
  const iso = new Date(Math.max(0, at)).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}+0000`;
}

/** Ends of `log` that say: this person may not read the log, and asking again will not change it. */
export function isDenial(code: number | null, stderr: string): boolean {
  return code === 77 || /must be admin to run|could not open local log store/i.test(stderr);
}
