import type { NoticeEvent } from './events.js';
import { isOpen, type Notice } from './notice.js';

export interface Claim {
  readonly node: string;
  readonly start: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The raw message; taken only if none was made before. */
  readonly message: string;
}

/**
 * Takes it on itself to send a notice. A claim that stands is taken over: whoever made it may have sent the notice, so that it is
 * uncertain from then on. The caller sees to it that the time for the next attempt has come and that a standing claim is overdue.
 */
export function claimNotice({ node, start, at, message }: Claim, state: Notice): NoticeEvent[] {
  if (!isOpen(state)) return [];
  const { attempts, message: made } = state.known;
  const claimed = { node, start, attempt: attempts + 1, ...(made === undefined && { message }) };
  const abandoned = { why: 'claim-abandoned', nextAttemptAt: at } as const;
  return [
    ...(state.status === 'claimed' ? [{ type: 'NoticeUncertain', data: abandoned } as const] : []),
    { type: 'NoticeClaimed', data: claimed },
  ];
}
