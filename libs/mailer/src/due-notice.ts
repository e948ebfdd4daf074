import type { Cap } from './caps.js';

/** A notice whose time has come, as the outbox last saw it. */
export interface DueNotice {
  readonly noticeId: string;
  readonly revision: number;
  /** The cap that it is beyond, if it is. */
  readonly cap: Cap | null;
  /** Until when it waits therefore, in milliseconds; null is for ever. */
  readonly until: number | null;
}
