import { replay, withoutDate, type CaseEvent, type ReceivedCase } from '#cases';
import * as facts from '#test/case-events';

const why = (...events: CaseEvent[]) => withoutDate(replay(events) as ReceivedCase);
const received = facts.caseReceived();
const undated = facts.caseReceived({ datedLater: 'by-the-clock' });

it('says why an answer that is waited for has no date', () => {
  expect([why(received), why(undated)]).toEqual(['nothing-promised', 'clock-in-doubt']);
});

it('says nothing where a date is promised, or nobody waits any more', () => {
  const answered = [facts.caseRouted(), facts.answerGiven()];
  const withPromise = why(received, facts.promiseMade());
  expect([withPromise, why(received, ...answered), why(undated, ...answered), why(undated, facts.caseClosed())]).toEqual(
    Array(4).fill(undefined),
  );
});

it('says it again of a case that is taken up without a new date', () => {
  expect(why(received, facts.caseRouted(), facts.promiseMade(), facts.answerGiven(), facts.caseReopened())).toBe('nothing-promised');
});
