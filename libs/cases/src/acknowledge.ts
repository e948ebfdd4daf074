import type { LocalDate } from '#promises';
import type { Case, Known } from './case.js';
import type { CaseEvent } from './events.js';
import { Refusal } from './refusal.js';
import type { Way } from './vocabulary.js';

export interface Acknowledge {
  readonly by: Way;
  readonly on: LocalDate;
  readonly today: LocalDate;
}

/** Someone has told the submitter, in a way of their own, that the synpunkt has come in. Once is enough. The day counts for the promise, so it lies between receipt and today. */
export function acknowledge({ by, on, today }: Acknowledge, state: Case): CaseEvent[] {
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
      if (state.known.acknowledged) return [];
      requirePossible(on, today, state.known);
      return [{ type: 'CaseAcknowledged', data: { by, on } }];
  }
}

function requirePossible(on: LocalDate, today: LocalDate, { receivedDate }: Known): void {
  if (on > today) throw new Refusal('acknowledgement-in-the-future');
  if (on < receivedDate) throw new Refusal('acknowledgement-before-receipt');
}
