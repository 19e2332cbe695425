import type { JamfFact } from './facts.ts';

export type JamfVersion = readonly [major: number, minor: number];

/** "11.4.1-t1712591696" → [11, 4]; null where it is not known. */
export function jamfVersion(jamf: JamfFact): JamfVersion | null {
  const text = jamf.kind === 'present' ? jamf.version : null;
  const match = /^(\d{1,4})\.(\d{1,4})/.exec(text ?? '');
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

export function isBefore(version: JamfVersion, limit: JamfVersion): boolean {
  return version[0] < limit[0] || (version[0] === limit[0] && version[1] < limit[1]);
}
