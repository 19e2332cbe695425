/** The part of JSON Schema that a form in Jamf Pro checks by. Lengths are counted in UTF-16, as its editor does. */
export type Schema = { readonly [keyword: string]: unknown };

/** Whether a value fits a schema. Written anew, so that it agrees with the program by more than having the same source. */
export function fits(schema: Schema, value: unknown): boolean {
  const { enum: values } = schema;
  if (Array.isArray(values) && !values.includes(value)) return false;
  switch (schema.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && within(schema, Number(value));
    case 'string':
      return typeof value === 'string' && isText(schema, value);
    case 'object':
      return isPlainObject(value) && hasFitting(schema.properties, value);
    default:
      throw new Error(`a schema of type ${String(schema.type)}`);
  }
}

function within({ minimum, maximum }: Schema, value: number): boolean {
  return (
    (typeof minimum !== 'number' || value >= minimum) && (typeof maximum !== 'number' || value <= maximum)
  );
}

function isText({ maxLength, pattern }: Schema, value: string): boolean {
  if (typeof maxLength === 'number' && value.length > maxLength) return false;
  return typeof pattern !== 'string' || new RegExp(pattern).test(value);
}

function isPlainObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasFitting(properties: unknown, value: Schema): boolean {
  if (!isPlainObject(properties)) return true;
  return Object.entries(properties).every(
    ([name, schema]) => !(name in value) || (isPlainObject(schema) && fits(schema, value[name])),
  );
}
