import { readdirSync, readFileSync } from 'node:fs';
import { complaintText, emptyOrganisation, evolveOrganisation, policyOn, readOrganisation, type Policy } from '#organisation';
import { regionGotland, regionGotlandFiles } from '#test/region-gotland';

const folder = 'organisations/policy-presets';
const presets = readdirSync(folder);
const text = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');
const preset = (file: string): Policy => JSON.parse(text(file)) as Policy;
const imported = (file: string) => readOrganisation({ ...regionGotlandFiles(), 'policies.json': `[${text(file)}]` });

describe('a policy that another organisation can choose', () => {
  it.each(presets)('%s can be imported as it is', (file) => {
    expect(imported(file).flatMap(({ complaints }) => complaints.map(complaintText))).toEqual([]);
    const org = imported(file)
      .flatMap(({ facts }) => facts)
      .reduce(evolveOrganisation, emptyOrganisation);
    const { kinds, complaintLaws } = preset(file);
    const question = { administrationCode: null, kind: kinds[0] ?? 'klagomal', complaintLaw: complaintLaws[0] ?? null };
    expect(policyOn(org, question, '2026-11-26')).toEqual(preset(file));
  });

  it.each(presets)('%s is named after its code', (file) => {
    expect(`${preset(file).code}.json`).toBe(file);
  });

  it('is, for Gotland, the one in force', () => {
    expect(policyOn(regionGotland(), { administrationCode: null, kind: 'klagomal', complaintLaw: null }, '2026-11-26')).toEqual(
      preset('gotland.json'),
    );
  });

  it.each<[string, Partial<Policy>]>([
    ['skovde', { acknowledge: within(2, 'workingDays'), answer: within(10, 'workingDays') }],
    ['karlskoga', { acknowledge: within(2, 'workingDays'), answer: within(5, 'workingDays') }],
    ['health-care', { complaintLaws: ['PSL_3_8'], answer: within(4, 'weeks') }],
    ['school', { complaintLaws: ['SKOLLAGEN_4_8', 'SKOLLAGEN_6'], answer: within(10, 'workingDays') }],
    ['accessibility', { complaintLaws: ['DOS'], answer: within(5, 'workingDays') }],
    [
      'lgsco',
      { acknowledge: within(5, 'workingDays'), answer: within(10, 'workingDays', 'acknowledged'), extensions: { atMost: 1, count: 10 } },
    ],
    ['eu-code', { acknowledge: within(2, 'weeks'), answer: within(2, 'months') }],
    ['praise', { answer: null }],
  ])('says what its source says: %s', (code, said) => {
    expect(preset(`${code}.json`)).toMatchObject(said);
  });
});

function within(count: number, unit: string, from = 'received') {
  return expect.objectContaining({ count, unit, from });
}
