/** A plain value; null stands for any other kind (array, data, what lies too deep). */
export type PlistScalar = string | number | boolean | Date | null;

/** What Vigil can see in a property list: plain values, and small dictionaries of them. */
export type PlistValue = PlistScalar | Readonly<Record<string, PlistScalar>>;

/** The top level of a property list. Nothing that Vigil reads lies more than one level deeper. */
export type PlistDictionary = ReadonlyMap<string, PlistValue>;

/** Bounds that no real file comes near, so that a hostile one costs no more than it weighs. */
export const mostEntries = 10_000;
/** Of dictionaries below the top: a binary file can name a large one ten thousand times. */
export const mostInnerDictionaries = 32;
export const mostInnerEntries = 32;
export const longestText = 1_024;
