import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** As much of a JSON Schema as the tests look at. */
export interface Schema {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean;
  readonly 'x-personal'?: string;
}

const ajv = new Ajv2020({ strict: true, allErrors: true, keywords: ['x-personal'] });
addFormats.default(ajv);

const read = (...path: string[]): object => JSON.parse(readFileSync(join(process.cwd(), 'event-schemas', ...path), 'utf8')) as object;

export const schemaOf = (type: string): Schema => read(`${type}.v1.json`);
export const exampleOf = (type: string): object => read('examples', `${type}.v1.json`);

const compiled = new Map<string, ValidateFunction>();

/** What the schema of a type objects to; nothing if the event may be recorded. */
export function objections({ type, data }: { readonly type: string; readonly data: object }): readonly ErrorObject[] {
  const validate = compiled.get(type) ?? ajv.compile(schemaOf(type));
  compiled.set(type, validate);
  return validate(data) ? [] : (validate.errors ?? []);
}
