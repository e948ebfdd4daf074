import type { LocalDate } from '#promises';
import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { mayStillPromise } from './promise-answer.js';
import { Refusal } from './refusal.js';

export interface DateReceipt {
  readonly receivedDate: LocalDate;
  /** The answer; undefined where no policy promises one. */
  readonly promised: CaseFacts['PromiseMade'] | undefined;
}

/** Says when a case counts as received that came in while the clock was in doubt, and promises what could not be promised then. Once. */
export function dateReceipt({ receivedDate, promised }: DateReceipt, state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  const { known } = state;
  if (known.datedLater === undefined) return [];
  const mayPromise = state.status !== 'closed' && mayStillPromise({ ...known, datedLater: undefined });
  return [
    { type: 'ReceiptDated', data: { receivedDate } },
    ...(promised && mayPromise ? [{ type: 'PromiseMade', data: promised } as const] : []),
  ];
}
