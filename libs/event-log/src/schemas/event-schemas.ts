import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parties, personalFields, type PersonalField } from './personal-fields.js';
import { sealedForm } from './sealed-form.js';
import { findGap, upcast, type Upcasters } from './upcasting.js';

/** One version of one event type. */
export interface EventSchema {
  readonly type: string;
  readonly version: number;
  readonly personal: readonly PersonalField[];
  /**
   * What is wrong with data in clear, in words for a developer and without its values; undefined if nothing.
   * @throws Error if the schema is no strict JSON Schema (2020-12)
   */
  complaint(data: object): string | undefined;
  /** The same of data as they lie in a store, with every personal field sealed. */
  storedComplaint(data: object): string | undefined;
}

/** All event types and versions that this program can read; it writes the newest of each. */
export interface EventSchemas {
  current(type: string): EventSchema | undefined;
  version(type: string, version: number): EventSchema | undefined;
  /** Brings data of an older version to the newest. */
  upcast(schema: EventSchema, data: object): object;
}

const fileName = /^([A-Z][A-Za-z]*)\.v([1-9]\d*)\.json$/;

/**
 * Reads `<Type>.v<n>.json` in a folder, as in `AnswerGiven.v1.json`. Each is compiled at its first use: most are never used
 * between one start and the next.
 * @throws Error if a file is no closed object or stands under another name than its `$id`, if a personal field stands where it
 * would not be sealed, or if a version cannot be brought to the newest one
 */
export function loadEventSchemas(folder: string, upcasters: Upcasters = {}): EventSchemas {
  const compile = compiler();
  const types = new Map<string, EventSchema[]>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.json')) continue;
    const schema = readSchema(compile, folder, file);
    const versions = types.get(schema.type) ?? [];
    types.set(schema.type, versions);
    versions[schema.version - 1] = schema;
  }
  const gap = findGap(types, upcasters);
  if (gap) throw new Error(gap);
  return {
    current: (type) => types.get(type)?.at(-1),
    version: (type, version) => types.get(type)?.[version - 1],
    upcast: ({ type, version }, data) => upcast(upcasters[type], { from: version, to: types.get(type)?.length ?? version }, data),
  };
}

function readSchema(compile: Compile, folder: string, file: string): EventSchema {
  const [, type, version] = fileName.exec(file) ?? [];
  if (!type || !version) throw new Error(`${file} is not named <Type>.v<n>.json`);
  const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
  if (schema['$id'] !== `${type}.v${version}`) throw new Error(`${file} must have the $id ${type}.v${version}`);
  if (schema['type'] !== 'object' || schema['additionalProperties'] !== false) throw new Error(`${file} must be a closed object`);
  return {
    type,
    version: Number(version),
    personal: personalFields(schema),
    complaint: complaintsOf(() => compile(schema)),
    storedComplaint: complaintsOf(() => compile(sealedForm(schema))),
  };
}

/** Compiled at the first use. */
function complaintsOf(compiled: () => ValidateFunction): (data: object) => string | undefined {
  let validate: ValidateFunction | undefined;
  return (data) => {
    validate ??= compiled();
    return validate(data) ? undefined : explain(validate);
  };
}

type Compile = (schema: object) => ValidateFunction;

/** Made at its first use, which a start may do without. */
function compiler(): Compile {
  let ajv: Ajv2020 | undefined;
  return (schema) => (ajv ??= newAjv()).compile(schema);
}

/**
 * The schemas are held to the schema of schemas by a test: compiling that one first, and polishing what is compiled, would take
 * three times as long as all that a start needs.
 */
function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateSchema: false, code: { optimize: false } });
  addFormats.default(ajv);
  ajv.addKeyword({ keyword: 'x-personal', schemaType: 'string', metaSchema: { enum: parties } });
  ajv.addKeyword({ keyword: 'x-owner', schemaType: 'string' });
  return ajv;
}

/** Paths and rules, never values: the message may reach a log. */
const explain = ({ errors }: ValidateFunction): string =>
  (errors ?? []).map(({ instancePath, message, params }) => `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`).join('; ');
