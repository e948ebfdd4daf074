import { isInTriage, type ReceivedCase } from '#cases';
import type { Rung } from '#promises';
import type { Observed } from './observed.js';
import type { CaseReader, Staff } from './staff.js';

/**
 * Who is told of something: only who may read the case and can be reached. An officer who can not counts as none, and where a case has none
 * the registrars of its board are told. In triage nobody else may read it, so there every rung is theirs. While it is offered to another
 * board, only that board can act on it: its people are told as well, and the offer itself is told to nobody else.
 */
export function recipients({ kind, to }: Pick<Observed, 'kind' | 'to'>, state: ReceivedCase, staff: Staff): readonly string[] {
  const own = kind === 'offered' ? [] : ofBoard(isInTriage(state) ? 'officer' : to, state, staff);
  return [...new Set([...own, ...ofReceiver(kind, to, state, staff)])];
}

function ofBoard(rung: Rung, state: ReceivedCase, { readersOf, addressOf }: Staff): readonly string[] {
  const readers = readersOf(state).filter((reader) => isFor(rung, reader, state));
  const reached = readers.filter(({ personId }) => addressOf(personId) !== undefined);
  const officer = rung === 'officer' && reached.find(({ personId }) => personId === state.known.officer);
  return (officer ? [officer] : reached.filter(({ roles }) => roles.includes(roleOf[rung]))).map(({ personId }) => personId);
}

/** Its registrars; with a date that nears, or has passed, its managers too. */
function ofReceiver(kind: Observed['kind'], to: Rung, state: ReceivedCase, { readersOf, addressOf }: Staff): readonly string[] {
  if (state.status !== 'in-transfer') return [];
  const wanted = kind === 'offered' ? ['registrar'] : to === 'officer' ? ['registrar', 'manager'] : [roleOf[to]];
  return readersOf(state)
    .filter(({ offeredRoles = [] }) => offeredRoles.some((role) => wanted.includes(role)))
    .map(({ personId }) => personId)
    .filter((personId) => addressOf(personId) !== undefined);
}

const roleOf: Readonly<Record<Rung, string>> = { officer: 'registrar', manager: 'manager', head: 'head' };

/** Before anything is opened: most readers of a case have no part in it. */
const isFor = (to: Rung, { personId, roles }: CaseReader, { known }: ReceivedCase): boolean =>
  roles.includes(roleOf[to]) || (to === 'officer' && personId === known.officer);
