/** `2026-11-25 10:00:01` in the zone of this Mac: as in the log itself. */
export function localTime(at: number): string {
  const time = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}

/** From the first to the last, without the day where it is the same again. */
export function localSpan(fromAt: number, toAt: number): string {
  const from = localTime(fromAt);
  const to = localTime(toAt);
  if (from === to) return from;
  const day = '2026-11-25 '.length;
  return `${from} – ${from.slice(0, day) === to.slice(0, day) ? to.slice(day) : to}`;
}
