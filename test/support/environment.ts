/** Refuses to test where the environment would make a test lie. */
export function setup(): void {
  const complaints = [
    new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset() === -120 ||
      'The time zone is not Europe/Berlin (TZ has no effect here).',
    new Intl.DateTimeFormat('de', { month: 'long' }).format(0) === 'Januar' ||
      'This Node has no languages but English.',
    process.env.VIGIL_ROOT === undefined || 'VIGIL_ROOT is set: the tests make their own simulated Macs.',
  ].filter((complaint) => complaint !== true);
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}
