import { close, outcomes, outcomesWithoutAnswer } from '#cases';
import {
  actionCompleted,
  actionPlanned,
  answered,
  caseClosed,
  caseReopened,
  clarificationAsked,
  closed,
  withBoard,
} from '#test/case-events';
import { given } from '#test/given';
import { inEveryStatus } from '#test/in-every-status';

const needingAnswer = outcomes.filter((outcome) => !outcomesWithoutAnswer.includes(outcome));

describe('closing with an outcome that needs an answer', () => {
  inEveryStatus(close, caseClosed({ outcome: 'explained' }).data, {
    'not-received': 'case-not-found',
    'in-triage': 'answer-required',
    'with-board': 'answer-required',
    'in-transfer': 'case-in-transfer',
    'awaiting-clarification': 'answer-required',
    answered: [caseClosed({ outcome: 'explained' })],
    closed: 'case-closed',
  });

  it.each(needingAnswer)('is refused as %s as long as there is none', (outcome) =>
    given(...withBoard())
      .when(close, { outcome })
      .thenRefused('answer-required'),
  );

  it('is possible after the answer, also while a reply is awaited', () =>
    given(...answered(), clarificationAsked())
      .when(close, { outcome: 'explained' })
      .then(caseClosed({ outcome: 'explained' })));

  it('is refused after reopening: the former answer did not do', () =>
    given(...closed(), caseReopened())
      .when(close, { outcome: 'explained' })
      .thenRefused('answer-required'));
});

describe('closing with an outcome that permits silence', () => {
  inEveryStatus(close, caseClosed({ outcome: 'withdrawn' }).data, {
    'not-received': 'case-not-found',
    'in-triage': [caseClosed({ outcome: 'withdrawn' })],
    'with-board': [caseClosed({ outcome: 'withdrawn' })],
    'in-transfer': 'case-in-transfer',
    'awaiting-clarification': [caseClosed({ outcome: 'withdrawn' })],
    answered: [caseClosed({ outcome: 'withdrawn' })],
    closed: 'case-closed',
  });
});

describe('closing with a remedy to come', () => {
  it('is refused without an action that somebody follows up', () =>
    given(...answered())
      .when(close, { outcome: 'remedy-planned' })
      .thenRefused('action-required'));

  it('is refused when all that was planned is done: then it is remedied', () =>
    given(...answered(), actionPlanned(), actionCompleted())
      .when(close, { outcome: 'remedy-planned' })
      .thenRefused('action-required'));

  it('is possible while an action is outstanding', () =>
    given(...answered(), actionPlanned())
      .when(close, { outcome: 'remedy-planned' })
      .then(caseClosed({ outcome: 'remedy-planned' })));
});

it.each([
  ['handled', withBoard()],
  ['answered', answered()],
])('closing a case that is %s as referred takes a referral, which says to whom', (_what, history) =>
  given(...history)
    .when(close, { outcome: 'referred' })
    .thenRefused('referral-required'),
);

it('closing with the same outcome again says nothing new', () =>
  given(...closed('explained'))
    .when(close, { outcome: 'explained' })
    .thenNothing());
