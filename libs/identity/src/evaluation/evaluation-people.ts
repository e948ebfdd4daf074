import { type Grant, type Role } from '../policy/caller.js';

/** Somebody to be during evaluation. Invented; the names are common Swedish ones. */
export interface EvaluationPerson {
  /** The subject at the evaluation issuer, and the name on the command line, as in `karin.kundtjanst`. */
  readonly slug: string;
  readonly name: string;
  /** What the page of people says, in Swedish. */
  readonly title: string;
  readonly grants: readonly Grant[];
}

const boards = {
  RS: 'Regionstyrelsen',
  TN: 'Tekniska nämnden',
  SON: 'Socialnämnden',
  HSN: 'Hälso- och sjukvårdsnämnden',
} as const;
type Board = keyof typeof boards;

const titles = { registrar: 'Registrator', officer: 'Handläggare', manager: 'Chef' } as const;

/** Every role, and the roles of a board for several boards: enough to play every part of a case, and to try every wall. */
export const evaluationPeople: readonly EvaluationPerson[] = [
  { slug: 'karin.kundtjanst', name: 'Karin Ekholm', title: 'Kundtjänst', grants: [{ role: 'customer-service', boards: ['RS'] }] },
  { slug: 'kalle.kundtjanst', name: 'Kalle Söderberg', title: 'Kundtjänst', grants: [{ role: 'customer-service', boards: ['RS'] }] },
  atBoard('rolf.registrator', 'Rolf Lindqvist', 'registrar', 'RS'),
  atBoard('rut.registrator-tn', 'Rut Hallgren', 'registrar', 'TN'),
  atBoard('ragnar.registrator-son', 'Ragnar Öberg', 'registrar', 'SON'),
  atBoard('rebecka.registrator-hsn', 'Rebecka Nyman', 'registrar', 'HSN'),
  atBoard('helge.handlaggare-rs', 'Helge Wallin', 'officer', 'RS'),
  atBoard('hanna.handlaggare-tn', 'Hanna Björk', 'officer', 'TN'),
  atBoard('hassan.handlaggare-tn', 'Hassan Nilsson', 'officer', 'TN'),
  atBoard('helena.handlaggare-son', 'Helena Åkesson', 'officer', 'SON'),
  atBoard('harriet.handlaggare-hsn', 'Harriet Ström', 'officer', 'HSN'),
  atBoard('cecilia.chef-rs', 'Cecilia Norrby', 'manager', 'RS'),
  atBoard('christer.chef-tn', 'Christer Malm', 'manager', 'TN'),
  atBoard('camilla.chef-son', 'Camilla Hedlund', 'manager', 'SON'),
  atBoard('carl.chef-hsn', 'Carl Fransson', 'manager', 'HSN'),
  { slug: 'kerstin.kvalitet', name: 'Kerstin Boman', title: 'Kvalitetsstrateg', grants: [{ role: 'quality', boards: 'all' }] },
  { slug: 'gunnar.granskare', name: 'Gunnar Sjögren', title: 'Granskare (revision)', grants: [{ role: 'auditor', boards: 'all' }] },
  { slug: 'amira.administrator', name: 'Amira Dahlin', title: 'Systemförvaltare', grants: [{ role: 'administrator', boards: 'all' }] },
  { slug: 'olle.obehorig', name: 'Olle Gren', title: 'Anställd utan behörighet', grants: [] },
];

export function findEvaluationPerson(slug: string): EvaluationPerson | undefined {
  return evaluationPeople.find((person) => person.slug === slug);
}

/** What the issuer says of a person, in ID tokens, access tokens and at its userinfo endpoint. */
export function claimsOf({ slug, name }: EvaluationPerson): {
  readonly name: string;
  readonly email: string;
  readonly email_verified: true;
} {
  return { name, email: `${slug}@region.example`, email_verified: true };
}

function atBoard(slug: string, name: string, role: Role & keyof typeof titles, board: Board): EvaluationPerson {
  return { slug, name, title: `${titles[role]}, ${boards[board]}`, grants: [{ role, boards: [board] }] };
}
