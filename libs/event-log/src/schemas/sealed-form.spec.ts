import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventSchemas } from '#node';
import { replaceFields } from './personal-fields.js';

const folder = join(process.cwd(), 'event-schemas/examples');
const schemas = eventSchemas(process.cwd());

const examples = readdirSync(folder).map((file) => {
  const [type = '', version] = file.split(/\.v|\.json/);
  const data = JSON.parse(readFileSync(join(folder, file), 'utf8')) as object;
  return { file, data, schema: schemas.version(type, Number(version))! };
});

const isPersonal = ({ data, schema }: (typeof examples)[number]): boolean =>
  JSON.stringify(replaceFields(data, schema.personal, () => '')) !== JSON.stringify(data);

describe('data as they lie in a store', () => {
  it.each(examples)('satisfy their schema with what is personal sealed: $file', ({ data, schema }) => {
    const stored = replaceFields(data, schema.personal, () => 'v1.key.bytes');
    expect(schema.storedComplaint(stored)).toBeUndefined();
    expect(schema.storedComplaint({ ...stored, more: true })).toContain('more');
  });

  it.each(examples.filter(isPersonal))('do not with it in clear: $file', ({ data, schema }) => {
    expect(schema.storedComplaint(data)).toContain('must match pattern');
  });
});
