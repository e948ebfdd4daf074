import { existsSync, readFileSync } from 'node:fs';
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

const folder = join(process.cwd(), 'event-schemas');
const read = (...path: string[]): object => JSON.parse(readFileSync(join(folder, ...path), 'utf8')) as object;

/** The newest version of a type, which is the one that is recorded today. */
function newest(type: string): string {
  let version = 1;
  while (existsSync(join(folder, `${type}.v${version + 1}.json`))) version += 1;
  return `${type}.v${version}.json`;
}

export const schemaOf = (type: string): Schema => read(newest(type));
export const exampleOf = (type: string): object => read('examples', newest(type));

const compiled = new Map<string, ValidateFunction>();

/** What the schema of a type objects to; nothing if the event may be recorded. */
export function objections({ type, data }: { readonly type: string; readonly data: object }): readonly ErrorObject[] {
  const validate = compiled.get(type) ?? ajv.compile(schemaOf(type));
  compiled.set(type, validate);
  return validate(data) ? [] : (validate.errors ?? []);
}
