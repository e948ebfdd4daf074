import { reopen, replay } from '#cases';
import { answered, caseClosed, caseReopened, clarificationAsked, closed, inTriage, promiseMade, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

describe('reopening', () => {
  inEveryStatus(reopen, caseReopened().data, {
    'not-received': 'case-not-found',
    'in-triage': 'case-not-closed',
    'with-board': 'case-not-closed',
    'in-transfer': 'case-not-closed',
    'awaiting-clarification': 'case-not-closed',
    answered: [caseReopened()],
    closed: [caseReopened()],
  });

  it.each([
    ['answered', answered()],
    ['closed', closed()],
  ])('a case that is %s gives it back to its board, unanswered', (_what, history) => {
    expect(replay([...history, caseReopened()])).toMatchObject({ status: 'with-board', known: { board: 'TN', answered: false } });
  });

  it('promises in the same breath what the submitter is told', () => {
    const promised = promiseMade({ due: '2026-12-23' });
    given(...closed())
      .when(reopen, { ...caseReopened().data, promised: promised.data })
      .then(caseReopened(), promised);
    expect(replay([...closed(), caseReopened(), promised])).toMatchObject({ known: { answerDue: '2026-12-23' } });
  });

  it('takes up no date that an answer has met, but one that is still owed', () => {
    expect(replay([...closed(), caseReopened()])).toMatchObject({ known: { answerDue: undefined } });
    const unanswered = [...withBoard(), caseClosed({ outcome: 'unintelligible' }), caseReopened()];
    expect(replay(unanswered)).toMatchObject({ known: { answerDue: '2026-12-10' } });
  });

  it.each([
    ['in triage', inTriage()],
    ['in triage, while a reply was awaited', [...inTriage(), clarificationAsked()]],
  ])('a case that was closed %s leads back to triage, for nobody has routed it', (_where, history) => {
    const state = replay([...history, caseClosed({ outcome: 'withdrawn' }), caseReopened()]);
    expect(state).toMatchObject({ status: 'in-triage', known: { board: 'RS' } });
  });
});
