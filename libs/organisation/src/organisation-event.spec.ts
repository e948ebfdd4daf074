import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readOrganisation, type OrganisationEvent } from '#organisation';
import { makeCalendar } from './calendar/make-calendar.js';
import { regionGotlandFiles } from '#test/region-gotland';

const types: Record<OrganisationEvent['type'], true> = {
  OrganisationDescribed: true,
  BoardPublished: true,
  ExternalBodyPublished: true,
  HandoverSignalPublished: true,
  CategoryPublished: true,
  PolicyPublished: true,
  CalendarPublished: true,
  RoutingRulesPublished: true,
};
const json = (path: string) => JSON.parse(readFileSync(`event-schemas/${path}`, 'utf8')) as Record<string, unknown>;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const validators = new Map(Object.keys(types).map((type) => [type, ajv.compile(json(`${type}.v1.json`))]));

describe('the events of an organisation', () => {
  it.each(Object.keys(types))('%s has a closed schema that its recorded example satisfies', (type) => {
    const validate = validators.get(type)!;
    validate(json(`examples/${type}.v1.json`));
    expect(validate.errors).toBeNull();
    expect(validate({ ...json(`examples/${type}.v1.json`), more: 1 })).toBe(false);
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
