import { replay, requestReview, type RequestReview } from '#cases';
import { answered, answerRated, caseClosed, promiseMade, reviewAnswered, reviewRequested, withBoard } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const promised = [
  promiseMade({ promise: 'review-acknowledgement', due: '2026-12-17' }),
  promiseMade({ promise: 'review', due: '2027-01-11' }),
];
const command: RequestReview = { ...reviewRequested().data, promised: promised.map(({ data }) => data) };
const asked = [reviewRequested(), ...promised];

describe('asking for a review', () => {
  inEveryStatus(requestReview, command, {
    'not-received': 'case-not-found',
    'in-triage': 'no-answer-to-review',
    'with-board': 'no-answer-to-review',
    'in-transfer': 'no-answer-to-review',
    'awaiting-clarification': 'no-answer-to-review',
    answered: asked,
    closed: asked,
  });

  it('gives the case back to its board, to be answered by the date of the review', () => {
    expect(replay([...answered(), answerRated(), ...asked])).toMatchObject({
      status: 'with-board',
      known: { answered: false, answerDue: '2027-01-11', review: 'under-way' },
    });
  });

  it('is no use where the policy promises none', () =>
    given(...answered())
      .when(requestReview, { ...command, promised: [] })
      .thenRefused('no-review-promised'));

  it('is for what was answered', () =>
    given(...withBoard(), caseClosed({ outcome: 'withdrawn' }))
      .when(requestReview, command)
      .thenRefused('no-answer-to-review'));

  it('happens once', () => {
    given(...answered(), ...asked)
      .when(requestReview, command)
      .thenRefused('review-under-way');
    given(...answered(), ...asked, reviewAnswered())
      .when(requestReview, command)
      .thenRefused('already-reviewed');
  });
});
