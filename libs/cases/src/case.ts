import type { LocalDate } from '#promises';
import type { CaseFacts, Contact, SecrecyLevel } from './events.js';
import type { Channel, Kind, Language, Outcome } from './vocabulary.js';

/** A case as its events made it: where it stands, and what is known of it. A union by status, so that an impossible step does not compile. */
export type Case = { readonly status: 'not-received' } | ReceivedCase;

export type ReceivedCase = Standing & { readonly known: Known };

/** Where a case stands, with what belongs to that stand alone. */
export type Standing =
  | { readonly status: 'in-triage' }
  | { readonly status: 'with-board' }
  | { readonly status: 'in-transfer'; readonly to: string }
  | { readonly status: 'awaiting-clarification'; readonly replyBy: LocalDate; readonly interrupted: 'in-triage' | 'with-board' }
  | { readonly status: 'answered' }
  | { readonly status: 'closed'; readonly outcome: Outcome };

export type CaseStatus = Case['status'];

/** What is known of every case that was received, wherever it stands. */
export interface Known {
  readonly caseId: string;
  readonly reference: string;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly language: Language;
  readonly receivedDate: LocalDate;
  readonly contact: Contact;
  /** The board that has the case; in triage the front board. */
  readonly board: string;
  readonly category: CaseFacts['CaseClassified'] | undefined;
  readonly secrecy: SecrecyLevel;
  /** Whether the board's area is one of secrecy, as social care or health. */
  readonly secrecyArea: boolean;
  /** The provision of the secrecy marking in force. */
  readonly secrecyMark: string | undefined;
  readonly diaryNumbers: readonly CaseFacts['CaseRegistered'][];
  readonly officer: string | undefined;
  readonly acknowledged: boolean;
  readonly answered: boolean;
  /** The last date by which an answer was validly promised. */
  readonly answerDue: LocalDate | undefined;
  readonly actions: readonly { readonly actionId: string; readonly completed: boolean }[];
  readonly accessCodeHash: string;
}

export const notReceived: Case = { status: 'not-received' };

/** Whether the case may hold what is secret, so that the walls between boards stand around it (OSL 8 kap.). */
export const isSecret = ({ secrecy, secrecyArea, secrecyMark }: Known): boolean =>
  secrecy === 'high' || secrecyArea || secrecyMark !== undefined;
