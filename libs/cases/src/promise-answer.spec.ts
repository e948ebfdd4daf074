import { promiseAnswer } from '#cases';
import { answerGiven, caseReceived, caseRouted, closed, promiseMade } from '#test/case-events';
import { given } from '#test/given';

const promised = promiseMade().data;
const unpromised = [caseReceived(), caseRouted({ board: 'TN' })];

describe('promising the answer when the acknowledgement has arrived', () => {
  it('is done once', () => {
    given(...unpromised)
      .when(promiseAnswer, { promised })
      .then(promiseMade());
    given(...unpromised, promiseMade())
      .when(promiseAnswer, { promised })
      .thenNothing();
  });

  it.each([
    ['for an answer that was given', [...unpromised, answerGiven()]],
    ['in a case that is closed', closed()],
  ])('is not done %s', (_, history) =>
    given(...history)
      .when(promiseAnswer, { promised })
      .thenNothing(),
  );

  it('is not done where the policy counts nothing from it', () =>
    given(...unpromised)
      .when(promiseAnswer, { promised: undefined })
      .thenNothing());

  it('is refused where nothing was received', () => given().when(promiseAnswer, { promised }).thenRefused('case-not-found'));
});
