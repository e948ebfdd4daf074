import { isOfOneStore, type EventLog } from '#event-log';
import { changeMailHold, holdMail } from '#mailer';
import type { TableProcessor } from '#processors';
import type { RememberedLog } from './remembered-log.js';

interface Recognition {
  readonly log: EventLog;
  readonly memory: RememberedLog;
  /** What has followed the log. */
  readonly processors: readonly TableProcessor[];
  readonly now: () => string;
}

/**
 * The first step of every beginning: nothing is written, told or served before the log is known to be the one that was left. If a person
 * has accepted another one, what follows it forgets what it knew, and mail is held: some of it may have been sent before.
 * @throws CannotStart
 */
export async function recogniseLog({ log, memory, processors, now }: Recognition): Promise<void> {
  await log.head();
  for (const processor of processors) await compare(processor, log, memory);
  if (!memory.accepted) return;
  for (const processor of processors) processor.restart();
  await changeMailHold(log, (held) => holdMail('restored', held), now());
}

/** A checkpoint that names another store was left by a move of the log, and its view is made anew. */
async function compare(processor: TableProcessor, log: EventLog, memory: RememberedLog): Promise<void> {
  const checkpoint = processor.checkpoint();
  const head = await log.head();
  if (!checkpoint || memory.accepted) return;
  if (checkpoint.logId !== log.id) memory.isOdd('views-of-another', log.id);
  else if (head !== 'empty' && !isOfOneStore(checkpoint.position, head)) return;
  else if ((await log.at(checkpoint.position))?.id !== checkpoint.eventId) memory.isOdd('older-than-views', log.id);
}
