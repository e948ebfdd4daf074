import type { ReceivedCase, SucceedBoards, SucceededBoard } from '#cases';
import { successionsOn, type Organisation } from '#organisation';
import type { LocalDate } from '#promises';

/** Whether a person may handle a case as it would be. */
export type MayHandle = (personId: string, state: ReceivedCase) => boolean;

/** Every board that has ended by a day, as a decision about a case asks for it. */
export const succeededOn = (org: Organisation, today: LocalDate): readonly SucceededBoard[] =>
  successionsOn(org, today).map(({ ended, successor }) => ({ ended, successor: successor.code, secrecyArea: successor.neutralInMail }));

/** What the end of boards means for one case: its officer is asked of as the successor would have it. */
export function successionFor(state: ReceivedCase, succeeded: readonly SucceededBoard[], mayHandle: MayHandle): SucceedBoards {
  const { officer, board, secrecyArea } = state.known;
  const succession = succeeded.find(({ ended }) => ended === board);
  if (!succession || officer === undefined) return { succeeded, officerStays: true };
  const known = { ...state.known, board: succession.successor, secrecyArea: secrecyArea || succession.secrecyArea };
  return { succeeded, officerStays: mayHandle(officer, { ...state, known }) };
}
