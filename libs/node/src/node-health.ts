import type { EventLog } from '#event-log';
import type { Mailer, MailerHealth } from '#mailer';
import type { DeadLetter, Follower, TableProcessor } from '#processors';
import type { ClockTrouble } from '#reactions';
import type { NodeDatedWork } from './node-dated-work.js';
import type { NodeReactions } from './node-reactions.js';

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
  /** Cases with dated work that should have been done by now. */
  readonly datedWork: number;
  /** People who are still to get the digest of this morning. */
  readonly digests: number;
  /** Reminders and escalations for which there is nobody with a right to the case and a known address. */
  readonly unreached: number;
  /** Why no dated work is done, if none is. */
  readonly clock: ClockTrouble | undefined;
  readonly mail: MailerHealth;
}

/** What can be asked how it is doing. */
interface AtWork {
  readonly begun: boolean;
  readonly parts: { readonly log: EventLog; readonly now: () => string };
  readonly processors: readonly TableProcessor[];
  readonly reactions: Pick<NodeReactions, 'diaryNumbers' | 'noticeRequests'>;
  readonly dated: NodeDatedWork;
  readonly mailer: Mailer;
}

/** @throws LogUnavailable if the log does not answer */
export async function healthOf(node: AtWork, followers: readonly Follower[]): Promise<NodeHealth> {
  const { mailer, parts } = node;
  const { nightShift, dueWork, digests } = node.dated;
  const { diaryNumbers, noticeRequests } = node.reactions;
  const head = await parts.log.head();
  const processors = node.processors.map(async (processor) => {
    const follower = followers.find((one) => one.processor === processor);
    return {
      name: processor.name,
      current: head === 'empty' || ((await follower?.reached(head, 0)) ?? false),
      trouble: follower?.trouble !== undefined || (processor === dueWork && nightShift.trouble !== undefined),
      deadLetters: processor.deadLetters(),
    };
  });
  const aMinuteAgo = new Date(Date.parse(parts.now()) - 60_000).toISOString();
  return {
    begun: node.begun,
    processors: await Promise.all(processors),
    diaryNumbers: diaryNumbers.owed(),
    noticeRequests: noticeRequests.owed(),
    unregistered: diaryNumbers.owed(aMinuteAgo),
    unrequested: noticeRequests.owed(aMinuteAgo),
    datedWork: nightShift.overdue(),
    digests: digests.owed(),
    unreached: digests.unreached(),
    clock: nightShift.clockTrouble(),
    mail: mailer.health(),
  };
}
