import type { JsonNode } from './json-node.js';

/** Reads a value of one kind from JSON, or objects. The TypeScript type follows from the shape, so the two cannot drift apart. */
export type Shape<T> = (node: JsonNode, object: Objection) => T;

/** Says what is wrong with a value; reading goes on, so that all faults of a file are told at once. */
export type Objection = (offset: number, reason: string, ...path: string[]) => void;

export type Read<S> = S extends Shape<infer T> ? T : never;

export const text = (pattern = /\S/, wish = 'a text without control characters'): Shape<string> =>
  textThat((value) => pattern.test(value) && !/[^\P{Cc}\n\t]/u.test(value), wish);

export const textThat = (isFine: (value: string) => boolean, wish: string): Shape<string> =>
  plain((value): value is string => typeof value === 'string' && isFine(value), wish, '');

export const number = (least = -Infinity, most = Infinity): Shape<number> =>
  plain((value): value is number => typeof value === 'number' && value >= least && value <= most, numberWish(least, most), 0);

export const whole = (least: number, most = Infinity): Shape<number> =>
  plain(
    (value): value is number => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    `a whole ${numberWish(least, most).slice(2)}`,
    0,
  );

export const flag: Shape<boolean> = plain((value): value is boolean => typeof value === 'boolean', 'true or false', false);

export const oneOf = <const T extends string>(...allowed: readonly [T, ...T[]]): Shape<T> =>
  plain((value): value is T => allowed.some((one) => one === value), `one of ${allowed.join(', ')}`, allowed[0]);

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (node, object) =>
    node.value === null ? null : shape(node, object);

/** A field that may be left out and then has this value. */
export const withDefault = <T>(shape: Shape<T>, missing: T): Shape<T> =>
  Object.assign((...args: Parameters<Shape<T>>) => shape(...args), { missing });

export const listOf =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (node, object) => {
    if (Array.isArray(node.value))
      return (node.value as readonly JsonNode[]).map((item, index) => shape(item, within(object, String(index))));
    object(node.offset, 'must be a list');
    return [];
  };

/** An object with these fields and no others. */
export const record =
  <S extends Record<string, Shape<unknown>>>(shapes: S): Shape<{ [K in keyof S]: Read<S[K]> }> =>
  (node, object) => {
    const fields = fieldsOf(node, object);
    for (const [name, field] of fields) if (!Object.hasOwn(shapes, name)) object(field.offset, 'is not a known field', name);
    const entries = Object.entries(shapes).map(([name, shape]): [string, unknown] => {
      const field = fields.get(name);
      if (field !== undefined) return [name, shape(field, within(object, name))];
      if ('missing' in shape) return [name, shape.missing];
      object(node.offset, 'is missing', name);
      return [name, undefined];
    });
    return Object.fromEntries(entries) as { [K in keyof S]: Read<S[K]> };
  };

/** An object with any keys and values of one shape. */
export const dictionaryOf =
  <T>(shape: Shape<T>): Shape<Record<string, T>> =>
  (node, object) =>
    Object.fromEntries([...fieldsOf(node, object)].map(([name, field]) => [name, shape(field, within(object, name))]));

function fieldsOf(node: JsonNode, object: Objection): ReadonlyMap<string, JsonNode> {
  if (node.value instanceof Map) return node.value;
  object(node.offset, 'must be an object with fields');
  return new Map();
}

function plain<T>(isFine: (value: unknown) => value is T, wish: string, stand: T): Shape<T> {
  return ({ value, offset }, object) => {
    if (isFine(value)) return value;
    object(offset, `must be ${wish}`);
    return stand; // never used: a file with an objection yields no facts
  };
}

const within =
  (object: Objection, name: string): Objection =>
  (offset, reason, ...path) =>
    object(offset, reason, name, ...path);

const numberWish = (least: number, most: number) =>
  least === -Infinity ? 'a number' : most === Infinity ? `a number of at least ${least}` : `a number from ${least} to ${most}`;
