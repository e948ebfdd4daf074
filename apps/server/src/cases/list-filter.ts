import { ownBoards, type Caller } from '#identity';
import { caseNameOf, type SynpunkterNode } from '#node';
import { boardsReachedFrom } from '#organisation';
import { localDate } from '#promises';
import { caseByName, type InboxFilter, type OfficerChoice } from '#views';
import { requireDayToAskAbout } from '../requests/days.js';
import type { CaseListRequest } from './list.request.js';
import { readPlace } from './page-place.js';

/**
 * What a list is to show. Under a board also stands what was closed at the boards that it has succeeded.
 * @throws RequestProblem if it is asked for a day that nobody can mean
 */
export function listFilter(node: SynpunkterNode, caller: Caller, { board, after, q, officer, ...rest }: CaseListRequest): InboxFilter {
  requireDayToAskAbout('dueBy', rest.dueBy, node.now());
  const place = after === undefined ? undefined : readPlace(after, node.mac);
  const asked = board === mine ? ownBoards(caller) : board && [board];
  return {
    ...rest,
    ...(q && { caseId: caseCalled(node, q) }),
    ...(asked && { boards: asked.flatMap((code) => boardsUnder(node, code)) }),
    ...(officer && { officer: officer === 'mine' ? ownCases(caller) : casesOfNobody(node) }),
    ...(place && { after: place }),
  };
}

/** Nobody but the staff has any. */
const ownCases = (caller: Caller): OfficerChoice => ({ is: caller.kind === 'staff' ? caller.personId : 'nobody' });

const casesOfNobody = (node: SynpunkterNode): OfficerChoice => ({
  nobodyWho: (officer, subject) => node.mayHandleSuch(officer, subject),
});

/** The case that bears a reference or a diary number; null if none does. */
function caseCalled({ caseIndex, organisation }: SynpunkterNode, typed: string): string | null {
  return caseByName(caseIndex.db, caseNameOf(typed, organisation.state.description?.referencePrefix ?? 'RG')) ?? null;
}

/** In place of the code of a board: those that the caller works at. */
export const mine = 'mine';

/** One that has been succeeded has what it closed itself. */
function boardsUnder({ organisation, parts }: SynpunkterNode, board: string): readonly string[] {
  const reached = boardsReachedFrom(organisation.state, board, localDate(parts.now()));
  return reached.length > 0 ? reached : [board];
}
