import { replay, type CaseEvent, type Language, type ReceivedCase } from '#cases';
import type { Desk, DigestLine, DigestValues, NoticeKind, Values } from '#notices';
import { canonicalFacts } from './case-events.js';

/** Region Gotland's desk as it speaks in a mail. Socialnämnden's very name would tell something, so it has none. */
export const desk: Desk = {
  organisation: 'Region Gotland',
  contactPoint: 'Kundtjänst',
  phone: '0498-26 90 00',
  replyAddress: 'regiongotland@gotland.se',
  privacyUrl: 'https://www.gotland.se/personuppgifter',
  board: (code) => ({ TN: 'Tekniska nämnden', MBN: 'Miljö- och byggnämnden', RS: 'Regionstyrelsen' })[code],
  externalBody: (code) => (code === 'TRV' ? { name: 'Trafikverket', contact: '0771-921 921' } : undefined),
};

export const desks: Readonly<Record<Language, Desk>> = { sv: desk, en: { ...desk, contactPoint: 'Customer service' } };

/** What every mail says, as `noticesOf` writes it down. */
export const saidByAll = {
  organisation: desk.organisation,
  contactPoint: desk.contactPoint,
  phone: desk.phone,
  replyAddress: desk.replyAddress,
  privacyUrl: desk.privacyUrl,
  reference: 'RG-WD5C-429E-A093',
};

/** One believable set of values for every kind. */
export const canonicalValues: Readonly<Record<NoticeKind, Values>> = {
  acknowledgement: { ...saidByAll, receivedDate: '2026-11-26', promisedDate: '2026-12-07', board: 'Tekniska nämnden' },
  dated: { ...saidByAll, receivedDate: '2026-11-27', promisedDate: '2026-12-07' },
  moved: { ...saidByAll, oldBoard: 'Tekniska nämnden', newBoard: 'Miljö- och byggnämnden', promisedDate: '2026-12-07' },
  clarification: { ...saidByAll, replyBy: '2026-12-07', promisedDate: '2026-12-10' },
  answer: saidByAll,
  delay: { ...saidByAll, oldDate: '2026-11-30', newDate: '2026-12-07', reason: 'Vi väntar på besked från entreprenören.' },
  'action-done': saidByAll,
  referred: { ...saidByAll, body: 'Trafikverket', contact: '0771-921 921', forwarded: false },
  closed: { ...saidByAll, answered: true },
  review: { ...saidByAll, promisedDate: '2026-12-07' },
  'review-answer': saidByAll,
};

/** A case with a board and a promised answer, with these differences. */
export function caseWith(known: Partial<ReceivedCase['known']> = {}): ReceivedCase {
  const types = ['CaseReceived', 'CaseRouted', 'PromiseMade'] as const;
  const state = replay(types.map((type) => ({ type, data: canonicalFacts[type] }) as CaseEvent));
  if (state.status === 'not-received') throw new Error('these events receive a case');
  return { ...state, known: { ...state.known, contact: { email: 'karin.lindqvist@example.com' }, ...known } };
}

/** A line of a digest, with these differences. */
export const digestLine = (line: Partial<DigestLine> = {}): DigestLine => ({
  reference: 'RG-WD5C-429E-A093',
  link: 'https://synpunkter.example/arbete/arenden/8c5f6b1e-3a7d-8e42-9f10-6d2b7c4a9e31',
  what: 'answer',
  due: '2026-12-10',
  workingDays: 2,
  unassigned: false,
  ...line,
});

/** What somebody is told on Monday 14 December 2026; nothing of what is left out. */
export function digestOf(groups: Partial<Record<keyof DigestValues['groups'], readonly DigestLine[]>>, more = 0): DigestValues {
  return {
    organisation: 'Region Gotland',
    day: '2026-12-14',
    list: 'https://synpunkter.example/arbete',
    groups: Object.fromEntries(Object.entries(groups).map(([group, lines]) => [group, { lines, more }])),
  };
}
