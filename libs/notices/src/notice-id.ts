import { createHash } from 'node:crypto';
import type { NoticeKind } from './notice-kinds.js';

/** The id of the notice of a kind that an event causes: always the same, so that requesting it twice is requesting it once. UUID version 8. */
export function noticeIdOf(causeEventId: string, kind: NoticeKind): string {
  const hex = createHash('sha256').update(`notice|${causeEventId}|${kind}`).digest('hex');
  const variant = '89ab'.charAt(parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const noticeStream = (noticeId: string): string => `notice-${noticeId}`;

/** Where the introduction of every kind is recorded. */
export const noticeKindsStream = 'notice-kinds';
