import { InvalidEvent } from './errors.js';
import { type Context, type Metadata } from './event-log.js';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/**
 * Writes the metadata of the events of one append, which differ only in the version of their schema. The first two stand under
 * the names by which EventStoreDB itself knows them; first, because its parsers stop at the first closing brace.
 */
export function metadataWriter(context: Context): (schemaVersion: number) => string {
  const { correlationId, causationId, actor, commandId, fingerprint, recordedAt } = context;
  const head = JSON.stringify({ $correlationId: correlationId, $causationId: causationId }).slice(0, -1);
  const tail = JSON.stringify({ actor, commandId, fingerprint, recordedAt }).slice(1);
  return (schemaVersion) => `${head},"schemaVersion":"${schemaVersion}",${tail}`;
}

/** @throws Error if a required name is missing: the event was not written by this library */
export function readMetadata(json: string): Metadata {
  const stored = JSON.parse(json) as Record<string, unknown>;
  const text = (name: string): string => {
    const value = stored[name];
    if (typeof value !== 'string') throw new Error(`its metadata have no ${name}`);
    return value;
  };
  return {
    schemaVersion: Number(text('schemaVersion')),
    actor: text('actor'),
    commandId: text('commandId'),
    correlationId: text('$correlationId'),
    recordedAt: text('recordedAt'),
    ...(stored['fingerprint'] !== undefined && { fingerprint: text('fingerprint') }),
    ...(stored['$causationId'] !== undefined && { causationId: text('$causationId') }),
  };
}

/** Whether metadata stand as this library writes them: nothing else in them, in this order, at a true instant. */
export function isAsWritten(json: string): boolean {
  try {
    const { schemaVersion, ...context } = readMetadata(json);
    checkContext(context);
    return metadataWriter(context)(schemaVersion) === json;
  } catch {
    return false;
  }
}

export function checkContext(context: Context): void {
  const { actor, commandId, correlationId, recordedAt } = context;
  for (const [name, value] of Object.entries({ actor, commandId, correlationId })) {
    if (value === '') throw new InvalidEvent(`the context has no ${name}`);
  }
  if (!instant.test(recordedAt)) throw new InvalidEvent(`recordedAt must be an instant in UTC, not ${recordedAt}`);
}
