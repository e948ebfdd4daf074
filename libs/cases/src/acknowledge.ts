import type { Days, LocalDate } from '#promises';
import type { Case, Known } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { mayStillPromise } from './promise-answer.js';
import { Refusal } from './refusal.js';
import { requireDay } from './require-day.js';
import type { Way } from './vocabulary.js';

export interface Acknowledge {
  readonly by: Way;
  readonly on: LocalDate;
  readonly days: Days;
  /** The answer, if its term is counted from the acknowledgement. */
  readonly promised?: CaseFacts['PromiseMade'];
}

/** Someone has told the submitter, in a way of their own, that the synpunkt has come in. Once is enough. The day counts for the promise, so it lies between receipt and today. */
export function acknowledge(asked: Acknowledge, state: Case): CaseEvent[] {
  switch (state.status) {
    case 'not-received':
      throw new Refusal('case-not-found');
    case 'closed':
      throw new Refusal('case-closed');
    case 'in-triage':
    case 'with-board':
    case 'in-transfer':
    case 'awaiting-clarification':
    case 'answered':
      requireDayOfTelling(asked, state.known);
      return state.known.acknowledged ? [] : told(asked, state.known);
  }
}

/** A day that cannot be is a slip, whether or not anything would come of it. */
function requireDayOfTelling({ on, days }: Acknowledge, known: Known): void {
  requireDay('on', on, days);
  if (on > days.today) throw new Refusal('acknowledgement-in-the-future', 'on');
  if (known.datedLater === undefined && on < known.receivedDate) throw new Refusal('acknowledgement-before-receipt', 'on');
}

function told({ by, on, promised }: Acknowledge, known: Known): CaseEvent[] {
  return [
    { type: 'CaseAcknowledged', data: { by, on } },
    ...(promised && mayStillPromise(known) ? [{ type: 'PromiseMade', data: promised } as const] : []),
  ];
}
