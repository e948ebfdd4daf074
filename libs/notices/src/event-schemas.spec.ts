import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { noticeKinds } from '#notices';
import { exampleOf } from '#test/notice-events';

const types = [
  'NoticeKindIntroduced',
  'NoticeRequested',
  'NoticeClaimed',
  'NoticeHandedOver',
  'NoticeDeferred',
  'NoticeUncertain',
  'NoticeFailed',
  'NoticeBounced',
  'NoticeHeldBack',
];
const ajv = new Ajv2020({ strict: true, keywords: ['x-personal'] });
addFormats.default(ajv);

interface Schema {
  readonly properties: Readonly<
    Record<string, { readonly description?: string; readonly enum?: readonly string[]; readonly 'x-personal'?: string }>
  >;
}
const schemaOf = (type: string) => JSON.parse(readFileSync(join(process.cwd(), 'event-schemas', `${type}.v1.json`), 'utf8')) as Schema;

describe.each(types)('the schema of %s', (type) => {
  const schema = schemaOf(type);

  it('accepts the recorded example, nothing more, and describes every property', () => {
    const accepts = ajv.compile(schema);
    expect(accepts(exampleOf(type))).toBe(true);
    expect(accepts({ ...exampleOf(type), other: 1 })).toBe(false);
    for (const { description } of Object.values(schema.properties)) expect(description).toMatch(/\.$/);
  });
});

it('seals the address, what is said, and the mail itself', () => {
  const parties = types.flatMap((type) =>
    Object.entries(schemaOf(type).properties).map(([name, field]) => [`${type}.${name}`, field['x-personal']]),
  );
  expect(Object.fromEntries(parties.filter(([, party]) => party !== undefined))).toEqual({
    'NoticeRequested.to': 'submitter',
    'NoticeRequested.values': 'content',
    'NoticeClaimed.message': 'notice',
  });
});

it('knows every kind of notice', () => {
  for (const type of ['NoticeKindIntroduced', 'NoticeRequested']) expect(schemaOf(type).properties['kind']?.enum).toEqual(noticeKinds);
});

it('has no room for an address in a code', () => {
  const accepts = ajv.compile({ ...schemaOf('NoticeFailed'), $id: 'again' });
  for (const code of ['550', '550 5.1.1', 'shredded', 'connection-lost']) expect(accepts({ code })).toBe(true);
  for (const code of ['550 <karin@example.com>', 'karin@example.com', '']) expect(accepts({ code })).toBe(false);
});
