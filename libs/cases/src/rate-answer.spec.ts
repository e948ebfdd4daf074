import { rateAnswer, replay, type CaseFacts } from '#cases';
import { answered, answerGiven, answerRated, caseReopened, inTransfer, transferAccepted } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const noted = answerRated();
const said = { type: 'AnswerRated', data: { satisfied: false, reason: 'late', by: 'submitter' } } as const;
const rating = (data: Readonly<CaseFacts['AnswerRated']>) => ({ rating: data, writer: 'rut', answeredBy: 'hanna' });

describe('rating an answer', () => {
  inEveryStatus(rateAnswer, rating(noted.data), {
    'not-received': 'case-not-found',
    'in-triage': 'no-answer-to-rate',
    'with-board': 'no-answer-to-rate',
    'in-transfer': 'no-answer-to-rate',
    'awaiting-clarification': 'no-answer-to-rate',
    answered: [noted],
    closed: [noted],
  });

  it('of a case that has moved to another board since is possible', () =>
    given(...inTransfer(), answerGiven(), transferAccepted())
      .when(rateAnswer, rating(noted.data))
      .then(noted));

  it('twice in the same way changes nothing', () =>
    given(...answered(), noted)
      .when(rateAnswer, rating(noted.data))
      .thenNothing());

  it('otherwise than before replaces what was said', () => {
    const better = answerRated({ satisfied: true });
    given(...answered(), noted)
      .when(rateAnswer, rating(better.data))
      .then(better);
    expect(replay([...answered(), noted, better])).toMatchObject({ known: { rating: better.data } });
  });

  it('is not written down by who gave the answer', () =>
    given(...answered())
      .when(rateAnswer, { ...rating(noted.data), answeredBy: 'rut' })
      .thenRefused('rating-by-who-answered'));

  it('is not written down over what the submitter said, who may say it over what was written down', () => {
    given(...answered(), said)
      .when(rateAnswer, rating(noted.data))
      .thenRefused('rated-by-submitter');
    given(...answered(), noted)
      .when(rateAnswer, { rating: said.data, writer: 'submitter', answeredBy: 'hanna' })
      .then(said);
  });

  it('is not possible once the case is taken up again, until it is answered anew', () => {
    given(...answered(), noted, caseReopened())
      .when(rateAnswer, rating(noted.data))
      .thenRefused('no-answer-to-rate');
    given(...answered(), noted, caseReopened(), answerGiven())
      .when(rateAnswer, rating(noted.data))
      .then(noted);
  });
});
