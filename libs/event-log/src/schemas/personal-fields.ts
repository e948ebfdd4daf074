/** A field whose value is sealed before it is stored, and whose key seals it. */
export interface PersonalField {
  readonly path: readonly string[];
  /** The path as text; part of the place that the seal is bound to. */
  readonly name: string;
  readonly party: string;
}

export const parties = ['content', 'submitter', 'representative', 'third-party', 'staff', 'notice'];

type Schema = Readonly<Record<string, unknown>>;

/**
 * The fields marked `x-personal`, found once so that encoding need not look for them.
 * @throws Error if one stands where it would not be sealed: under items, $ref, oneOf and the like
 */
export function personalFields(schema: Schema): readonly PersonalField[] {
  const found = fieldsUnder(schema, []);
  const written = JSON.stringify(schema).split('"x-personal":').length - 1;
  if (written !== found.length)
    throw new Error(`${String(schema['$id'])}: x-personal may stand only on properties, and on an array as a whole`);
  return found;
}

function fieldsUnder(schema: Schema, path: readonly string[]): PersonalField[] {
  return Object.entries((schema['properties'] ?? {}) as Record<string, Schema>).flatMap(([property, inner]) => {
    const here = [...path, property];
    const party = inner['x-personal'];
    return typeof party === 'string' ? [{ path: here, name: here.join('.'), party }] : fieldsUnder(inner, here);
  });
}

/** A copy in which these fields are replaced; fields that are absent or null stay as they are. The original is not touched. */
export function replaceFields(
  data: object,
  fields: readonly PersonalField[],
  replace: (value: unknown, field: PersonalField) => unknown,
): object {
  const copy: Record<string, unknown> = { ...data };
  const copied = new Set<unknown>([copy]);
  for (const field of fields) replaceField(copy, field, copied, replace);
  return copy;
}

function replaceField(
  copy: Record<string, unknown>,
  field: PersonalField,
  copied: Set<unknown>,
  replace: (value: unknown, field: PersonalField) => unknown,
): void {
  let parent = copy;
  for (const step of field.path.slice(0, -1)) {
    const child = parent[step];
    if (typeof child !== 'object' || child === null) return;
    const own = copied.has(child) ? child : { ...child };
    copied.add(own);
    parent[step] = own;
    parent = own as Record<string, unknown>;
  }
  const last = field.path.at(-1) ?? '';
  const value = parent[last];
  if (value !== undefined && value !== null) parent[last] = replace(value, field);
}
