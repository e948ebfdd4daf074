import type { DigestValues } from './digest.js';
import { digestIdOf } from './digest-id.js';
import type { NoticeEvent } from './events.js';
import type { Notice } from './notice.js';

export interface DigestRequest {
  readonly personId: string;
  /** The address at work. */
  readonly to: string;
  readonly values: DigestValues;
  /** ISO 8601, UTC. */
  readonly requestedAt: string;
}

/** Asks that a person be told what needs them this day. Nothing if it was asked before. */
export function requestDigest({ personId, to, values, requestedAt }: DigestRequest, state: Notice): NoticeEvent[] {
  if (state.status !== 'not-requested') return [];
  const { day } = values;
  const noticeId = digestIdOf(personId, day);
  return [{ type: 'DigestRequested', data: { noticeId, personId, day, requestedAt, to, values: JSON.stringify(values) } }];
}
