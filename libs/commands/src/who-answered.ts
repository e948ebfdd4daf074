import type { Recorded } from '#event-log';

/** Who gave the last answer that a case holds, of a review or before one. */
export const whoAnswered = (past: readonly Recorded[]): string | undefined =>
  past.findLast(({ type }) => type === 'AnswerGiven' || type === 'ReviewAnswered')?.metadata.actor;
