import { isInTriage, type ReceivedCase } from '#cases';
import type { DigestGroup } from '#notices';
import type { PromiseKind, Rung } from '#promises';
import { hasOfficer } from './has-officer.js';
import type { Observed } from './observed.js';
import type { Asked, Staff } from './staff.js';

/** What something that was observed asks of the staff: what is to be done, who has their turn to be told, and the part of the mail that says so. */
export interface Ask {
  readonly action: Asked;
  readonly group: DigestGroup;
  readonly turns: readonly Turn[];
}

/** The roles that are told if nobody of an earlier turn is there; `own` is the officer of the case. */
export type Turn = readonly string[] | 'own';

/** The one who has the case, or all who work with it; the head of administration only where nobody else can do it. */
const handsOn: readonly Turn[] = ['own', ['customer-service', 'registrar', 'officer', 'manager'], ['head']];

const turnsOf: Readonly<Record<Rung, readonly Turn[]>> = {
  officer: handsOn,
  manager: [['manager'], ['head']],
  head: [['head'], ['manager']],
};

/** An offer is for the registrars of the board that it is made to; once a date nears, for its managers too. */
const turnsOfOffer: Readonly<Record<Rung | 'offer', readonly Turn[]>> = {
  offer: [['registrar'], ['officer', 'manager'], ['head']],
  ...turnsOf,
  officer: [['registrar', 'manager'], ['officer'], ['head']],
};

/** What keeps a promise, or gets the reply that is waited for. */
const keptBy: Readonly<Record<PromiseKind, Asked>> = {
  acknowledgement: 'acknowledge',
  answer: 'answer',
  'review-acknowledgement': 'acknowledge',
  review: 'answer-review',
  'delay-notice': 'give-delay-notice',
  action: 'complete-action',
  'clarification-reply': 'ask-clarification',
};

/**
 * What can be done about it with the case as it is. Nobody can answer what is in triage, so it is to be routed, whoever's turn it were otherwise;
 * nor what is offered to another board, so that board is to accept it, or the own to take it back.
 */
export function asksOf({ kind, to, what }: Pick<Observed, 'kind' | 'to' | 'what'>, state: ReceivedCase, staff: Staff): readonly Ask[] {
  const turns = turnsOf[to];
  if (kind === 'undelivered') return [{ action: keptBy[what], group: 'undelivered', turns }];
  if (state.status === 'in-transfer') {
    const accept: Ask = { action: 'accept-transfer', group: 'offered', turns: turnsOfOffer[kind === 'offered' ? 'offer' : to] };
    return kind === 'offered' ? [accept] : [accept, { action: 'recall-transfer', group: 'sent', turns }];
  }
  if (isInTriage(state)) return [{ action: 'route', group: 'unrouted', turns: handsOn }];
  if (kind === 'unreplied') return [{ action: keptBy[what], group: 'unreplied', turns }];
  if (to !== 'officer') return [{ action: what === 'review' ? keptBy.review : 'assign', group: 'above', turns }];
  return [{ ...atHand({ kind, what }, hasOfficer(state, staff)), turns }];
}

function atHand({ kind, what }: Pick<Observed, 'kind' | 'what'>, assigned: boolean): Pick<Ask, 'action' | 'group'> {
  const action = keptBy[what];
  if (action === 'acknowledge') return { action, group: 'unacknowledged' };
  if (what === 'answer' && !assigned) return { action: 'assign', group: 'unassigned' };
  return { action, group: kind === 'reminder' ? 'soon' : 'late' };
}
