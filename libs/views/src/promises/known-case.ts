import { evolve, notReceived, type CaseEvent, type CaseFacts, type Known, type ReceivedCase } from '#cases';
import type { Recorded } from '#event-log';
import { promiseFacts, toldIn, type Told } from '#ledger';
import { evolveLedger, localDate, type Ledger, type LocalDate, type PromiseFact } from '#promises';
import { asCaseEvent, dataOf } from '../case-events.js';

/** What is known of a case and its promises, without a word that anybody wrote and without anything that says who. */
export interface KnownCase {
  readonly told: Told;
  readonly state: ReceivedCase;
  readonly ledger: Ledger;
  /** Whether nobody can be reached: no name, no address, no number. */
  readonly anonymous: boolean;
  /** The first board that it was given to, or who succeeded that one while it had the case. */
  readonly firstBoard: string | undefined;
  /** The boards that have had it since it was routed; one that was succeeded meanwhile is its successor. */
  readonly boards: readonly string[];
  /** How often another board took it over. */
  readonly transfers: number;
  /** How often that board had had it before. */
  readonly returns: number;
  readonly reopened: number;
  /** Whether it was ever answered or closed. */
  readonly concluded: boolean;
  /** Whether a mail about it came back or was given up. */
  readonly undeliverable: boolean;
  readonly closedOn: LocalDate | undefined;
}

/**
 * What is known after an event of the case's own stream.
 * @throws Error if nothing was received before it
 */
export function knownAfter(known: KnownCase | undefined, event: Recorded): KnownCase {
  const state = evolve(known?.state ?? notReceived, asCaseEvent(event));
  if (state.status === 'not-received') throw new Error('an event of a case that was never received');
  const before = known ?? received(event, state);
  const after = learn({ ...before, state: { ...state, known: withoutPerson(state.known) } }, event);
  return learnFacts(after, promiseFacts(event, before.told));
}

/** What is known once something was observed of its promises, or of a notice that tells of one. */
export const learnFacts = (known: KnownCase, facts: readonly PromiseFact[]): KnownCase =>
  facts.length === 0 ? known : { ...known, ledger: facts.reduce(evolveLedger, known.ledger) };

const received = (event: Recorded, state: ReceivedCase): KnownCase => ({
  told: toldIn(event),
  state,
  ledger: [],
  anonymous: Object.keys(state.known.contact).length === 0,
  firstBoard: undefined,
  boards: [],
  transfers: 0,
  returns: 0,
  reopened: 0,
  concluded: false,
  undeliverable: false,
  closedOn: undefined,
});

/** What else is learnt from an event than the domain's own `evolve` knows. */
const lessons: { readonly [Type in CaseEvent['type']]?: (known: KnownCase, on: LocalDate, event: Recorded) => KnownCase } = {
  CaseRouted: (known) => ({ ...hadBy(known), firstBoard: known.firstBoard ?? known.state.known.board }),
  TransferAccepted: (known) => ({
    ...hadBy(known),
    transfers: known.transfers + 1,
    returns: known.returns + (known.boards.includes(known.state.known.board) ? 1 : 0),
  }),
  BoardSucceeded: (known, _on, event) => succeeded(known, dataOf('BoardSucceeded', event)),
  AnswerGiven: (known) => ({ ...known, concluded: true }),
  CaseClosed: (known, on) => ({ ...known, concluded: true, closedOn: on }),
  CaseReopened: (known) => ({ ...known, reopened: known.reopened + 1, closedOn: undefined }),
};

const learn = (known: KnownCase, event: Recorded): KnownCase =>
  lessons[event.type as CaseEvent['type']]?.(known, localDate(event.metadata.recordedAt), event) ?? known;

function hadBy(known: KnownCase): KnownCase {
  const { board } = known.state.known;
  return known.boards.includes(board) ? known : { ...known, boards: [...known.boards, board] };
}

/** A board that is succeeded while it has a case has not sent it anywhere. */
function succeeded(known: KnownCase, { from, to }: CaseFacts['BoardSucceeded']): KnownCase {
  const now = (board: string): string => (board === from ? to : board);
  const { firstBoard } = known;
  return { ...known, firstBoard: firstBoard === undefined ? undefined : now(firstBoard), boards: [...new Set(known.boards.map(now))] };
}

/** No figure needs who it was, or what it concerns in an area of strong secrecy. */
const withoutPerson = (known: Known): Known => ({
  ...known,
  contact: {},
  accessCodeHash: '',
  diaryNumbers: [],
  category: known.category?.secrecy === 'high' ? { ...known.category, secretCategory: '' } : known.category,
});
