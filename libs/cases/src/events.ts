import type { LocalDate, PolicyPromise, Recount, Term } from '#promises';
import type { Personal } from './personal.js';
import type { Channel, Kind, Language, Outcome, PersonalNumberField, RatingReason, SecrecyBasis, StaffChannel, Way } from './vocabulary.js';

/** Everything that can happen in a case, by name. Each has its schema and a recorded example in `event-schemas/`. */
export interface CaseFacts {
  /** Synpunkten kom in. The first event of every case. */
  CaseReceived: {
    caseId: string;
    reference: string;
    kind: Kind;
    channel: Channel;
    language: Language;
    /** The day that counts (förvaltningslagen 22 §); no routing moves it. */
    receivedDate: LocalDate;
    /** The clock was in doubt, and that day is provisional: `ReceiptDated` says which counts. `as-said`: a person said on which day it came. */
    datedLater?: 'by-the-clock' | 'as-said';
    text: Personal;
    /** Where it concerns, in the submitter's words. */
    place?: Personal;
    contact?: Contact;
    /** Keyed hash of the receipt code. */
    accessCodeHash: string;
  };
  /** The clock is right again: the day that counts, of a case that came in while it was in doubt. */
  ReceiptDated: { receivedDate: LocalDate };
  /** A diary number was given (offentlighets- och sekretesslagen 5 kap. 2 §). */
  CaseRegistered: { board: string; diaryNumber: string };
  /** What it concerns. In areas of strong secrecy the category is itself a personal fact, and never stands in clear. */
  CaseClassified: { by: 'submitter' | 'rules' | 'person' } & (
    { secrecy: Exclude<SecrecyLevel, 'high'>; category: string } | { secrecy: 'high'; secretCategory: Personal }
  );
  /** It was given to a board, by rule or by a person. In the area of a secrecy board every case is secret (OSL 23, 25, 26 kap.). */
  CaseRouted: { board: string; secrecyArea: boolean; by: 'rules' | 'person'; basis?: RoutingBasis; reason?: Personal };
  /** A personal identity number stands in what came in, or was written since, although who wrote it was asked to take it away: in which fields. */
  PersonalNumberNoticed: { fields: readonly PersonalNumberField[] };
  /** The rules saw what may be secret: an area or a matter of secrecy among the candidates, or a signal that stops. Closed until a person has judged it. */
  SecrecySuspected: { ruleVersion: string };
  /** Nobody dared to route it: a person at the front board does. */
  CaseSentToTriage: { board: string; basis: RoutingBasis };
  /** One board has sent it to another; the clock goes on. */
  TransferSent: { from: string; to: string; reason: Personal; secrecyBasis?: SecrecyBasis };
  TransferAccepted: { from: string; to: string; secrecyArea: boolean };
  /** The other board did not take it over: it stays with the one that sent it. */
  TransferDeclined: { from: string; to: string; reason: Personal };
  /** The board that sent it took the offer back before it was answered. */
  TransferRecalled: { from: string; to: string; reason: Personal };
  /** The board that had it has ended, and its successor has it as it stands; the officer who has no right to it there handles it no more. */
  BoardSucceeded: { from: string; to: string; secrecyArea: boolean; officerLeft?: string };
  /** The board that it was offered to has ended: it is offered to the successor, or is there already. */
  TransferRedirected: { from: string; to: string };
  /** A promise with a date, made when it is told. */
  PromiseMade: {
    promise: PolicyPromise;
    due: LocalDate;
    /** What the date was counted from; null where version 1 did not record it. */
    from: LocalDate | null;
    term: Term | null;
    /** How often, and each time how far, a delay notice may move the date; null is without limit. */
    extensions: { readonly atMost: number; readonly count: number } | null;
    policy: string;
    policyVersion: number;
    calendar: string;
    countedDays: number;
  };
  /** What a promised date was counted by has been put right: what that did to it, told openly also where the date stands. */
  PromiseRecounted: Recount;
  CaseAcknowledged: { by: Way; on: LocalDate };
  CaseAssigned: { officer: string };
  ClarificationAsked: { questions: Personal; replyBy: LocalDate };
  ClarificationReceived: { text: Personal; channel: Channel };
  AnswerGiven: { text: Personal; by: Way };
  /** Whether the last answer satisfied whoever got it. Said again, it replaces what was said before. By whom is null where version 1 did not record it. */
  AnswerRated: { satisfied: boolean; reason?: RatingReason } & ({ by: 'submitter' | null } | { by: 'staff'; channel: StaffChannel });
  /** The answer, or the review, will be late: why, and the new date. */
  DelayNoticeGiven: { of: 'answer' | 'review'; reason: Personal; replaces: LocalDate; due: LocalDate };
  ActionPlanned: { actionId: string; description: Personal; due: LocalDate };
  ActionCompleted: { actionId: string; result?: Personal };
  /** Someone else is responsible; the submitter is told who. */
  ReferredToExternalBody: { body: string; forwarded: boolean; secrecyBasis?: SecrecyBasis };
  NoteAdded: { text: Personal };
  /** Sekretessmarkering: a warning that names its provision, not a decision (OSL 5 kap. 5 §). */
  SecrecyMarked: { provision: string };
  SecrecyLifted: { reason: Personal };
  /** A person has judged that nothing in it is secret, whatever the rules suspected. */
  SecrecyRuledOut: { reason: Personal };
  CaseClosed: { outcome: Outcome; reason?: Personal };
  CaseReopened: { by: 'submitter' | 'staff'; reason: Personal };
  /** The second stage: the answer did not satisfy, and somebody else is to look at the case again. */
  ReviewRequested: { by: 'submitter' | 'staff'; reason: Personal };
  ReviewAnswered: { text: Personal; by: Way };
  AccessCodeReplaced: { accessCodeHash: string };
  ReceiptDateCorrected: { from: LocalDate; to: LocalDate; reason: Personal };
}

export type CaseEvent = { [Type in keyof CaseFacts]: { readonly type: Type; readonly data: Readonly<CaseFacts[Type]> } }[keyof CaseFacts];

/** How to reach the submitter. None of it is required. */
export interface Contact {
  name?: Personal;
  email?: Personal;
  phone?: Personal;
}

export type SecrecyLevel = 'none' | 'low' | 'high';

/** What a routing took from the rules, so that it can be explained and replayed. */
export interface RoutingBasis {
  ruleVersion: string;
  /** From 0, a guess, to 1, certain. */
  confidence: number;
  /** As JSON: rule ids, matched words, runner-up, signals, external bodies, reasons. What it concerns can be read from it, so it is sealed. */
  explanation: Personal;
}
