import type { Channel, Outcome, RatingReason, Way } from '#cases';
import type { LocalDate } from '#promises';

/** Something that is done to a case, as the story of that case wants it. */
export type Act =
  | { readonly what: 'route'; readonly board: string; readonly reason: string }
  | { readonly what: 'refer'; readonly body: string }
  | { readonly what: 'assign' }
  | { readonly what: 'acknowledge'; readonly by: Way }
  | { readonly what: 'note'; readonly text: string }
  | { readonly what: 'send-transfer'; readonly to: string; readonly reason: string }
  | { readonly what: 'accept-transfer' }
  | { readonly what: 'decline-transfer'; readonly reason: string }
  | { readonly what: 'ask'; readonly questions: string; readonly replyBy: LocalDate }
  | { readonly what: 'reply'; readonly text: string; readonly channel: Channel }
  | { readonly what: 'delay'; readonly reason: string; readonly due: LocalDate }
  | { readonly what: 'answer'; readonly text: string; readonly by: Way }
  | { readonly what: 'plan-action'; readonly actionId: string; readonly description: string; readonly due: LocalDate }
  | { readonly what: 'complete-action'; readonly actionId: string; readonly result?: string }
  | { readonly what: 'mark-secrecy'; readonly provision: string }
  | { readonly what: 'close'; readonly outcome: Outcome; readonly reason?: string }
  | { readonly what: 'rate'; readonly satisfied: boolean; readonly reason?: RatingReason }
  | { readonly what: 'reopen'; readonly reason: string };

/** An act and its moment. ISO 8601, UTC. */
export interface PlannedAct {
  readonly at: string;
  readonly act: Act;
}
