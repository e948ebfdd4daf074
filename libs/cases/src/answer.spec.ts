import { answer, replay } from '#cases';
import { answerGiven, awaitingClarification, clarificationAsked, clarificationReceived, inTriage } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

describe('answering', () => {
  inEveryStatus(answer, answerGiven().data, {
    'not-received': 'case-not-found',
    'in-triage': 'case-in-triage',
    'with-board': [answerGiven()],
    'in-transfer': 'case-in-transfer',
    'awaiting-clarification': [answerGiven()],
    answered: [answerGiven()],
    closed: 'case-closed',
  });

  it('is refused in triage also while a reply is awaited', () =>
    given(...inTriage(), clarificationAsked())
      .when(answer, answerGiven().data)
      .thenRefused('case-in-triage'));

  it('stays given when a reply comes afterwards', () =>
    expect(replay([...awaitingClarification(), answerGiven(), clarificationReceived()])).toMatchObject({ status: 'answered' }));
});
