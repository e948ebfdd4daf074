import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { roles } from '../policy/caller.js';
import { type VisitsEnded } from '../session/visits.js';
import { type PersonEvents } from './person-events.js';

const types: Record<(PersonEvents | VisitsEnded)['type'], true> = {
  RoleGranted: true,
  RoleRevoked: true,
  InvitationAccepted: true,
  PersonSeen: true,
  SignedOut: true,
  VisitsEnded: true,
};
const json = (path: string) => JSON.parse(readFileSync(`event-schemas/${path}`, 'utf8')) as Record<string, unknown>;
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
ajv.addKeyword({ keyword: 'x-personal', schemaType: 'string' });

describe('the events of people and their visits', () => {
  it.each(Object.keys(types))('%s has a schema that its recorded example satisfies', (type) => {
    const validate = ajv.compile(json(`${type}.v1.json`));
    validate(json(`examples/${type}.v1.json`));
    expect(validate.errors).toBeNull();
    expect(validate({ ...json(`examples/${type}.v1.json`), more: 1 })).toBe(false);
  });

  it.each(['RoleGranted', 'RoleRevoked'])('%s knows every role of the policy and no other', (type) => {
    expect(json(`${type}.v1.json`)).toMatchObject({ properties: { role: { enum: [...roles] } } });
  });
});
