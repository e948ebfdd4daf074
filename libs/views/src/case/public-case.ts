import { withoutDate, type Case, type CaseEvent, type CaseFacts, type Personal, type ReceivedCase, type WithoutDate } from '#cases';
import type { Step } from './replay-case.js';

/** Five words for a citizen. */
export type PublicStatus = 'received' | 'being-handled' | 'question-to-you' | 'answered' | 'closed';

/** What the submitter sees: their own words and ours to them; no notes, no names, no assignments. */
export interface PublicCase {
  readonly reference: string;
  readonly status: PublicStatus;
  readonly kind: string;
  /** Undefined while it is not certain. */
  readonly receivedDate: string | undefined;
  readonly promisedDate: string | undefined;
  /** Why there is none, where an answer is waited for. */
  readonly withoutDate: WithoutDate | undefined;
  readonly board: string;
  /** Whether there is an answer that the submitter has not said anything of yet. */
  readonly mayRate: boolean;
  readonly entries: readonly PublicEntry[];
}

export interface PublicEntry extends Told {
  /** When it was recorded; ISO 8601. */
  readonly at: string;
}

/** What happened, in a word, with the text, the day or the code that belongs to it. */
interface Told {
  readonly what: PublicWhat;
  readonly text?: Personal;
  readonly date?: string;
  readonly code?: string;
}

/** A word for each thing that is told, so that whoever writes it out for people cannot forget one. */
export type PublicWhat =
  | 'received'
  | 'dated'
  | 'moved'
  | 'board-succeeded'
  | 'question'
  | 'reply'
  | 'delay'
  | 'answer'
  | 'rated'
  | 'rating-noted'
  | 'action-planned'
  | 'action-done'
  | 'referred'
  | 'closed'
  | 'reopened'
  | 'review-requested'
  | 'review-answered';

/** The public side of a history; undefined before anything was received. */
export function publicCase(steps: readonly Step[], state: Case): PublicCase | undefined {
  if (state.status === 'not-received') return undefined;
  const { reference, kind, receivedDate, datedLater, answerDue, board, answered, rating } = state.known;
  const entries = steps.flatMap(({ event }) => {
    const told = tell(event);
    return told ? [{ at: event.metadata.recordedAt, ...told }] : [];
  });
  return {
    reference,
    status: publicStatuses[state.status],
    kind,
    receivedDate: datedLater === undefined ? receivedDate : undefined,
    promisedDate: answerDue,
    withoutDate: withoutDate(state),
    board,
    mayRate: answered && rating?.by !== 'submitter',
    entries,
  };
}

const publicStatuses: Readonly<Record<ReceivedCase['status'], PublicStatus>> = {
  'in-triage': 'received',
  'with-board': 'being-handled',
  'in-transfer': 'being-handled',
  'awaiting-clarification': 'question-to-you',
  answered: 'answered',
  closed: 'closed',
};

/** What is told of each event. An event that does not stand here is nobody's business but the authority's. */
const tellings: { readonly [Type in keyof CaseFacts]?: (data: Readonly<CaseFacts[Type]>) => Told } = {
  CaseReceived: ({ text, receivedDate, datedLater }) => ({
    what: 'received',
    text,
    ...(datedLater === undefined && { date: receivedDate }),
  }),
  ReceiptDated: ({ receivedDate }) => ({ what: 'dated', date: receivedDate }),
  TransferAccepted: ({ to }) => ({ what: 'moved', code: to }),
  BoardSucceeded: ({ to }) => ({ what: 'board-succeeded', code: to }),
  ClarificationAsked: ({ questions, replyBy }) => ({ what: 'question', text: questions, date: replyBy }),
  ClarificationReceived: ({ text }) => ({ what: 'reply', text }),
  DelayNoticeGiven: ({ reason, due }) => ({ what: 'delay', text: reason, date: due }),
  AnswerGiven: ({ text }) => ({ what: 'answer', text }),
  AnswerRated: ({ satisfied, by }) => ({
    what: by === 'staff' ? 'rating-noted' : 'rated',
    code: satisfied ? 'satisfied' : 'not-satisfied',
  }),
  ActionPlanned: ({ description, due }) => ({ what: 'action-planned', text: description, date: due }),
  ActionCompleted: ({ result }) => ({ what: 'action-done', ...(result !== undefined && { text: result }) }),
  ReferredToExternalBody: ({ body }) => ({ what: 'referred', code: body }),
  CaseClosed: ({ outcome }) => ({ what: 'closed', code: outcome }),
  CaseReopened: () => ({ what: 'reopened' }),
  ReviewRequested: () => ({ what: 'review-requested' }),
  ReviewAnswered: ({ text }) => ({ what: 'review-answered', text }),
};

const tell = ({ type, data }: CaseEvent): Told | undefined => (tellings[type] as ((data: CaseEvent['data']) => Told) | undefined)?.(data);
