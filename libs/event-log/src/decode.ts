import { type Sealed } from '#keys';
import { UnreadableEvent } from './errors.js';
import { type Metadata, type Recorded } from './event-log.js';
import { type StoredEvent } from './event-store.js';
import { readMetadata } from './metadata.js';
import { placeOf } from './place.js';
import { type EventSchema, type EventSchemas } from './schemas/event-schemas.js';
import { replaceFields } from './schemas/personal-fields.js';

/** Hands on personal fields sealed, data upcast. Never throws: what cannot be read is delivered as unreadable, so that it can be parked. */
export function decode(schemas: EventSchemas, logId: string, stored: StoredEvent): Recorded {
  try {
    const metadata = readMetadata(stored.metadata);
    const schema = schemas.version(stored.type, metadata.schemaVersion);
    if (!schema) return unreadable(stored, `this program does not know ${stored.type} version ${metadata.schemaVersion}`, metadata);
    const { id, stream, revision, position, type } = stored;
    return { id, stream, revision, position, type, data: schemas.upcast(schema, dataOf(stored, logId, schema)), metadata };
  } catch (error) {
    return unreadable(stored, error instanceof Error ? error.message : String(error));
  }
}

function dataOf(stored: StoredEvent, logId: string, schema: EventSchema): object {
  const data = JSON.parse(stored.data) as object;
  if (schema.personal.length === 0) return data;
  const standing = { logId, stream: stored.stream, eventId: stored.id, schema };
  return replaceFields(data, schema.personal, (value, field): Sealed => {
    if (typeof value !== 'string') throw new Error(`${field.name} is not sealed`);
    return { sealed: value, place: placeOf(standing, field) };
  });
}

/** Whoever touches the content of an unreadable event fails loudly instead of going on with less than the truth. */
function unreadable({ id, stream, revision, position, type }: StoredEvent, reason: string, metadata?: Metadata): Recorded {
  const refuse = (): never => {
    throw new UnreadableEvent(id, reason);
  };
  const record = { id, stream, revision, position, type, unreadable: reason };
  return Object.defineProperties(record, {
    data: { get: refuse, enumerable: false },
    metadata: metadata ? { value: metadata, enumerable: true } : { get: refuse, enumerable: false },
  }) as typeof record & Pick<Recorded, 'data' | 'metadata'>;
}
