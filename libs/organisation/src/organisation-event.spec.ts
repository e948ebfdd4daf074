import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { organisationUpcasters, readOrganisation, type OrganisationEvent } from '#organisation';
import { makeCalendar } from './calendar/make-calendar.js';
import { regionGotlandFiles } from '#test/region-gotland';

/** Each with the version that is written now. */
const types: Record<OrganisationEvent['type'], number> = {
  OrganisationDescribed: 1,
  BoardPublished: 2,
  ExternalBodyPublished: 1,
  HandoverSignalPublished: 2,
  CategoryPublished: 1,
  PolicyPublished: 3,
  CalendarPublished: 1,
  RoutingRulesPublished: 1,
};
const json = (path: string) => JSON.parse(readFileSync(`event-schemas/${path}`, 'utf8')) as Record<string, unknown>;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const validators = new Map(Object.entries(types).map(([type, version]) => [type, ajv.compile(json(`${type}.v${version}.json`))]));

describe('the events of an organisation', () => {
  it.each(Object.entries(types))('%s has a closed schema (version %i) that its recorded example satisfies', (type, version) => {
    const validate = validators.get(type)!;
    const example = json(`examples/${type}.v${version}.json`);
    validate(example);
    expect(validate.errors).toBeNull();
    expect(validate({ ...example, more: 1 })).toBe(false);
  });

  it('read a policy of the first version as one that says nothing of what it did not know', () => {
    const first = json('examples/PolicyPublished.v1.json') as { versions: object[] };
    const now = organisationUpcasters.PolicyPublished[2](organisationUpcasters.PolicyPublished[1](first));
    expect(validators.get('PolicyPublished')!(now)).toBe(true);
    expect(now.versions).toEqual([
      { ...first.versions[0], extensions: null, clarification: null, secondStage: null, reminders: [], escalations: [], complaintLaws: [] },
    ]);
  });

  it('read a board of the first version as one that nobody is to succeed', () => {
    const first = json('examples/BoardPublished.v1.json') as { versions: object[] };
    const now = organisationUpcasters.BoardPublished[1](first);
    expect(validators.get('BoardPublished')!(now)).toBe(true);
    expect(now.versions).toEqual([{ ...first.versions[0], successor: null }]);
  });

  it('read a signal of the first version as one of which nothing is said to the submitter', () => {
    const first = json('examples/HandoverSignalPublished.v1.json') as { versions: object[] };
    const now = organisationUpcasters.HandoverSignalPublished[1](first);
    expect(validators.get('HandoverSignalPublished')!(now)).toBe(true);
    expect(now.versions).toEqual(first.versions.map((version) => ({ ...version, wordSv: null, wordEn: null })));
  });

  it('of Region Gotland satisfy their schemas, every one', () => {
    const facts: OrganisationEvent[] = [
      ...readOrganisation(regionGotlandFiles()).flatMap((file) => file.facts),
      { type: 'CalendarPublished', data: makeCalendar(2026) },
    ];
    const refused = facts.filter(({ type, data }) => !validators.get(type)!(data));
    expect(refused).toEqual([]);
    expect(new Set(facts.map(({ type }) => type)).size).toBe(Object.keys(types).length);
  });
});
