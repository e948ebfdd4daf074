import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { eventSchemas } from '#node';
import { loadEventSchemas } from './event-schemas.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schemas-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, more: object = {}): void =>
  writeFileSync(
    join(folder, `${name}.json`),
    JSON.stringify({ $id: name, type: 'object', additionalProperties: false, properties: {}, ...more }),
  );

describe('event schemas', () => {
  test('name the newest version as the current one', () => {
    const versions = Array.from({ length: 10 }, (_, index) => index + 1);
    for (const version of versions) write(`Moved.v${version}`);
    const same = (data: Readonly<Record<string, unknown>>) => ({ ...data });
    const schemas = loadEventSchemas(folder, { Moved: Object.fromEntries(versions.map((version) => [version, same])) });
    expect([schemas.current('Moved')?.version, schemas.version('Moved', 1)?.version]).toEqual([10, 1]);
    expect(schemas.current('Stayed')).toBeUndefined();
  });

  test('upcast step by step', () => {
    for (const name of ['Moved.v1', 'Moved.v2', 'Moved.v3']) write(name);
    const step = (word: string) => (data: Readonly<Record<string, unknown>>) => ({ path: [...((data['path'] ?? []) as string[]), word] });
    const schemas = loadEventSchemas(folder, { Moved: { 1: step('a'), 2: step('b') } });
    const upcast = (version: number): unknown => schemas.upcast(schemas.version('Moved', version)!, {});
    expect([upcast(1), upcast(2), upcast(3)]).toEqual([{ path: ['a', 'b'] }, { path: ['b'] }, {}]);
  });

  test.each([
    ['a version without an upcaster', ['Moved.v1', 'Moved.v2'], {}, 'Moved has no upcaster from version 1'],
    ['a version that is missing', ['Moved.v1', 'Moved.v3'], {}, 'upcaster from version 1'],
    ['an upcaster for no schema', ['Moved.v1'], { Stayed: {} }, 'upcasters for Stayed'],
    ['a name without a version', ['Moved'], {}, 'is not named'],
  ] as const)('refuse %s', (_, names, upcasters, message) => {
    for (const name of names) write(name);
    expect(() => loadEventSchemas(folder, upcasters)).toThrow(message);
  });

  test.each([
    ['another $id than its name', { $id: 'Other.v1' }, 'must have the $id'],
    ['an open object', { additionalProperties: true }, 'must be a closed object'],
    ['an unknown keyword', { requierd: [] }, 'unknown keyword'],
    ['an unknown party', { properties: { a: { type: 'string', 'x-personal': 'everybody' } } }, 'x-personal'],
    [
      'a personal field inside a list, where it would stay in clear',
      { properties: { a: { type: 'array', items: { type: 'object', properties: { b: { type: 'string', 'x-personal': 'submitter' } } } } } },
      'x-personal may stand only on properties',
    ],
    [
      'a personal field behind a choice',
      { properties: { a: { oneOf: [{ type: 'string', 'x-personal': 'submitter' }, { type: 'null' }] } } },
      'x-personal may stand only on properties',
    ],
  ])('refuse %s', (_, more, message) => {
    write('Moved.v1', more);
    expect(() => loadEventSchemas(folder).current('Moved')?.complaint({})).toThrow(message);
  });
});

describe('the event schemas of this project', () => {
  const project = new URL('../../../../../event-schemas/', import.meta.url);
  const names = readdirSync(project).filter((name) => name.endsWith('.json'));
  const schemas = eventSchemas(process.cwd());
  const ajv = new Ajv2020();

  test.each(names)('%s is what the schema of schemas says a schema is', (name) => {
    const schema = JSON.parse(readFileSync(new URL(name, project), 'utf8')) as object;
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  test.each(names)('%s has a recorded example that it accepts', (name) => {
    const [type = '', version] = name.split(/\.v|\.json/);
    const example = JSON.parse(readFileSync(new URL(`examples/${name}`, project), 'utf8')) as object;
    expect(schemas.version(type, Number(version))?.complaint(example)).toBeUndefined();
  });
});
