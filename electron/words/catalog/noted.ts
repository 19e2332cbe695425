import type { Entry } from '../entry.ts';

/** Sentences without values that stand in the same place: the note is written once for all of them. */
export function noted<const Id extends string>(
  note: string,
  sentences: Readonly<Record<Id, string>>,
): Readonly<Record<Id, Entry & { readonly takes?: never }>> {
  const entries = Object.entries<string>(sentences).map(([id, english]) => [id, { english, note }]);
  // Object.fromEntries forgets the keys, which are those of `sentences`.
  return Object.fromEntries(entries) as Record<Id, { readonly english: string; readonly note: string }>;
}
