import type { ReceivedCase } from './case.js';

export const reasonsWithoutDate = ['nothing-promised', 'clock-in-doubt'] as const;
export type WithoutDate = (typeof reasonsWithoutDate)[number];

/** Why no date is promised for an answer that is waited for, so that the absence of a promise is never silent. */
export function withoutDate({ status, known: { answered, answerDue, datedLater } }: ReceivedCase): WithoutDate | undefined {
  if (status === 'closed' || answered) return undefined;
  if (datedLater !== undefined) return 'clock-in-doubt';
  return answerDue === undefined ? 'nothing-promised' : undefined;
}
