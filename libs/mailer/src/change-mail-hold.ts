import { randomUUID } from 'node:crypto';
import { deriveUuid, type EventLog } from '#event-log';
import { mailHold, mailHoldStream, type MailHoldEvent } from './mail-hold.js';

/**
 * Holds or releases the mail of every node, as a person at the console decides.
 * @param now ISO 8601, UTC
 * @returns whether that changed anything
 */
export async function changeMailHold(log: EventLog, decide: (held: boolean) => readonly MailHoldEvent[], now: string): Promise<boolean> {
  let held = mailHold.initial;
  let head: number | 'no-stream' = 'no-stream';
  let recordedAt = now;
  for await (const event of log.read(mailHoldStream)) {
    held = mailHold.evolve(held, [event]);
    head = event.revision;
    if (event.metadata.recordedAt > recordedAt) recordedAt = event.metadata.recordedAt;
  }
  const events = decide(held);
  if (events.length === 0) return false;
  const commandId = randomUUID(); // a restored log and the one it was taken from must never hold the same event
  await log.append(mailHoldStream, head, events, { actor: 'console', commandId, correlationId: deriveUuid(mailHoldStream), recordedAt });
  return true;
}
