import { notReceived, type Case, type Known, type ReceivedCase, type Standing } from './case.js';
import type { CaseEvent } from './events.js';

/** The state to which a history leads. */
export function replay(history: Iterable<CaseEvent>): Case {
  let state: Case = notReceived;
  for (const event of history) state = evolve(state, event);
  return state;
}

/** One step: what is true after an event. Total; it refuses nothing, for what is recorded has happened. */
export function evolve(state: Case, event: CaseEvent): Case {
  if (event.type === 'CaseReceived') return { status: 'in-triage', known: received(event.data) };
  if (state.status === 'not-received') return state;
  return { ...standing(state, event), known: learn(state.known, event) };
}

type Received = Extract<CaseEvent, { type: 'CaseReceived' }>;
type Later = Exclude<CaseEvent, Received>;

/** The text and the place stay in the log: no decision depends on them. */
const received = ({ text: _text, place: _place, contact = {}, ...data }: Received['data']): Known => ({
  ...data,
  contact,
  board: '',
  category: undefined,
  secrecy: 'none',
  secrecyMark: undefined,
  diaryNumbers: [],
  officer: undefined,
  acknowledged: false,
  answered: false,
  answerDue: undefined,
  actions: [],
});

/** Where the case stands after an event. */
function standing({ known: _known, ...before }: ReceivedCase, { type, data }: Later): Standing {
  switch (type) {
    case 'CaseSentToTriage':
      return { status: 'in-triage' };
    case 'CaseRouted':
    case 'TransferAccepted':
    case 'CaseReopened':
      return { status: 'with-board' };
    case 'TransferSent':
      return { status: 'in-transfer', to: data.to };
    case 'ClarificationAsked':
      return {
        status: 'awaiting-clarification',
        replyBy: data.replyBy,
        interrupted: before.status === 'in-triage' ? 'in-triage' : 'with-board',
      };
    case 'ClarificationReceived':
      return before.status === 'awaiting-clarification' ? { status: before.interrupted } : before;
    case 'AnswerGiven':
      return { status: 'answered' };
    case 'CaseClosed':
      return { status: 'closed', outcome: data.outcome };
    case 'CaseRegistered':
    case 'CaseClassified':
    case 'PromiseMade':
    case 'CaseAcknowledged':
    case 'CaseAssigned':
    case 'DelayNoticeGiven':
    case 'ActionPlanned':
    case 'ActionCompleted':
    case 'ReferredToExternalBody':
    case 'NoteAdded':
    case 'SecrecyMarked':
    case 'SecrecyLifted':
    case 'AccessCodeReplaced':
    case 'ReceiptDateCorrected':
      return before;
  }
}

/** What is known after an event. */
function learn(known: Known, { type, data }: Later): Known {
  switch (type) {
    case 'CaseRegistered':
      return { ...known, diaryNumbers: [...known.diaryNumbers, data] };
    case 'CaseClassified':
      return { ...known, category: data, secrecy: data.secrecy };
    case 'CaseRouted':
    case 'CaseSentToTriage':
      return { ...known, board: data.board };
    case 'TransferAccepted':
      return { ...known, board: data.to, officer: undefined };
    case 'PromiseMade':
      return data.promise === 'answer' ? { ...known, answerDue: data.due } : known;
    case 'CaseAcknowledged':
      return { ...known, acknowledged: true };
    case 'CaseAssigned':
      return { ...known, officer: data.officer };
    case 'AnswerGiven':
      return { ...known, answered: true };
    case 'DelayNoticeGiven':
      return { ...known, answerDue: data.due };
    case 'ActionPlanned':
      return { ...known, actions: [...known.actions, { actionId: data.actionId, completed: false }] };
    case 'ActionCompleted':
      return {
        ...known,
        actions: known.actions.map((action) => (action.actionId === data.actionId ? { ...action, completed: true } : action)),
      };
    case 'SecrecyMarked':
      return { ...known, secrecyMark: data.provision };
    case 'SecrecyLifted':
      return { ...known, secrecyMark: undefined };
    case 'CaseReopened':
      return { ...known, answered: false };
    case 'AccessCodeReplaced':
      return { ...known, accessCodeHash: data.accessCodeHash };
    case 'ReceiptDateCorrected':
      return { ...known, receivedDate: data.to };
    case 'TransferSent':
    case 'ClarificationAsked':
    case 'ClarificationReceived':
    case 'ReferredToExternalBody':
    case 'NoteAdded':
    case 'CaseClosed':
      return known;
  }
}
