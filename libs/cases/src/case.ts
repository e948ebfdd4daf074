import type { LocalDate, Term } from '#promises';
import type { CaseFacts, Contact, SecrecyLevel } from './events.js';
import type { Channel, Kind, Language, Outcome } from './vocabulary.js';

/** A case as its events made it: where it stands, and what is known of it. A union by status, so that an impossible step does not compile. */
export type Case = { readonly status: 'not-received' } | ReceivedCase;

export type ReceivedCase = Standing & { readonly known: Known };

/**
 * Where a case stands, with what belongs to that stand alone. A transfer, a question to the submitter and a closing interrupt
 * the handling: afterwards it resumes where it was, in triage if nobody has routed the case yet.
 */
export type Standing =
  | { readonly status: 'in-triage' }
  | { readonly status: 'with-board' }
  | { readonly status: 'in-transfer'; readonly to: string; readonly resumesAs: 'with-board' | 'answered' }
  | { readonly status: 'awaiting-clarification'; readonly resumesAs: 'in-triage' | 'with-board' | 'answered' }
  | { readonly status: 'answered' }
  | { readonly status: 'closed'; readonly outcome: Outcome; readonly resumesAs: 'in-triage' | 'with-board' };

export type CaseStatus = Case['status'];

/** Every status that a received case can have. */
export const caseStatuses = [
  'in-triage',
  'with-board',
  'in-transfer',
  'awaiting-clarification',
  'answered',
  'closed',
] as const satisfies readonly ReceivedCase['status'][];

/** What is known of every case that was received, wherever it stands. */
export interface Known {
  readonly caseId: string;
  readonly reference: string;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly language: Language;
  readonly receivedDate: LocalDate;
  /** Undefined once the day of receipt is certain; until then it is provisional. */
  readonly datedLater: CaseFacts['CaseReceived']['datedLater'];
  readonly contact: Contact;
  /** The board that has the case; in triage the front board. */
  readonly board: string;
  readonly category: CaseFacts['CaseClassified'] | undefined;
  readonly secrecy: SecrecyLevel;
  /** Whether the board's area is one of secrecy, as social care or health. */
  readonly secrecyArea: boolean;
  /** The provision of the secrecy marking in force. */
  readonly secrecyMark: string | undefined;
  /** Whether the rules saw something that may be secret, and no person has judged it yet. */
  readonly secrecySuspected: boolean;
  /** Whether a personal identity number stands in what came in. */
  readonly personalNumber: boolean;
  readonly diaryNumbers: readonly CaseFacts['CaseRegistered'][];
  readonly officer: string | undefined;
  readonly acknowledged: boolean;
  /** Since it came in, or was reopened. */
  readonly answered: boolean;
  /** What the submitter thinks of the last answer; undefined as long as nothing was said of it. */
  readonly rating: CaseFacts['AnswerRated'] | undefined;
  /** The second stage, once it was asked for. */
  readonly review: 'under-way' | 'answered' | undefined;
  /** The last date by which an answer, or the answer to a review, was validly promised, until an answer that was given has been found wanting. */
  readonly answerDue: LocalDate | undefined;
  /** How that date may be moved by a delay notice: in the unit of the term that was promised; null where nobody has set a limit. */
  readonly extensions: { readonly term: Term; readonly atMost: number; readonly count: number } | null;
  /** How many have moved that date since it was promised. */
  readonly delayNotices: number;
  /** By when a reply was asked for, as long as none has come; a late one is received wherever the case then stands. */
  readonly replyBy: LocalDate | undefined;
  readonly actions: readonly { readonly actionId: string; readonly completed: boolean }[];
  readonly accessCodeHash: string;
}

export const notReceived: Case = { status: 'not-received' };

/** Whether the case may hold what is secret, so that the walls between boards stand around it (OSL 8 kap.). */
export const isSecret = ({ secrecy, secrecyArea, secrecyMark, secrecySuspected }: Known): boolean =>
  secrecy === 'high' || secrecyArea || secrecyMark !== undefined || secrecySuspected;

/** Whether nobody has routed the case yet, also while a reply from the submitter is awaited, and if it was closed without having been routed. */
export const isInTriage = (state: ReceivedCase): boolean =>
  state.status === 'in-triage' || ('resumesAs' in state && state.resumesAs === 'in-triage');
