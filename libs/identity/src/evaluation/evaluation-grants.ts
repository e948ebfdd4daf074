import { type Mac } from '../ids/mac.js';
import { grantRole } from '../people/grant-role.js';
import { type PersonEvents } from '../people/person-events.js';
import { personIdOf, personStream } from '../people/person-id.js';
import { seen } from '../people/recognise.js';
import { evaluationIssuerUrl } from './addresses.js';
import { claimsOf, type EvaluationPerson } from './evaluation-people.js';

/** The beginning of one person's stream, to be appended where there is no such stream yet. */
export interface EvaluationPersonStream {
  readonly stream: string;
  readonly correlationId: string;
  readonly events: readonly PersonEvents[];
}

/** Names and roles of the people of the evaluation, so that cases can be assigned to them before they ever logged in. */
export function evaluationGrants(people: readonly EvaluationPerson[], publicUrl: string, mac: Mac): readonly EvaluationPersonStream[] {
  return people.map((person) => {
    const id = personIdOf(evaluationIssuerUrl(publicUrl), person.slug, mac);
    const events = [seen(claimsOf(person), mac), ...person.grants.flatMap((grant) => grantRole(undefined, grant))];
    return { stream: personStream(id), correlationId: id, events };
  });
}
