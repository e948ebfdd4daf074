import { rateAnswer, replay } from '#cases';
import { answered, answerGiven, answerRated, caseReopened, inTransfer, transferAccepted } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const rated = answerRated();

describe('rating an answer', () => {
  inEveryStatus(rateAnswer, rated.data, {
    'not-received': 'case-not-found',
    'in-triage': 'no-answer-to-rate',
    'with-board': 'no-answer-to-rate',
    'in-transfer': 'no-answer-to-rate',
    'awaiting-clarification': 'no-answer-to-rate',
    answered: [rated],
    closed: [rated],
  });

  it('of a case that has moved to another board since is possible', () =>
    given(...inTransfer(), answerGiven(), transferAccepted())
      .when(rateAnswer, rated.data)
      .then(rated));

  it('twice in the same way changes nothing', () =>
    given(...answered(), rated)
      .when(rateAnswer, rated.data)
      .thenNothing());

  it('otherwise than before replaces what was said', () => {
    const better = answerRated({ satisfied: true });
    given(...answered(), rated)
      .when(rateAnswer, better.data)
      .then(better);
    expect(replay([...answered(), rated, better])).toMatchObject({ known: { rating: better.data } });
  });

  it('is not possible once the case is taken up again, until it is answered anew', () => {
    given(...answered(), rated, caseReopened())
      .when(rateAnswer, rated.data)
      .thenRefused('no-answer-to-rate');
    given(...answered(), rated, caseReopened(), answerGiven())
      .when(rateAnswer, rated.data)
      .then(rated);
  });
});
