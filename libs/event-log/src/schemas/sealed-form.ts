type Schema = Readonly<Record<string, unknown>>;

/**
 * The schema of the same event as it lies in a store: wherever the event has a personal field, a sealed text. What is sealed was held to the
 * schema before, and the seal shows that it is still the same, so what is stored can be judged without a key.
 */
export function sealedForm(schema: Schema): Schema {
  const { $id, ...rest } = schema;
  return { ...sealedUnder(rest), $id: `${String($id)}.sealed` };
}

const sealedText = { type: 'string', pattern: '^v1\\.[^.]+\\.[^.]+$' };

function sealedUnder(schema: Schema): Schema {
  const properties = schema['properties'] as Readonly<Record<string, Schema | boolean>> | undefined;
  if (!properties) return schema;
  const sealed = Object.entries(properties).map(([name, inner]) => [name, typeof inner === 'boolean' ? inner : sealedField(inner)]);
  return { ...schema, properties: Object.fromEntries(sealed) as Schema };
}

function sealedField(field: Schema): Schema {
  if (field['x-personal'] === undefined) return sealedUnder(field);
  return { ...sealedText, ...(isNullable(field) && { type: ['string', 'null'] }) };
}

/** What is null is stored as it is. */
const isNullable = ({ type }: Schema): boolean => Array.isArray(type) && type.includes('null');
