/** As much of JSON Schema as the description of the webhook uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly minItems?: number;
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** Where a value is not what the schema says; a property that the schema does not name counts as well. */
export const schemaFaults = (
  schema: JsonSchema,
  value: unknown,
  schemas: Readonly<Record<string, JsonSchema>>,
  at = 'body',
): readonly string[] => {
  if (schema.$ref !== undefined) {
    const named = schemas[schema.$ref.split('/').at(-1) ?? ''];
    return named ? schemaFaults(named, value, schemas, at) : [`${at}: no schema ${schema.$ref}`];
  }
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.includes(typeOf(value))) return [`${at}: is ${typeOf(value)}, not ${types.join('|')}`];
  const faults: string[] = [];
  if (schema.enum && !schema.enum.includes(value)) faults.push(`${at}: ${String(value)} is none of the values`);
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) faults.push(`${at}: has too few items`);
    const { items } = schema;
    if (items) faults.push(...value.flatMap((item, index) => schemaFaults(items, item, schemas, `${at}[${index}]`)));
  } else if (typeof value === 'object' && value !== null) {
    const entries = new Map<string, unknown>(Object.entries(value));
    for (const name of schema.required ?? []) if (!entries.has(name)) faults.push(`${at}.${name}: is missing`);
    for (const [name, inner] of entries) {
      const property = schema.properties?.[name];
      faults.push(
        ...(property ? schemaFaults(property, inner, schemas, `${at}.${name}`) : [`${at}.${name}: is not described`]),
      );
    }
  }
  return faults;
};
