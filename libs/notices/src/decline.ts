import type { NoticeEvent, NoticeFacts } from './events.js';
import { isOpen, type Notice } from './notice.js';

/** Gives a notice up without sending it (again): the address was destroyed by decision, or is none that mail may go to. */
export const failNotice = (code: string, state: Notice): NoticeEvent[] => (isOpen(state) ? [{ type: 'NoticeFailed', data: { code } }] : []);

/** Keeps back, until when it may go out, what would be one mail too many without a person acting. */
export const holdBackNotice = (held: Pick<NoticeFacts['NoticeHeldBack'], 'reason' | 'until'>, state: Notice): NoticeEvent[] =>
  state.status === 'waiting' ? [{ type: 'NoticeHeldBack', data: { ...held, since: state.known.requestedAt } }] : [];

/** Writes down that a mail came back. */
export const bounceNotice = (code: string, state: Notice): NoticeEvent[] =>
  state.status === 'handed-over' || state.status === 'uncertain' ? [{ type: 'NoticeBounced', data: { code } }] : [];
