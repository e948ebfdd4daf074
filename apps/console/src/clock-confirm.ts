import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { deriveUuid, type EventLog } from '#event-log';
import { clockStream, confirmClock } from '#reactions';
import { now } from './surroundings.js';
import type { Print } from './verb.js';
import { withRecords } from './with-records.js';

export const name = 'clock confirm';

export const summary = 'Says that the clock is right, so that dated work goes on';

export const help = `synpunkter clock confirm

When the clock of a machine has jumped, or stands far behind what the log has recorded, reminders, misses and escalations are
not recorded, and /health/ready says why. Put the clock right first. Then this is recorded in the log, and every running node
goes on within a minute: what became due meanwhile is done then, each with the day it belongs to.

  synpunkter clock confirm
`;

export async function run(args: string[], print: Print): Promise<number> {
  parseArgs({ args });
  await withRecords(({ log }) => confirm(log));
  print('Confirmed. Dated work goes on within a minute.\n');
  return 0;
}

async function confirm(log: EventLog): Promise<void> {
  let head: number | 'no-stream' = 'no-stream';
  let recordedAt = now();
  for await (const { revision, metadata } of log.read(clockStream, { backwards: true, limit: 1 })) {
    head = revision;
    if (metadata.recordedAt > recordedAt) recordedAt = metadata.recordedAt;
  }
  const context = { actor: 'console', commandId: randomUUID(), correlationId: deriveUuid(clockStream), recordedAt };
  await log.append(clockStream, head, [confirmClock()], context);
}
