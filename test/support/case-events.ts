import type { CaseEvent, CaseFacts, CaseStatus, Outcome } from '#cases';

type Type = CaseEvent['type'];
interface Fact<T extends Type> {
  readonly type: T;
  readonly data: CaseFacts[T];
}

/** One believable fact of every type, all from the same case; the recorded examples in `event-schemas/examples` say the same. */
export const canonicalFacts: { readonly [T in Type]: CaseFacts[T] } = {
  CaseReceived: {
    caseId: '8c5f6b1e-3a7d-8e42-9f10-6d2b7c4a9e31',
    reference: 'RG-WD5C-429E-A093',
    kind: 'klagomal',
    channel: 'web',
    language: 'sv',
    receivedDate: '2026-11-26',
    text: 'Plogbilen har inte kört på Söderväg i Visby på tre dagar och trottoaren är en isbana. Min mamma vågar inte gå ut.',
    place: 'Söderväg i Visby, mellan Coop och busshållplatsen',
    contact: {
      name: 'Karin Lindqvist',
      email: 'karin.lindqvist@example.com',
      phone: '070-174 06 12',
    },
    accessCodeHash: 'db6e4b239ba472c42cc3327e857c3aca399c46320f51a186d268dd6c1cb8615a',
  },
  ReceiptDated: {
    receivedDate: '2026-11-27',
  },
  CaseRegistered: {
    board: 'TN',
    diaryNumber: 'TN 2026/763',
  },
  CaseClassified: {
    secrecy: 'none',
    category: 'GATA.SNOROJNING',
    by: 'rules',
  },
  CaseRouted: {
    board: 'TN',
    secrecyArea: false,
    by: 'rules',
    basis: {
      ruleVersion: '3',
      confidence: 0.91,
      explanation:
        '{"ruleIds":["GATA.SNOROJNING"],"matched":["plogbilen","trottoaren"],"runnerUp":"GATA.GANGCYKEL","signals":[],"externalBodies":["TRV"],"reasons":[]}',
    },
  },
  PersonalNumberNoticed: { fields: ['text'] },
  SecrecySuspected: { ruleVersion: '3' },
  CaseSentToTriage: {
    board: 'RS',
    basis: {
      ruleVersion: '3',
      confidence: 0.12,
      explanation: '{"ruleIds":[],"matched":[],"runnerUp":null,"signals":[],"externalBodies":[],"reasons":["no-match"]}',
    },
  },
  TransferSent: {
    from: 'TN',
    to: 'MBN',
    reason: 'Trottoaren ligger på kvartersmark. Tillsynen över fastighetsägaren är er.',
  },
  TransferAccepted: {
    from: 'TN',
    to: 'MBN',
    secrecyArea: false,
  },
  TransferDeclined: {
    from: 'TN',
    to: 'MBN',
    reason: 'Trottoaren är allmän platsmark enligt detaljplanen. Den är er att ploga.',
  },
  TransferRecalled: {
    from: 'TN',
    to: 'MBN',
    reason: 'Fel nämnd valdes av misstag.',
  },
  BoardSucceeded: {
    from: 'TN',
    to: 'SBN',
    secrecyArea: false,
    officerLeft: '1f9d2c84-7e35-8b60-a1c4-93e0d57b26fa',
  },
  TransferRedirected: {
    from: 'MBN',
    to: 'SBN',
  },
  PromiseMade: {
    promise: 'answer',
    due: '2026-12-10',
    from: '2026-11-26',
    term: { unit: 'calendarDays', count: 14, roll: true },
    extensions: null,
    policy: 'gotland',
    policyVersion: 1,
    calendar: 'date-holidays@3.37.0',
    countedDays: 14,
  },
  PromiseRecounted: {
    promise: '1f9d2c84-7e35-8b60-a1c4-93e0d57b26fa',
    what: 'answer',
    cause: 'calendar',
    before: '2026-12-28',
    computed: '2026-12-10',
    due: '2026-12-10',
    counted: {
      from: '2026-11-26',
      term: { unit: 'calendarDays', count: 14, roll: true },
      policy: 'gotland',
      policyVersion: 1,
      calendar: 'date-holidays@3.37.0+1',
    },
  },
  CaseAcknowledged: {
    by: 'phone',
    on: '2026-11-26',
  },
  CaseAssigned: {
    officer: '1f9d2c84-7e35-8b60-a1c4-93e0d57b26fa',
  },
  ClarificationAsked: {
    questions: 'Vilken sida av Söderväg gäller det? Är det hela sträckan eller bara vid busshållplatsen?',
    replyBy: '2026-12-03',
  },
  ClarificationReceived: {
    text: 'Det är norra sidan, hela vägen från Coop till hållplatsen.',
    channel: 'web',
  },
  AnswerGiven: {
    text: 'Hej Karin! Du har rätt: trottoaren hade fallit bort ur plogrundan. Den är plogad och sandad sedan i går kväll och finns nu med i rundan.',
    by: 'email',
  },
  DelayNoticeGiven: {
    of: 'answer',
    reason: 'Vi väntar på besked från entreprenören om vinterns plogrundor.',
    replaces: '2026-12-10',
    due: '2026-12-18',
  },
  ActionPlanned: {
    actionId: '5b0f7d52-64c1-8f0a-b7de-2f4c81e09a66',
    description: 'Trottoaren längs Söderväg läggs in i plogrundan för Visby södra.',
    due: '2026-12-15',
  },
  ActionCompleted: {
    actionId: '5b0f7d52-64c1-8f0a-b7de-2f4c81e09a66',
    result: 'Sträckan ingår i plogrunda 4 sedan den 14 december.',
  },
  ReferredToExternalBody: {
    body: 'TRV',
    forwarded: false,
  },
  AnswerRated: {
    satisfied: false,
    reason: 'not-answered',
    by: 'staff',
    channel: 'phone',
  },
  NoteAdded: {
    text: 'Ringde plogentreprenören: sträckan saknas i årets karta, de kör den i kväll.',
  },
  SecrecyMarked: {
    provision: 'OSL 26 kap. 1 §',
  },
  SecrecyLifted: {
    reason: 'Uppgiften om mammans hälsa finns inte i handlingen. Markeringen sattes av misstag.',
  },
  SecrecyRuledOut: {
    reason: 'Det handlar om en trottoar. Ordet läkare står bara för en adress.',
  },
  CaseClosed: {
    outcome: 'remedied',
  },
  CaseReopened: {
    by: 'submitter',
    reason: 'Det snöade i natt och plogbilen körde förbi utan att ta trottoaren.',
  },
  ReviewRequested: {
    by: 'submitter',
    reason: 'Svaret säger att vi ska ploga själva, men trottoaren är regionens.',
  },
  ReviewAnswered: {
    text: 'Hej Karin! Jag har läst ärendet på nytt. Trottoaren är vår, och den plogas från och med i dag.',
    by: 'email',
  },
  AccessCodeReplaced: {
    accessCodeHash: 'b019adb0359b1f4a099d755f1860b01be35df769adf87fc49a00056b173c8e06',
  },
  ReceiptDateCorrected: {
    from: '2026-11-26',
    to: '2026-11-25',
    reason: 'Mejlet kom till servicecenter kvällen innan och vidarebefordrades först på morgonen.',
  },
};

const builder =
  <T extends Type>(type: T) =>
  (data: Partial<CaseFacts[T]> = {}): Fact<T> => ({ type, data: { ...canonicalFacts[type], ...data } });

export const caseReceived = builder('CaseReceived');
export const receiptDated = builder('ReceiptDated');
export const caseRegistered = builder('CaseRegistered');
export const caseClassified = builder('CaseClassified');
export const caseRouted = builder('CaseRouted');
export const caseSentToTriage = builder('CaseSentToTriage');
export const transferSent = builder('TransferSent');
export const transferAccepted = builder('TransferAccepted');
export const transferDeclined = builder('TransferDeclined');
export const transferRecalled = builder('TransferRecalled');
export const boardSucceeded = builder('BoardSucceeded');
export const transferRedirected = builder('TransferRedirected');
export const promiseMade = builder('PromiseMade');
export const promiseRecounted = builder('PromiseRecounted');
export const caseAcknowledged = builder('CaseAcknowledged');
export const caseAssigned = builder('CaseAssigned');
export const clarificationAsked = builder('ClarificationAsked');
export const clarificationReceived = builder('ClarificationReceived');
export const answerGiven = builder('AnswerGiven');
export const answerRated = builder('AnswerRated');
export const delayNoticeGiven = builder('DelayNoticeGiven');
export const actionPlanned = builder('ActionPlanned');
export const actionCompleted = builder('ActionCompleted');
export const referredToExternalBody = builder('ReferredToExternalBody');
export const noteAdded = builder('NoteAdded');
export const secrecyMarked = builder('SecrecyMarked');
export const secrecyLifted = builder('SecrecyLifted');
export const secrecyRuledOut = builder('SecrecyRuledOut');
export const personalNumberNoticed = builder('PersonalNumberNoticed');
export const secrecySuspected = builder('SecrecySuspected');
export const caseClosed = builder('CaseClosed');
export const caseReopened = builder('CaseReopened');
export const reviewRequested = builder('ReviewRequested');
export const reviewAnswered = builder('ReviewAnswered');
export const accessCodeReplaced = builder('AccessCodeReplaced');
export const receiptDateCorrected = builder('ReceiptDateCorrected');

/** In an area of strong secrecy. */
export const secretlyClassified = (): Fact<'CaseClassified'> => ({
  type: 'CaseClassified',
  data: { secrecy: 'high', secretCategory: 'IFO.EKONOMISKT', by: 'person' },
});

/** Received by the web form and told when the answer comes, before anybody has looked at it. */
const receivedWith = (...routed: CaseEvent[]): CaseEvent[] => [caseReceived(), ...routed, promiseMade()];

/* Short histories, each ending in the status it is named after. */
export const inTriage = (): CaseEvent[] => receivedWith(caseSentToTriage());
export const withBoard = (board = 'TN'): CaseEvent[] => receivedWith(caseClassified(), caseRouted({ board }));
export const inTransfer = (to = 'MBN'): CaseEvent[] => [...withBoard(), transferSent({ to })];
export const awaitingClarification = (): CaseEvent[] => [...withBoard(), clarificationAsked()];
export const answered = (): CaseEvent[] => [...withBoard(), answerGiven()];
export const closed = (outcome: Outcome = 'remedied'): CaseEvent[] => [...answered(), caseClosed({ outcome })];

/** A history that leads to each status. */
export const historyTo: { readonly [S in CaseStatus]: CaseEvent[] } = {
  'not-received': [],
  'in-triage': inTriage(),
  'with-board': withBoard(),
  'in-transfer': inTransfer(),
  'awaiting-clarification': awaitingClarification(),
  answered: answered(),
  closed: closed(),
};
