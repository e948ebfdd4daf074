import type { CaseFacts, Channel, Outcome, RatingReason, ReceivedCase, SecrecyBasis, Way } from '#cases';
import { inBothLanguages } from '../pages/in-both-languages.js';

type Words<Code extends string> = Readonly<Record<Code, string>>;

/** The words for everything that the domain names by a code. A new code does not compile until it has words. */
interface CaseWords {
  readonly status: Words<ReceivedCase['status']>;
  readonly channel: Words<Channel>;
  readonly way: Words<Way>;
  readonly outcome: Words<Outcome>;
  readonly rating: Words<RatingReason>;
  readonly basis: Words<SecrecyBasis>;
  readonly event: Words<keyof CaseFacts>;
}

export const caseWords = inBothLanguages<CaseWords>({
  sv: {
    status: {
      'in-triage': 'Ska fördelas',
      'with-board': 'Handläggs',
      'in-transfer': 'Erbjuds annan nämnd',
      'awaiting-clarification': 'Väntar på svar från avsändaren',
      answered: 'Besvarat',
      closed: 'Avslutat',
    },
    channel: {
      web: 'Webbformulär',
      email: 'E-post',
      phone: 'Telefon',
      visit: 'Besök',
      letter: 'Brev',
      'social-media': 'Sociala medier',
    },
    way: { email: 'E-post', phone: 'Telefon', visit: 'Besök', letter: 'Brev', code: 'Bara med koden' },
    outcome: {
      remedied: 'Åtgärdat',
      'partly-remedied': 'Delvis åtgärdat',
      'remedy-planned': 'Åtgärd planerad',
      'no-action': 'Ingen åtgärd',
      explained: 'Förklaring given',
      'passed-on': 'Vidarebefordrat',
      referred: 'Hänvisat till annan',
      'praise-passed-on': 'Berömmet framfört',
      withdrawn: 'Återkallat',
      duplicate: 'Dubblett',
      unintelligible: 'Går inte att förstå',
    },
    rating: {
      unclear: 'Svaret var svårt att förstå',
      'not-answered': 'Vi svarade inte på frågan',
      disagree: 'Håller inte med om det vi kom fram till',
      late: 'Det tog för lång tid',
      treatment: 'Bemötandet',
    },
    basis: { consent: 'Samtycke', 'no-harm': 'Ingen skada efter prövning', statute: 'Bestämmelse i lag' },
    event: {
      CaseReceived: 'Synpunkten kom in',
      CaseRegistered: 'Diariefördes',
      CaseClassified: 'Fick ett ämne',
      CaseRouted: 'Fördelades',
      CaseSentToTriage: 'Lades för fördelning',
      TransferSent: 'Skickades till annan nämnd',
      TransferAccepted: 'Togs över',
      TransferDeclined: 'Togs inte över',
      PromiseMade: 'Ett datum lovades',
      PromiseRecounted: 'Ett lovat datum räknades om',
      CaseAcknowledged: 'Mottagandet bekräftades',
      CaseAssigned: 'Fick handläggare',
      ClarificationAsked: 'En fråga ställdes till avsändaren',
      ClarificationReceived: 'Avsändaren svarade',
      AnswerGiven: 'Svar lämnades',
      AnswerRated: 'Avsändaren tyckte till om svaret',
      DelayNoticeGiven: 'Försening meddelades',
      ActionPlanned: 'En åtgärd lovades',
      ActionCompleted: 'En åtgärd blev klar',
      ReferredToExternalBody: 'Hänvisades till annan',
      NoteAdded: 'Intern anteckning',
      SecrecyMarked: 'Sekretessmarkerades',
      SecrecyLifted: 'Sekretessmarkeringen hävdes',
      CaseClosed: 'Avslutades',
      CaseReopened: 'Togs upp igen',
      AccessCodeReplaced: 'Ny kod lämnades ut',
      ReceiptDateCorrected: 'Ankomstdagen rättades',
    },
  },
  en: {
    status: {
      'in-triage': 'To be routed',
      'with-board': 'Being handled',
      'in-transfer': 'Offered to another board',
      'awaiting-clarification': 'Waiting for the submitter',
      answered: 'Answered',
      closed: 'Closed',
    },
    channel: { web: 'Web form', email: 'E-mail', phone: 'Phone', visit: 'Visit', letter: 'Letter', 'social-media': 'Social media' },
    way: { email: 'E-mail', phone: 'Phone', visit: 'Visit', letter: 'Letter', code: 'By the code only' },
    outcome: {
      remedied: 'Remedied',
      'partly-remedied': 'Partly remedied',
      'remedy-planned': 'Remedy planned',
      'no-action': 'No action',
      explained: 'Explained',
      'passed-on': 'Passed on',
      referred: 'Referred elsewhere',
      'praise-passed-on': 'Praise passed on',
      withdrawn: 'Withdrawn',
      duplicate: 'Duplicate',
      unintelligible: 'Cannot be understood',
    },
    rating: {
      unclear: 'The answer was hard to understand',
      'not-answered': 'We did not answer the question',
      disagree: 'Disagrees with what we found',
      late: 'It took too long',
      treatment: 'How they were met',
    },
    basis: { consent: 'Consent', 'no-harm': 'No harm after examination', statute: 'Provision in law' },
    event: {
      CaseReceived: 'The submission came in',
      CaseRegistered: 'Was registered',
      CaseClassified: 'Was given a subject',
      CaseRouted: 'Was routed',
      CaseSentToTriage: 'Was put aside for routing',
      TransferSent: 'Was sent to another board',
      TransferAccepted: 'Was taken over',
      TransferDeclined: 'Was not taken over',
      PromiseMade: 'A date was promised',
      PromiseRecounted: 'A promised date was counted again',
      CaseAcknowledged: 'Receipt was acknowledged',
      CaseAssigned: 'Was given an officer',
      ClarificationAsked: 'The submitter was asked a question',
      ClarificationReceived: 'The submitter replied',
      AnswerGiven: 'An answer was given',
      AnswerRated: 'The submitter had a say on the answer',
      DelayNoticeGiven: 'A delay was announced',
      ActionPlanned: 'An action was promised',
      ActionCompleted: 'An action was completed',
      ReferredToExternalBody: 'Was referred elsewhere',
      NoteAdded: 'Internal note',
      SecrecyMarked: 'Was marked for secrecy',
      SecrecyLifted: 'The secrecy marking was lifted',
      CaseClosed: 'Was closed',
      CaseReopened: 'Was taken up again',
      AccessCodeReplaced: 'A new code was handed out',
      ReceiptDateCorrected: 'The day of receipt was corrected',
    },
  },
});
