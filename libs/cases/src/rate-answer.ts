import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

/** The submitter says whether the answer satisfied, once or again. Who had the case taken up again has said so already. */
export function rateAnswer(rating: CaseFacts['AnswerRated'], state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  const { answered, rating: before } = state.known;
  if (!answered) throw new Refusal('no-answer-to-rate');
  const isTheSame = before?.satisfied === rating.satisfied && before.reason === rating.reason;
  return isTheSame ? [] : [{ type: 'AnswerRated', data: rating }];
}
