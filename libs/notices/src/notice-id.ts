import { deriveUuid } from '#event-log';
import type { NoticeKind } from './notice-kinds.js';

/** The id of the notice of a kind that an event causes: always the same, so that requesting it twice is requesting it once. */
export const noticeIdOf = (causeEventId: string, kind: NoticeKind): string => deriveUuid('notice', causeEventId, kind);

export const noticeStream = (noticeId: string): string => `notice-${noticeId}`;

/** Where the introduction of every kind is recorded. */
export const noticeKindsStream = 'notice-kinds';
