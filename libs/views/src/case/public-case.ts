import type { Case, CaseEvent, Personal } from '#cases';
import type { Step } from './replay-case.js';

/** Five words for a citizen. */
export type PublicStatus = 'received' | 'being-handled' | 'question-to-you' | 'answered' | 'closed';

/** What the submitter sees: their own words and ours to them; no notes, no names, no assignments. */
export interface PublicCase {
  readonly reference: string;
  readonly status: PublicStatus;
  readonly kind: string;
  readonly receivedDate: string;
  readonly promisedDate: string | undefined;
  readonly board: string;
  readonly entries: readonly PublicEntry[];
}

export interface PublicEntry {
  readonly at: string;
  readonly what: PublicWhat;
  readonly text?: Personal;
  readonly date?: string;
  readonly code?: string;
}

type PublicWhat =
  'received' | 'moved' | 'question' | 'reply' | 'delay' | 'answer' | 'action-planned' | 'action-done' | 'referred' | 'closed' | 'reopened';

/** The public side of a history; undefined before anything was received. */
export function publicCase(steps: readonly Step[], state: Case): PublicCase | undefined {
  if (state.status === 'not-received') return undefined;
  const { reference, kind, receivedDate, answerDue, board } = state.known;
  const entries = steps.flatMap(({ event }) => entry(event).map((what) => ({ at: event.metadata.recordedAt, ...what })));
  return { reference, status: publicStatus(state), kind, receivedDate, promisedDate: answerDue, board, entries };
}

export function publicStatus(state: Exclude<Case, { status: 'not-received' }>): PublicStatus {
  switch (state.status) {
    case 'in-triage':
      return 'received';
    case 'with-board':
    case 'in-transfer':
      return 'being-handled';
    case 'awaiting-clarification':
      return 'question-to-you';
    case 'answered':
      return 'answered';
    case 'closed':
      return 'closed';
  }
}

function entry(event: CaseEvent): Omit<PublicEntry, 'at'>[] {
  switch (event.type) {
    case 'CaseReceived':
      return [{ what: 'received', text: event.data.text, date: event.data.receivedDate }];
    case 'TransferAccepted':
      return [{ what: 'moved', code: event.data.to }];
    case 'ClarificationAsked':
      return [{ what: 'question', text: event.data.questions, date: event.data.replyBy }];
    case 'ClarificationReceived':
      return [{ what: 'reply', text: event.data.text }];
    case 'DelayNoticeGiven':
      return [{ what: 'delay', text: event.data.reason, date: event.data.due }];
    case 'AnswerGiven':
      return [{ what: 'answer', text: event.data.text }];
    case 'ActionPlanned':
      return [{ what: 'action-planned', text: event.data.description, date: event.data.due }];
    case 'ActionCompleted':
      return [{ what: 'action-done', ...(event.data.result !== undefined && { text: event.data.result }) }];
    case 'ReferredToExternalBody':
      return [{ what: 'referred', code: event.data.body }];
    case 'CaseClosed':
      return [{ what: 'closed', code: event.data.outcome }];
    case 'CaseReopened':
      return [{ what: 'reopened' }];
    default:
      return [];
  }
}
