import type { ReceivedCase } from '#cases';

/** What a digest can ask of whoever reads it, in the words of the policy. */
export type Asked =
  | 'route'
  | 'accept-transfer'
  | 'recall-transfer'
  | 'assign'
  | 'acknowledge'
  | 'answer'
  | 'answer-review'
  | 'give-delay-notice'
  | 'complete-action'
  | 'ask-clarification';

/** Who works here, as far as a digest has to know; the node knows them by the log. */
export interface Staff {
  /** Those who may do this with a case as it is. */
  readonly whoMay: (asked: Asked, state: ReceivedCase) => readonly Colleague[];
  /** The address of a person at work; undefined if none is known, or if it was destroyed by decision. */
  readonly addressOf: (personId: string) => string | undefined;
}

export interface Colleague {
  readonly personId: string;
  /** Those by which they may. */
  readonly roles: readonly string[];
}
