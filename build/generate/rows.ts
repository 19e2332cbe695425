import { z } from 'zod';
import { settingsTable } from '../../electron/settings/table.ts';

/** The preference domain of the settings, and the identifier of the app. */
export const domain = 'io.github.vigil-mac';

const textForm = z.object({
  title: z.string(),
  type: z.literal('string'),
  maxLength: z.int(),
  pattern: z.string(),
  values: z.string(),
});

const rowForm = z.object({
  title: z.string(),
  description: z.string(),
  since: z.string(),
  forcedOnly: z.literal(true).optional(),
  type: z.enum(['boolean', 'integer', 'string', 'object']),
  default: z.union([z.boolean(), z.int(), z.string(), z.record(z.string(), z.string())]),
  example: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  choices: z.record(z.string(), z.string()).optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.int().optional(),
  maximum: z.int().optional(),
  maxLength: z.int().optional(),
  pattern: z.string().optional(),
  /** What a text may be, in words. */
  values: z.string().optional(),
  /** Of a dictionary. */
  properties: z.record(z.string(), textForm).optional(),
});

/** A setting as the artefacts for admins need it. */
export type Row = Readonly<z.output<typeof rowForm>> & { readonly name: string };
export type TextRow = Readonly<z.output<typeof textForm>>;

/** The table of settings, in its order. A kind of setting that the artefacts do not know throws. */
export function settingRows(): readonly Row[] {
  const { properties } = z.toJSONSchema(settingsTable, { io: 'input' });
  return Object.entries(properties ?? {}).map(([name, schema]) => ({ name, ...rowForm.parse(schema) }));
}

/** Of what has choices, value and title of each; empty otherwise. */
export function choicesOf({ enum: values = [], choices = {} }: Row): readonly (readonly [string, string])[] {
  return values.map((value) => [value, choices[value] ?? value]);
}

/** What it may be, in words; `quote` marks what is to be typed as it stands. */
export function valuesText(row: Row, quote: (text: string) => string): string {
  const { type, enum: choices, minimum, maximum, values, properties } = row;
  if (choices !== undefined) {
    return choices.map((value) => (value === '' ? 'empty' : quote(value))).join(', ');
  }
  if (type === 'boolean') return [true, false].map((value) => quote(String(value))).join(', ');
  if (type === 'integer') return `${minimum} to ${maximum}`;
  if (properties === undefined) return values ?? 'text';
  const names = Object.keys(properties).map(quote).join(', ');
  return `a dictionary of ${names}: ${Object.values(properties)[0]?.values}`;
}

/** The default in words. */
export function defaultText({ default: value, enum: choices }: Row, quote: (text: string) => string): string {
  if (value === '' && choices !== undefined) return 'empty';
  return value === '' || typeof value === 'object' ? 'none' : quote(String(value));
}
