import type { PlistFileReading } from './plist-file.ts';
import type { PlistDictionary } from './plist-values.ts';

/** What the organisation's file sets, and since when the file has been missing or unreadable where it is. */
export type Managed = { readonly values: PlistDictionary; readonly goneSince: number | null };

export const nothingManaged: Managed = { values: new Map(), goneSince: null };

/** macOS takes a profile's file away and writes it anew when any profile changes. Longer, and it was removed. */
export const managedGapMs = 60_000;

/** What holds after the file was read: one that is gone, or half written, keeps its values for a minute. */
export function afterReading(before: Managed, file: PlistFileReading, now: number): Managed {
  if (file.kind === 'read') return { values: file.values, goneSince: null };
  if (before.values.size === 0) return nothingManaged;
  // A clock that was set back does not make it longer than one more minute.
  const goneSince = Math.min(before.goneSince ?? now, now);
  return now - goneSince < managedGapMs ? { values: before.values, goneSince } : nothingManaged;
}
