import { introducedKinds, noticeKinds, type NoticeFacts } from '#notices';
import { exampleOf, objections, schemaOf } from '#test/event-schemas';

const types: readonly (keyof NoticeFacts | 'NoticeKindIntroduced')[] = [
  'NoticeKindIntroduced',
  'NoticeRequested',
  'DigestRequested',
  'NoticeClaimed',
  'NoticeHandedOver',
  'NoticeDeferred',
  'NoticeUncertain',
  'NoticeFailed',
  'NoticeBounced',
  'NoticeHeldBack',
];
const propertiesOf = (type: string) => Object.entries(schemaOf(type).properties ?? {});

it.each(types)('the schema of %s accepts the recorded example, nothing more, and describes every property', (type) => {
  expect(objections({ type, data: exampleOf(type) })).toEqual([]);
  expect(objections({ type, data: { ...exampleOf(type), other: 1 } })).toHaveLength(1);
  for (const [, { description }] of propertiesOf(type)) expect(description).toMatch(/\.$/);
});

it('seals the address, what is said, and the mail itself', () => {
  const parties = types.flatMap((type) => propertiesOf(type).map(([name, field]) => [`${type}.${name}`, field['x-personal']]));
  expect(Object.fromEntries(parties.filter(([, party]) => party !== undefined))).toEqual({
    'NoticeRequested.to': 'submitter',
    'NoticeRequested.values': 'content',
    'DigestRequested.to': 'staff',
    'DigestRequested.values': 'staff',
    'NoticeClaimed.message': 'notice',
  });
});

it('knows every kind of notice', () => {
  const kindsOf = (type: string) => schemaOf(type).properties?.['kind']?.enum;
  expect([kindsOf('NoticeRequested'), kindsOf('NoticeKindIntroduced')]).toEqual([noticeKinds, introducedKinds]);
});

it('has no room for an address in a code', () => {
  const objects = (code: string) => objections({ type: 'NoticeFailed', data: { code } }).length > 0;
  expect(['550', '550 5.1.1', 'shredded', 'connection-lost'].filter(objects)).toEqual([]);
  expect(['550 <karin@example.com>', 'karin@example.com', ''].filter((code) => !objects(code))).toEqual([]);
});
