import type { Days, LocalDate } from '#promises';
import { isInTriage, type Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';
import { requireDay } from './require-day.js';

export type PlanAction = CaseFacts['ActionPlanned'] & { readonly days: Days };

/** Promises that something will be done; it is followed up after the answer, also when the case is closed. */
export function planAction({ days, ...planned }: PlanAction, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-triage':
      throw new Refusal('case-in-triage');
    case 'in-transfer':
      throw new Refusal('case-in-transfer');
    case 'with-board':
    case 'awaiting-clarification':
    case 'answered':
      if (isInTriage(state)) throw new Refusal('case-in-triage');
      if (state.known.actions.some(({ actionId }) => actionId === planned.actionId)) throw new Refusal('action-already-planned');
      requireComingDay(planned.due, days);
      return [{ type: 'ActionPlanned', data: planned }];
  }
}

function requireComingDay(due: LocalDate, days: Days): void {
  requireDay('due', due, days);
  if (due < days.today) throw new Refusal('action-date-in-the-past', 'due');
}
