import { deriveUuid, neverBack, type EventLog, type Revision } from '#event-log';
import {
  differences,
  emptyOrganisation,
  evolveOrganisation,
  streamOf,
  type Difference,
  type Organisation,
  type OrganisationEvent,
} from '#organisation';

/**
 * Tells the log what the organisation is, and only what it does not know yet: a second import appends nothing.
 * @param wanted the facts of the organisation folder, already checked as a whole
 * @returns what was appended, by stream
 * @throws WrongRevision if somebody else told the same stream something meanwhile; the streams before it are appended
 */
export async function importOrganisation(
  log: EventLog,
  wanted: readonly OrganisationEvent[],
  { actor, at }: { readonly actor: string; readonly at: string },
): Promise<readonly Difference[]> {
  const told = await readOrganisation(log, wanted);
  const missing = differences(told, wanted);
  for (const { stream, events } of missing) {
    const head = await headOf(log, stream);
    const recordedAt = await neverBack(log, stream, at);
    const commandId = deriveUuid('import', stream, String(head), JSON.stringify(events));
    await log.append(stream, head, events, { actor, commandId, correlationId: deriveUuid(stream), recordedAt });
  }
  return missing;
}

/** The organisation as the log tells it now, in the streams that the wanted facts would go to. */
async function readOrganisation(log: EventLog, wanted: readonly OrganisationEvent[]): Promise<Organisation> {
  let org = emptyOrganisation;
  for (const stream of new Set(wanted.map(streamOf))) {
    for await (const event of log.read(stream)) org = evolveOrganisation(org, event as unknown as OrganisationEvent);
  }
  return org;
}

/** Where a stream stands, as the next append must name it. */
export async function headOf(log: EventLog, stream: string): Promise<Revision | 'no-stream'> {
  for await (const { revision } of log.read(stream, { backwards: true, limit: 1 })) return revision;
  return 'no-stream';
}
