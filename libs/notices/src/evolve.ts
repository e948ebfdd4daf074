import type { NoticeEvent } from './events.js';
import { notRequested, type KnownNotice, type Notice, type NoticeStanding } from './notice.js';

/** The state to which the events of a notice lead. */
export const replayNotice = (history: Iterable<NoticeEvent>): Notice => {
  let state: Notice = notRequested;
  for (const event of history) state = evolveNotice(state, event);
  return state;
};

/** One step. Total: what is recorded has happened. */
export function evolveNotice(state: Notice, event: NoticeEvent): Notice {
  if (event.type === 'NoticeRequested') {
    return { status: 'waiting', known: { ...untried, triedFrom: event.data.requestedAt, ...event.data } };
  }
  if (event.type === 'DigestRequested') {
    return { status: 'waiting', known: { kind: 'digest', ...untried, triedFrom: event.data.requestedAt, ...event.data } };
  }
  if (state.status === 'not-requested') return state;
  return { known: learn(state.known, event), ...standing(event) };
}

const untried = { attempts: 0, brokenOff: 0, message: undefined };

type Later = Exclude<NoticeEvent, { type: 'NoticeRequested' | 'DigestRequested' }>;

function standing({ type, data }: Later): NoticeStanding {
  switch (type) {
    case 'NoticeClaimed':
      return { status: 'claimed', node: data.node, start: data.start };
    case 'NoticeDeferred':
      return { status: 'deferred', nextAttemptAt: data.nextAttemptAt };
    case 'NoticeUncertain':
      return { status: 'uncertain', nextAttemptAt: data.nextAttemptAt };
    case 'NoticeHandedOver':
      return { status: 'handed-over' };
    case 'NoticeFailed':
      return { status: 'failed', code: data.code };
    case 'NoticeBounced':
      return { status: 'bounced', code: data.code };
    case 'NoticeHeldBack':
      return { status: 'held-back', until: data.until };
  }
}

function learn(known: KnownNotice, { type, data }: Later): KnownNotice {
  if (type === 'NoticeClaimed') return { ...known, attempts: data.attempt, message: known.message ?? data.message };
  if (type === 'NoticeUncertain' && data.why === 'broken-off') return { ...known, brokenOff: known.brokenOff + 1 };
  if (type === 'NoticeHeldBack') return { ...known, triedFrom: data.until ?? known.triedFrom };
  return known;
}
