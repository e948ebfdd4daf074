import type { Personal } from '#cases';
import type { Draft } from './draft.js';
import type { NoticeEvent } from './events.js';
import type { Notice } from './notice.js';

export interface NoticeRequest {
  readonly noticeId: string;
  readonly draft: Draft;
  /** ISO 8601, UTC. */
  readonly requestedAt: string;
  /** Opens what stands sealed in the case; undefined if its key was destroyed by decision. */
  readonly open: (value: Personal) => string | undefined;
}

/** Asks that a notice be sent. Nothing if it was asked before, or if what it would say was destroyed by decision. */
export function requestNotice({ noticeId, draft, requestedAt, open }: NoticeRequest, state: Notice): NoticeEvent[] {
  if (state.status !== 'not-requested') return [];
  const { caseId, reference, kind, language, automatic } = draft;
  const to = open(draft.to);
  const personal = Object.entries(draft.personal).map(([name, value]) => [name, open(value)] as const);
  if (to === undefined || personal.some(([, value]) => value === undefined)) return [];
  const values = JSON.stringify({ ...draft.values, ...Object.fromEntries(personal) });
  return [{ type: 'NoticeRequested', data: { noticeId, caseId, reference, kind, language, automatic, requestedAt, to, values } }];
}
