import { isInTriage, isSecret } from '#cases';
import type { KnownCase } from './known-case.js';

/** What was known of a case at a time: what a figure counts, and what it is grouped by. */
export interface CaseRow {
  readonly received_date: string;
  /** The board that has it; in triage the front board. */
  readonly board: string;
  /** The board that was responsible first, or its successor; null as long as nobody has routed it. */
  readonly first_board: string | null;
  readonly kind: string;
  readonly channel: string;
  /** Null where none was found, and where the category is itself secret. */
  readonly category: string | null;
  readonly status: string;
  readonly secret: Flag;
  readonly anonymous: Flag;
  /** Whether there is an address for e-mail. */
  readonly by_mail: Flag;
  readonly undeliverable: Flag;
  readonly concluded: Flag;
  readonly transfers: number;
  readonly returns: number;
  readonly reopened: number;
  /** Whether the last answer satisfied; null where the submitter has not said so. What the staff wrote down measures nothing. */
  readonly satisfied: Flag | null;
  readonly actions: number;
  readonly actions_done: number;
  readonly closed_on: string | null;
  readonly outcome: string | null;
}

type Flag = 0 | 1;

export function caseRow(known: KnownCase): CaseRow {
  const { state, told } = known;
  const { category, actions, rating, ...about } = state.known;
  return {
    received_date: about.receivedDate,
    board: about.board,
    first_board: known.firstBoard ?? null,
    kind: about.kind,
    channel: about.channel,
    category: category === undefined || category.secrecy === 'high' ? null : category.category,
    status: state.status,
    secret: flag(isSecret(state.known)),
    anonymous: flag(known.anonymous),
    by_mail: flag(told.byMail),
    undeliverable: flag(known.undeliverable),
    concluded: flag(known.concluded),
    transfers: known.transfers,
    returns: known.returns,
    reopened: known.reopened,
    satisfied: rating?.by === 'submitter' ? flag(rating.satisfied) : null,
    actions: actions.length,
    actions_done: actions.filter(({ completed }) => completed).length,
    closed_on: known.closedOn ?? null,
    outcome: state.status === 'closed' ? state.outcome : null,
  };
}

/** Who may read a case is asked of what is known now, whatever was known then. */
export interface WallRow {
  readonly board: string;
  readonly secret: Flag;
  readonly triage: Flag;
  /** The board that a transfer offers it to, or empty. */
  readonly offered: string;
}

export const wallRow = ({ state }: KnownCase): WallRow => ({
  board: state.known.board,
  secret: flag(isSecret(state.known)),
  triage: flag(isInTriage(state)),
  offered: state.status === 'in-transfer' ? state.to : '',
});

const flag = (is: boolean): Flag => (is ? 1 : 0);
