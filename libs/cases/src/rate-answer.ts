import type { Case } from './case.js';
import type { CaseEvent, CaseFacts } from './events.js';
import { Refusal } from './refusal.js';

type Rating = CaseFacts['AnswerRated'];

export interface RateAnswer {
  readonly rating: Rating;
  /** Who writes it down, and who answered: nobody of the staff measures the own answer. */
  readonly writer: string;
  readonly answeredBy: string | undefined;
}

/**
 * The submitter says whether the answer satisfied, once or again; or somebody of the staff writes down what the submitter told them, which never
 * takes the place of what the submitter said on the own page. Who had the case taken up again has said so already.
 */
export function rateAnswer({ rating, writer, answeredBy }: RateAnswer, state: Case): CaseEvent[] {
  if (state.status === 'not-received') throw new Refusal('case-not-found');
  const { answered, rating: before } = state.known;
  if (!answered) throw new Refusal('no-answer-to-rate');
  if (rating.by === 'staff') requireHearsay({ writer, answeredBy }, before);
  return isTheSame(rating, before) ? [] : [{ type: 'AnswerRated', data: rating }];
}

function requireHearsay({ writer, answeredBy }: Pick<RateAnswer, 'writer' | 'answeredBy'>, before: Rating | undefined): void {
  if (writer === answeredBy) throw new Refusal('rating-by-who-answered');
  if (before?.by === 'submitter') throw new Refusal('rated-by-submitter');
}

const isTheSame = (rating: Rating, before: Rating | undefined): boolean =>
  before?.satisfied === rating.satisfied && before.reason === rating.reason && before.by === rating.by;
