import type { PolicyPromise } from '#promises';
import { isInTriage, notReceived, type Case, type Known, type ReceivedCase, type Standing } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';

/** The state to which a history leads. */
export function replay(history: Iterable<CaseEvent>): Case {
  let state: Case = notReceived;
  for (const event of history) state = evolve(state, event);
  return state;
}

/** One step: what is true after an event. Total; it refuses nothing, for what is recorded has happened. */
export function evolve(state: Case, event: CaseEvent): Case {
  if (event.type === 'CaseReceived') return { status: 'in-triage', known: received(event.data) };
  return state.status === 'not-received' ? state : { ...standing(state, event), known: learn(state.known, event) };
}

type Later = Exclude<keyof CaseFacts, 'CaseReceived'>;
type LaterEvent = Extract<CaseEvent, { type: Later }>;
type Moves = { readonly [T in Later]?: (before: ReceivedCase, data: Readonly<CaseFacts[T]>) => Standing };
/** `null` where nothing is learnt; an event that is missing does not compile. */
type Lessons = { readonly [T in Later]: ((known: Known, data: Readonly<CaseFacts[T]>) => Known) | null };

/** Which events move a case, and where to. The others leave it standing where it stood. */
const moves: Moves = {
  CaseSentToTriage: () => ({ status: 'in-triage' }),
  CaseRouted: () => ({ status: 'with-board' }),
  TransferSent: (before, { to }) => ({ status: 'in-transfer', to, resumesAs: isAnswered(before) ? 'answered' : 'with-board' }),
  TransferAccepted: resume,
  TransferDeclined: resume,
  TransferRecalled: resume,
  BoardSucceeded: (before, { to }) => (isOfferedTo(before, to) ? resume(before) : before),
  TransferRedirected: (before, { to }) => redirected(before, to),
  ClarificationAsked: (before) => ({ status: 'awaiting-clarification', resumesAs: isAnswered(before) ? 'answered' : handling(before) }),
  ClarificationReceived: (before) => (before.status === 'awaiting-clarification' ? resume(before) : before),
  AnswerGiven: () => ({ status: 'answered' }),
  CaseClosed: (before, { outcome }) => ({ status: 'closed', outcome, resumesAs: handling(before) }),
  CaseReopened: (before) => (before.status === 'closed' ? resume(before) : { status: 'with-board' }),
  ReviewRequested: () => ({ status: 'with-board' }),
  ReviewAnswered: () => ({ status: 'answered' }),
};

/** What is known of a case after an event. */
const lessons: Lessons = {
  ReceiptDated: (known, { receivedDate }) => ({ ...known, receivedDate, datedLater: undefined }),
  CaseRegistered: (known, registered) => ({ ...known, diaryNumbers: [...known.diaryNumbers, registered] }),
  CaseClassified: (known, classified) => ({ ...known, category: classified, secrecy: classified.secrecy }),
  PersonalNumberNoticed: (known) => ({ ...known, personalNumber: true }),
  SecrecySuspected: (known) => ({ ...known, secrecySuspected: true }),
  CaseRouted: (known, { board, secrecyArea }) => ({ ...known, board, secrecyArea }),
  CaseSentToTriage: (known, { board }) => ({ ...known, board }),
  TransferSent: null,
  TransferDeclined: null,
  TransferRecalled: null,
  TransferAccepted: (known, { to, secrecyArea }) => ({
    ...known,
    board: to,
    secrecyArea,
    // What came out of an area of secrecy may be secret where it comes to, until somebody there has judged it.
    secrecySuspected: known.secrecySuspected || (known.secrecyArea && !secrecyArea),
    officer: undefined,
  }),
  BoardSucceeded: ({ officer, ...known }, { to, secrecyArea, officerLeft }) => ({
    ...known,
    board: to,
    secrecyArea,
    officer: officerLeft === undefined ? officer : undefined,
  }),
  TransferRedirected: null,
  PromiseMade: (known, made) => (isOfAnswer(made.promise) ? { ...known, ...promised(made), delayNotices: 0 } : known),
  PromiseRecounted: (known, { what, due }) => (concerns(what, known) ? { ...known, answerDue: due } : known),
  CaseAcknowledged: (known) => ({ ...known, acknowledged: true }),
  CaseAssigned: (known, { officer }) => ({ ...known, officer }),
  ClarificationAsked: (known, { replyBy }) => ({ ...known, replyBy }),
  ClarificationReceived: (known) => ({ ...known, replyBy: undefined }),
  AnswerGiven: (known) => ({ ...known, answered: true, rating: undefined }),
  AnswerRated: (known, rating) => ({ ...known, rating }),
  DelayNoticeGiven: (known, { due }) => ({ ...known, answerDue: due, delayNotices: known.delayNotices + 1 }),
  ActionPlanned: (known, { actionId }) => ({ ...known, actions: [...known.actions, { actionId, completed: false }] }),
  ActionCompleted: (known, { actionId }) => ({
    ...known,
    actions: known.actions.map((action) => (action.actionId === actionId ? { ...action, completed: true } : action)),
  }),
  ReferredToExternalBody: null,
  NoteAdded: null,
  SecrecyMarked: (known, { provision }) => ({ ...known, secrecyMark: provision, secrecySuspected: false }),
  SecrecyLifted: (known) => ({ ...known, secrecyMark: undefined }),
  SecrecyRuledOut: (known) => ({ ...known, secrecySuspected: false }),
  CaseClosed: null,
  CaseReopened: (known) => ({ ...known, answered: false, answerDue: known.answered ? undefined : known.answerDue }),
  ReviewRequested: (known) => ({ ...known, answered: false, answerDue: undefined, review: 'under-way' }),
  ReviewAnswered: (known) => ({ ...known, answered: true, rating: undefined, review: 'answered' }),
  AccessCodeReplaced: (known, { accessCodeHash }) => ({ ...known, accessCodeHash }),
  ReceiptDateCorrected: (known, { to }) => ({ ...known, receivedDate: to }),
};

const isOfAnswer = (what: PolicyPromise): boolean => what === 'answer' || what === 'review';

/** Whether a promise is the one whose date is told now. */
const concerns = (what: PolicyPromise, { answerDue, review }: Known): boolean =>
  answerDue !== undefined && what === (review === 'under-way' ? 'review' : 'answer');

const promised = ({ due, term, extensions }: CaseFacts['PromiseMade']): Pick<Known, 'answerDue' | 'extensions'> => ({
  answerDue: due,
  extensions: term && extensions && { term, ...extensions },
});

/** The name of every event that can stand in a case. */
export const caseEventTypes: readonly (keyof CaseFacts)[] = ['CaseReceived', ...(Object.keys(lessons) as Later[])];

/** A case goes on where it was interrupted; one that was not interrupted stays where it is. */
function resume(before: ReceivedCase): Standing {
  return 'resumesAs' in before ? { status: before.resumesAs } : before;
}

function redirected(before: ReceivedCase, to: string): Standing {
  if (before.status !== 'in-transfer') return before;
  return before.known.board === to ? resume(before) : { ...before, to };
}

const isOfferedTo = (before: ReceivedCase, board: string): boolean => before.status === 'in-transfer' && before.to === board;

const handling = (before: ReceivedCase): 'in-triage' | 'with-board' => (isInTriage(before) ? 'in-triage' : 'with-board');

const isAnswered = ({ known }: ReceivedCase): boolean => known.answered;

/** The text and the place stay in the log: no decision depends on them. */
const received = ({
  caseId,
  reference,
  kind,
  channel,
  language,
  receivedDate,
  datedLater,
  accessCodeHash,
  contact = {},
}: Readonly<CaseFacts['CaseReceived']>): Known => ({
  caseId,
  reference,
  kind,
  channel,
  language,
  receivedDate,
  datedLater,
  accessCodeHash,
  contact,
  board: '',
  category: undefined,
  secrecy: 'none',
  secrecyArea: false,
  secrecyMark: undefined,
  secrecySuspected: false,
  personalNumber: false,
  diaryNumbers: [],
  officer: undefined,
  acknowledged: false,
  answered: false,
  rating: undefined,
  review: undefined,
  answerDue: undefined,
  extensions: null,
  delayNotices: 0,
  replyBy: undefined,
  actions: [],
});

// TypeScript cannot see that an event and the entry of its own type belong together, so each is looked up as one that takes any.
type Move = ((before: ReceivedCase, data: LaterEvent['data']) => Standing) | undefined;
type Lesson = ((known: Known, data: LaterEvent['data']) => Known) | null;

function standing(before: ReceivedCase, { type, data }: LaterEvent): Standing {
  return (moves[type] as Move)?.(before, data) ?? before;
}

function learn(known: Known, { type, data }: LaterEvent): Known {
  return (lessons[type] as Lesson)?.(known, data) ?? known;
}
