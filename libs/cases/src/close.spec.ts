import { close, outcomes, outcomesWithoutAnswer } from '#cases';
import { answered, caseClosed, caseReopened, clarificationAsked, closed, withBoard } from '#test/case-events';
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

it('closing with the same outcome again says nothing new', () =>
  given(...closed('explained'))
    .when(close, { outcome: 'explained' })
    .thenNothing());
