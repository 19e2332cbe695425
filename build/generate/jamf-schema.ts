import { choicesOf, defaultText, domain, type Row, type TextRow, valuesText } from './rows.ts';

/**
 * The custom schema for Jamf Pro (Application & Custom Settings, External Applications): JSON Schema as Jamf Pro's form
 * takes it, so without `$schema`.
 *
 * Each setting can be left unconfigured, and is at first: a form of plain properties would put the defaults of all into the
 * profile, and nobody could choose anything any more.
 */
export function jamfSchema(rows: readonly Row[]): string {
  const properties = rows.map((row, i) => [row.name, propertyOf(row, i + 1)] as const);
  const schema = {
    title: `Vigil (${domain})`,
    description:
      'Settings of Vigil. What is not configured keeps its default, or what the person has chosen.',
    type: 'object',
    properties: Object.fromEntries(properties),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function propertyOf(row: Row, order: number) {
  const asIs = (text: string) => text;
  const values = `${valuesText(row, asIs)}. Default: ${defaultText(row, asIs)}.`;
  return {
    title: row.title,
    description: row.description,
    property_order: order,
    options: { infoText: `${row.name}: ${values} Since Vigil ${row.since}.` },
    anyOf: [
      { type: 'null', title: 'Not Configured' },
      { title: 'Configured', ...formOf(row) },
    ],
  };
}

function formOf(row: Row) {
  const { type, default: initial, enum: values, minimum, maximum, maxLength, pattern, properties } = row;
  return without({
    type,
    default: initial,
    enum: values,
    minimum,
    maximum,
    maxLength,
    pattern,
    properties: properties && innerOf(properties),
    options: optionsOf(row),
  });
}

function innerOf(properties: Readonly<Record<string, TextRow>>) {
  const inner = Object.entries(properties).map(([name, { title, type, maxLength, pattern }], i) => {
    return [name, { title, type, default: '', maxLength, pattern, property_order: i + 1 }] as const;
  });
  return Object.fromEntries(inner);
}

function optionsOf(row: Row) {
  if (row.enum !== undefined) return { enum_titles: choicesOf(row).map(([, title]) => title) };
  return typeof row.example === 'string' ? { inputAttributes: { placeholder: row.example } } : undefined;
}

/** Leaves out what there is not. */
function without(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
