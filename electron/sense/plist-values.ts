/** What Vigil can see in a property list: plain values; null stands for any other kind (array, dictionary, data). */
export type PlistValue = string | number | boolean | Date | null;

/** The top level of a property list. Nothing that Vigil reads lies deeper. */
export type PlistDictionary = ReadonlyMap<string, PlistValue>;

/** Bounds that no real file comes near, so that a hostile one costs no more than it weighs. */
export const mostEntries = 10_000;
export const longestText = 1_024;
