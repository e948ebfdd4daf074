import { replay } from '#cases';
import { caseFormFields } from '../../apps/server/src/cases/case-form-fields.js';
import { caseFormNames, caseForms } from '../../apps/server/src/cases/case-forms.js';
import { nothingFilled } from '../../apps/server/src/forms/field.js';
import { historyTo } from './case-events.js';

/** A field of the API that takes a day or an instant. */
export interface DateField {
  readonly method: 'GET' | 'POST';
  /** As in the lists of routes: `/cases/:caseId/answers`. */
  readonly path: string;
  readonly field: string;
  readonly format: 'date' | 'date-time';
}

interface Schema {
  readonly $ref?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Every date that the API asks for, as its own description says. */
export function dateFieldsOf({ paths, components }: OpenApi): readonly DateField[] {
  const resolved = ({ $ref, ...schema }: Schema): Schema => ($ref ? (components.schemas[$ref.split('/').at(-1) ?? ''] ?? {}) : schema);
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([verb, { parameters = [], requestBody }]) => {
      const bodies = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => Object.entries(resolved(schema).properties ?? {}));
      const queries = parameters.filter((one) => one.in === 'query').map(({ name, schema = {} }) => [name, schema] as const);
      const at = { method: verb === 'get' ? ('GET' as const) : ('POST' as const), path: routeOf(path) };
      return [...bodies, ...queries].flatMap(([field, { format }]) =>
        format === 'date' || format === 'date-time' ? [{ ...at, field, format } as const] : [],
      );
    }),
  );
}

const routeOf = (path: string): string => path.replace('/api/v1', '').replace(/\{(\w+)\}/g, ':$1');

/** Every date that a form of the case page asks for, as `forsening due`: by the last part of where it is sent, and its name. */
export function dateFieldsOfCaseForms(): readonly string[] {
  const state = replay(historyTo['with-board']);
  if (state.status === 'not-received') throw new Error('the case of the tests is not there');
  const names = { board: String, category: String, externalBody: String, signal: String, boards: () => [], externalBodies: () => [] };
  const sheet = { language: 'sv', state, names, officers: () => [], categories: [], actions: [] } as const;
  return caseFormNames.flatMap((name) =>
    caseFormFields(name, sheet, nothingFilled)
      .filter(({ type }) => type === 'date')
      .map((field) => `${caseForms[name].path} ${field.name}`),
  );
}
