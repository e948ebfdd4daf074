import type { CaseEvent } from '#cases';
import { noticesOf } from '#notices';
import { canonicalFacts } from '#test/case-events';
import { caseWith, desks, saidByAll } from '#test/notices';

type Type = CaseEvent['type'];

const event = <T extends Type>(type: T, data: Partial<(typeof canonicalFacts)[T]> = {}) =>
  ({ type, data: { ...canonicalFacts[type], ...data } }) as CaseEvent;
const told = (cause: CaseEvent, state = caseWith()) => noticesOf(cause, state, desks).map(({ kind, values }) => [kind, values]);

describe('what an event tells the submitter', () => {
  it('acknowledges what came in, with the day it came, who has it and when the answer comes', () => {
    expect(told(event('CaseReceived'))).toEqual([
      ['acknowledgement', { ...saidByAll, receivedDate: '2026-11-26', promisedDate: '2026-12-10', board: 'Tekniska nämnden' }],
    ]);
  });

  it('names nobody in triage, and promises no answer to praise', () => {
    const inTriage = { ...caseWith({ answerDue: undefined, board: 'RS' }), status: 'in-triage' } as const;
    expect(told(event('CaseReceived'), inTriage)).toMatchObject([['acknowledgement', { promisedDate: '', board: '' }]]);
  });

  it('names no day while the clock is in doubt, and tells the days when it is right again', () => {
    const inDoubt = caseWith({ answerDue: undefined, datedLater: 'by-the-clock' });
    expect(told(event('CaseReceived', { datedLater: 'by-the-clock' }), inDoubt)).toMatchObject([
      ['acknowledgement', { receivedDate: '', promisedDate: '' }],
    ]);
    expect(told(event('ReceiptDated'))).toMatchObject([['dated', { receivedDate: '2026-11-27', promisedDate: '2026-12-10' }]]);
  });

  it('tells who took the case over, and that no date moves', () => {
    expect(told(event('TransferAccepted'))).toMatchObject([
      ['moved', { oldBoard: 'Tekniska nämnden', newBoard: 'Miljö- och byggnämnden', promisedDate: '2026-12-10' }],
    ]);
  });

  it('asks for an answer to the questions without saying them', () => {
    expect(told(event('ClarificationAsked', { replyBy: '2026-12-03' }))).toMatchObject([['clarification', { replyBy: '2026-12-03' }]]);
  });

  it('tells of an answer only if it was given by e-mail', () => {
    expect(told(event('AnswerGiven', { by: 'email' }))).toMatchObject([['answer', {}]]);
    expect(told(event('AnswerGiven', { by: 'letter' }))).toEqual([]);
  });

  it('tells of a delay with both dates, and hands the reason on as it stands in the case', () => {
    const delay = event('DelayNoticeGiven', { replaces: '2026-12-10', due: '2026-12-17', reason: { sealed: 'v1.k.x', place: 'p' } });
    expect(noticesOf(delay, caseWith(), desks)).toMatchObject([
      { kind: 'delay', values: { oldDate: '2026-12-10', newDate: '2026-12-17' }, personal: { reason: { sealed: 'v1.k.x', place: 'p' } } },
    ]);
  });

  it('tells that a promised action was done, who else is responsible, and that the case was closed', () => {
    expect(told(event('ActionCompleted'))).toMatchObject([['action-done', {}]]);
    expect(told(event('ReferredToExternalBody', { body: 'TRV', forwarded: true }))).toMatchObject([
      ['referred', { body: 'Trafikverket', contact: '0771-921 921', forwarded: true }],
    ]);
    expect(told(event('CaseClosed', { outcome: 'explained' }))).toMatchObject([['closed', { answered: false }]]);
    expect(told(event('CaseClosed', { outcome: 'referred' }))).toEqual([]);
  });

  it('tells that a review is under way and when it comes, and that it has come', () => {
    expect(told(event('PromiseMade', { promise: 'review', due: '2027-01-11' }))).toMatchObject([
      ['review', { promisedDate: '2027-01-11' }],
    ]);
    expect(told(event('PromiseMade'))).toEqual([]);
    expect(told(event('ReviewAnswered'))).toMatchObject([['review-answer', {}]]);
    expect(told(event('ReviewAnswered', { by: 'phone' }))).toEqual([]);
  });

  it('tells nothing to whoever left no address, and nothing of what concerns only the staff', () => {
    expect(told(event('CaseReceived'), caseWith({ contact: {} }))).toEqual([]);
    for (const type of ['NoteAdded', 'CaseAssigned', 'TransferSent', 'SecrecyMarked', 'CaseRouted'] as const) {
      expect(told(event(type))).toEqual([]);
    }
  });

  it('sends the sealed address on unopened, and only the acknowledgement without a person acting', () => {
    const email = { sealed: 'v1.k.x', place: 'p' };
    const drafts = (['CaseReceived', 'TransferAccepted'] as const).flatMap((type) =>
      noticesOf(event(type), caseWith({ contact: { email } }), desks),
    );
    expect(drafts.map(({ to, automatic }) => [to, automatic])).toEqual([
      [email, true],
      [email, false],
    ]);
    const registered = noticesOf(event('CaseReceived'), caseWith({ contact: { email }, channel: 'phone' }), desks);
    expect(registered.map(({ automatic }) => automatic)).toEqual([false]);
  });
});

describe.each([
  ['an area of strong secrecy', caseWith({ secrecy: 'high' })],
  ['a secrecy marking', caseWith({ secrecyMark: 'OSL 21:1' })],
  ['boards whose name would tell something', caseWith({ board: 'SON' })],
])('a case with %s', (_, state) => {
  it('has no board, body or reason in any mail', () => {
    const causes = [
      event('CaseReceived'),
      event('TransferAccepted', { from: 'SON', to: 'HSN' }),
      event('ReferredToExternalBody', { body: 'IVO' }),
    ];
    const values = causes.flatMap((cause) => noticesOf(cause, state, desks)).map((draft) => draft.values);
    expect(values).toMatchObject([{ board: '' }, { oldBoard: '', newBoard: '' }, { body: '', contact: '' }]);
  });
});

it('keeps the reason of a delay out of the mail of a secret case', () => {
  expect(noticesOf(event('DelayNoticeGiven'), caseWith({ secrecy: 'high' }), desks)).toMatchObject([{ personal: { reason: '' } }]);
});
