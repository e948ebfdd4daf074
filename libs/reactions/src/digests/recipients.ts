import type { ReceivedCase } from '#cases';
import { asksOf, type Ask, type Turn } from './asks.js';
import type { Observed } from './observed.js';
import type { Colleague, Staff } from './staff.js';

/** Who is told of something: of those who can be reached and may do what it asks, those whose turn comes first. So nobody is told of what is not theirs to do. */
export function recipients(observed: Pick<Observed, 'kind' | 'to' | 'what'>, state: ReceivedCase, staff: Staff): readonly string[] {
  return [...new Set(asksOf(observed, state, staff).flatMap((ask) => firstInTurn(ask, state, staff)))];
}

function firstInTurn({ action, turns }: Ask, state: ReceivedCase, { whoMay, addressOf }: Staff): readonly string[] {
  const may = whoMay(action, state);
  for (const turn of turns) {
    const theirs = may.filter((one) => isFor(turn, one, state) && addressOf(one.personId) !== undefined);
    if (theirs.length > 0) return theirs.map(({ personId }) => personId);
  }
  return [];
}

const isFor = (turn: Turn, { personId, roles }: Colleague, { known }: ReceivedCase): boolean =>
  turn === 'own' ? personId === known.officer : roles.some((role) => turn.includes(role));
