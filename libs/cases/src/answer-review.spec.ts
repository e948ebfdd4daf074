import { answer, answerReview, giveDelayNotice, replay } from '#cases';
import { daysAround } from '#promises';
import { answered, answerGiven, caseClosed, delayNoticeGiven, promiseMade, reviewAnswered, reviewRequested } from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const underReview = [...answered(), reviewRequested(), promiseMade({ promise: 'review', due: '2027-01-11' })];

const command = { ...reviewAnswered().data, reviewer: 'christer', answeredBy: 'hanna' };

describe('answering a review', () => {
  inEveryStatus(answerReview, command, {
    'not-received': 'case-not-found',
    'in-triage': 'review-not-requested',
    'with-board': 'review-not-requested',
    'in-transfer': 'case-in-transfer',
    'awaiting-clarification': 'review-not-requested',
    answered: 'review-not-requested',
    closed: 'case-closed',
  });

  it('is the answer of a case that is under review', () => {
    given(...underReview)
      .when(answerReview, command)
      .then(reviewAnswered());
    expect(replay([...underReview, reviewAnswered(), caseClosed()])).toMatchObject({
      status: 'closed',
      known: { answered: true, review: 'answered' },
    });
  });

  it('is not what anybody may do who answers a case', () =>
    given(...underReview)
      .when(answer, answerGiven().data)
      .thenRefused('review-under-way'));

  it('is not for who answered before, manager or not', () =>
    given(...underReview)
      .when(answerReview, { ...command, reviewer: 'hanna' })
      .thenRefused('review-by-who-answered'));

  it('may be late, and is told so as what it is', () => {
    const later = { reason: 'Vi väntar.', due: '2027-02-08' };
    given(...underReview)
      .when(giveDelayNotice, { ...later, days: daysAround('2026-12-20'), limit: { atMost: 1, latest: '2027-02-08' } })
      .then(delayNoticeGiven({ ...later, of: 'review', replaces: '2027-01-11' }));
  });
});
