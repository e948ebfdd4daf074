import type { NoticeEvent } from './events.js';
import type { KnownNotice, Notice } from './notice.js';
import { pauseAfter, type Patience } from './patience.js';

/** How an attempt to hand a notice to the relay ended. Codes are replies like `451 4.7.1`, or a word for what broke. */
export type Attempt =
  | { readonly outcome: 'handed-over'; readonly response: string; readonly queueId?: string }
  | { readonly outcome: 'deferred'; readonly code: string }
  | { readonly outcome: 'failed'; readonly code: string }
  | { readonly outcome: 'uncertain' };

/** Writes down how the attempt ended that a claim stands for. */
export function settleNotice(
  attempt: Attempt,
  { at, patience }: { readonly at: string; readonly patience: Patience },
  state: Notice,
): NoticeEvent[] {
  if (state.status !== 'claimed') return [];
  const { known } = state;
  const nextAttemptAt = new Date(Date.parse(at) + pauseAfter(known.attempts, patience)).toISOString();
  switch (attempt.outcome) {
    case 'handed-over': {
      const { response, queueId } = attempt;
      return [{ type: 'NoticeHandedOver', data: { response, ...(queueId !== undefined && { queueId }), at } }];
    }
    case 'failed':
      return [{ type: 'NoticeFailed', data: { code: attempt.code } }];
    case 'deferred':
      return isTooOld(known, at, patience)
        ? [{ type: 'NoticeFailed', data: { code: attempt.code } }]
        : [{ type: 'NoticeDeferred', data: { code: attempt.code, nextAttemptAt } }];
    case 'uncertain': {
      const uncertain = { type: 'NoticeUncertain', data: { why: 'broken-off', nextAttemptAt } } as const;
      // Each of these may have arrived: a relay that takes every message and never says so must not become a flood.
      const enough = known.brokenOff + 1 >= patience.brokenOffAtMost || isTooOld(known, at, patience);
      return enough ? [uncertain, { type: 'NoticeFailed', data: { code: 'uncertain' } }] : [uncertain];
    }
  }
}

const isTooOld = ({ triedFrom }: KnownNotice, at: string, { giveUpAfter }: Patience): boolean =>
  Date.parse(at) - Date.parse(triedFrom) > giveUpAfter;
