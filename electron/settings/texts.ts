import { z } from 'zod';

/**
 * Kinds of text that a setting can hold; empty where there is none. Each is bounded by a length and a pattern alone, since
 * the schema that admins fill in can say no more. Longer texts are not even read from a property list.
 */
const longestName = 200;
const longestNote = 1_000;
const longestPath = 1_023;
const longestUrl = 1_000;

/** No control characters, and none that turns the direction of what follows: these texts stand among Vigil's own words. */
const plain = String.raw`[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]`;
/** Printable ASCII: a host or an address in other letters can pass for another one. */
const ascii = '[!-~]';
const webAddress = `https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#]${ascii}*)?`;
const selfService = `jamfselfservice:${ascii}+`;

/** `values` is what the documentation says. */
const matching = (values: string, longest: number, ...patterns: readonly string[]) =>
  z
    .string()
    .max(longest)
    .regex(new RegExp(`^(?:${patterns.join('|')})?$`))
    .meta({ values });

export const name = () => matching(`one line of up to ${longestName} characters`, longestName, `${plain}+`);
export const note = () => matching(`one line of up to ${longestNote} characters`, longestNote, `${plain}+`);
export const absolutePath = () => matching('an absolute path', longestPath, `/${plain}*`);
export const helpAddress = () =>
  matching('an address: https:, jamfselfservice:', longestUrl, webAddress, selfService);
export const contactAddress = () =>
  matching(
    'an address: https:, jamfselfservice:, mailto:, tel:, msteams:',
    longestUrl,
    webAddress,
    selfService,
    `mailto:${ascii}+`,
    String.raw`tel:\+?[0-9().-]+`,
    `msteams:${ascii}+`,
  );
