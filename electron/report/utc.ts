/** `2026-11-25 12:51:00`; empty for what is no time. */
export function utc(at: number): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 19).replace('T', ' ');
}
