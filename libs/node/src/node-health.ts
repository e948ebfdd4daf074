import type { MailerHealth } from '#mailer';
import type { DeadLetter } from '#processors';

/** How what follows the log is doing, and what waits. */
export interface NodeHealth {
  /** Whether the node has been at the end of the log and is at work. */
  readonly begun: boolean;
  readonly processors: readonly {
    readonly name: string;
    readonly current: boolean;
    readonly trouble: boolean;
    readonly deadLetters: readonly DeadLetter[];
  }[];
  /** Diary numbers and notice requests that are owed now; most often none for longer than a moment. */
  readonly diaryNumbers: number;
  readonly noticeRequests: number;
  /** Cases that have waited for a diary number for over a minute. */
  readonly unregistered: number;
  /** Events whose notice has not been requested for over a minute. */
  readonly unrequested: number;
  readonly mail: MailerHealth;
}
