import { isInTriage, type ReceivedCase } from '#cases';
import type { Rung } from '#promises';
import type { CaseReader, Staff } from './staff.js';

/**
 * Who is told what is for a rung of the ladder: only who may read the case and can be reached. An officer who can not counts as none,
 * and where a case has none the registrars of its board are told. In triage nobody else may read it, so there every rung is theirs.
 */
export function recipients(to: Rung, state: ReceivedCase, { readersOf, addressOf }: Staff): readonly string[] {
  const rung = isInTriage(state) ? 'officer' : to;
  const readers = readersOf(state).filter((reader) => isFor(rung, reader, state));
  const reached = readers.filter(({ personId }) => addressOf(personId) !== undefined);
  const officer = rung === 'officer' && reached.find(({ personId }) => personId === state.known.officer);
  return (officer ? [officer] : reached.filter(({ roles }) => roles.includes(roleOf[rung]))).map(({ personId }) => personId);
}

const roleOf: Readonly<Record<Rung, string>> = { officer: 'registrar', manager: 'manager', head: 'head' };

/** Before anything is opened: most readers of a case have no part in it. */
const isFor = (to: Rung, { personId, roles }: CaseReader, { known }: ReceivedCase): boolean =>
  roles.includes(roleOf[to]) || (to === 'officer' && personId === known.officer);
