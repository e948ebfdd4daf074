import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Grant, roles } from '../policy/caller.js';

/** Somebody to be during evaluation, invented by the organisation folder. */
export interface EvaluationPerson {
  /** The subject at the evaluation issuer, and the name on the command line, as in `karin.kundtjanst`. */
  readonly slug: string;
  readonly name: string;
  /** What the page of people says, in the organisation's language. */
  readonly title: string;
  readonly grants: readonly Grant[];
}

/** Thrown when the file of people is not what it should be; the message says which entry. */
export class InvalidPeople extends Error {
  override readonly name = 'InvalidPeople';
}

/**
 * The people in `evaluation-people.json` of an organisation folder: enough of them to play every part of a case, and to
 * try every wall between boards.
 * @throws InvalidPeople
 */
export function readEvaluationPeople(organisationFolder: string): readonly EvaluationPerson[] {
  const people = parsed(readFileSync(join(organisationFolder, 'evaluation-people.json'), 'utf8'));
  if (!Array.isArray(people)) throw new InvalidPeople('evaluation-people.json must hold a list');
  people.forEach((person: unknown, index) => {
    if (!isPerson(person))
      throw new InvalidPeople(`Entry ${index} of evaluation-people.json is no person with slug, name, title and grants`);
  });
  return people as readonly EvaluationPerson[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidPeople('evaluation-people.json must hold JSON');
  }
}

export function findPerson(people: readonly EvaluationPerson[], slug: string): EvaluationPerson | undefined {
  return people.find((person) => person.slug === slug);
}

/** What the issuer says of a person, in ID tokens, access tokens and at its userinfo endpoint. */
export function claimsOf({ slug, name }: EvaluationPerson) {
  return { name, email: `${slug}@region.example`, email_verified: true } as const;
}

function isPerson(value: unknown): value is EvaluationPerson {
  const { slug, name, title, grants } = (value ?? {}) as Partial<Record<keyof EvaluationPerson, unknown>>;
  const named = typeof slug === 'string' && /^[a-z][a-z.-]*$/.test(slug) && typeof name === 'string' && typeof title === 'string';
  return named && Array.isArray(grants) && grants.every(isGrant);
}

function isGrant(value: unknown): value is Grant {
  const { role, boards } = (value ?? {}) as Partial<Record<keyof Grant, unknown>>;
  const isBoards = boards === 'all' || (Array.isArray(boards) && boards.every((board) => typeof board === 'string'));
  return roles.some((known) => known === role) && isBoards;
}
