import type { OpenAPIObject } from '@nestjs/swagger';

/** One operation of the API as the page tells it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string | null;
  readonly description: string | null;
  readonly inputs: readonly Input[];
  readonly answers: readonly { readonly status: string; readonly description: string }[];
}

interface Input {
  readonly name: string;
  /** `path`, `query`, `header` or `body`. */
  readonly place: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

type Path = OpenAPIObject['paths'][string];
type Described = NonNullable<Path['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Exclude<Schemas[string], { $ref: string }>;

const methods = ['get', 'post'] as const;

/** What the document says, flat and in its order, for people to read. */
export function operationsIn({ paths, components = {} }: OpenAPIObject): Operation[] {
  const { schemas = {} } = components;
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const described = item[method];
      return described ? [operation({ method, path, described, schemas })] : [];
    }),
  );
}

function operation({
  method,
  path,
  described,
  schemas,
}: {
  method: string;
  path: string;
  described: Described;
  schemas: Schemas;
}): Operation {
  return {
    id: `${method}${path.replace(/[^a-z0-9]+/gi, '-')}`,
    method: method.toUpperCase(),
    path,
    summary: described.summary ?? null,
    description: described.description ?? null,
    inputs: [...parameters(described), ...body(described, schemas)],
    answers: Object.entries(described.responses).map(([status, response]) => ({
      status,
      description: response && 'description' in response ? response.description : '',
    })),
  };
}

function parameters({ parameters: all = [] }: Described): Input[] {
  return all.flatMap((one) => {
    if ('$ref' in one) return [];
    const { name, in: place, required = false, description = '', schema } = one;
    return [{ name, place, required, description, type: typeOf(schema) }];
  });
}

function body({ requestBody }: Described, schemas: Schemas): Input[] {
  if (!requestBody || '$ref' in requestBody) return [];
  return fields(requestBody.content['application/json']?.schema, schemas, '');
}

function fields(schema: Schemas[string] | undefined, schemas: Schemas, within: string): Input[] {
  const { properties = {}, required = [] } = resolve(schema, schemas);
  return Object.entries(properties).flatMap(([name, property]) => {
    const found = resolve(property, schemas);
    if (found.properties) return fields(found, schemas, `${within}${name}.`);
    const { description = '' } = found;
    return [{ name: within + name, place: 'body', type: typeOf(found), required: required.includes(name), description }];
  });
}

function resolve(schema: Schemas[string] | undefined, schemas: Schemas): Schema {
  if (!schema) return {};
  if (!('$ref' in schema)) {
    const [only] = schema.allOf ?? [];
    return only ? { ...schema, ...resolve(only, schemas) } : schema;
  }
  return resolve(schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)], schemas);
}

function typeOf(schema: Schemas[string] | undefined): string {
  if (!schema || '$ref' in schema) return 'object';
  const { type, format, enum: choices, maxLength } = schema;
  if (choices) return choices.join(' | ');
  const named = format ?? (Array.isArray(type) ? type.join(' | ') : type) ?? 'object';
  return maxLength === undefined ? named : `${named}, ≤ ${maxLength}`;
}
