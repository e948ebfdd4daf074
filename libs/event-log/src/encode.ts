import { type Keys } from '#keys';
import { InvalidEvent } from './errors.js';
import { eventIds } from './event-id.js';
import { type Context, type NewEvent } from './event-log.js';
import { type EncodedEvent } from './event-store.js';
import { metadataWriter } from './metadata.js';
import { placeOf } from './place.js';
import { type EventSchema, type EventSchemas } from './schemas/event-schemas.js';
import { replaceFields } from './schemas/personal-fields.js';
import { isWellFormed, isWellFormedJson } from './well-formed.js';

/** Valid in clear, not yet sealed. */
interface ValidEvent {
  readonly schema: EventSchema;
  readonly data: object;
}

/** @throws InvalidEvent if a type is unknown or data do not satisfy their schema */
export function validate(schemas: EventSchemas, events: readonly NewEvent[]): readonly ValidEvent[] {
  return events.map(({ type, data }) => {
    const schema = schemas.current(type);
    if (!schema) throw new InvalidEvent(`there is no event type ${type}`);
    const complaint = schema.complaint(data);
    if (complaint) throw new InvalidEvent(`${type}: ${complaint}`);
    return { schema, data };
  });
}

interface Surroundings {
  readonly keys: Keys;
  readonly logId: string;
  readonly stream: string;
  readonly context: Context;
  /** Whether the case (or whatever the correlation id names) begins here, so that it can have no keys yet. */
  readonly age: 'new' | 'any';
}

/** Seals the personal fields and writes the bytes that are stored. Needs `keys.reserve`. */
export function encode(events: readonly ValidEvent[], { keys, logId, stream, context, age }: Surroundings): readonly EncodedEvent[] {
  const ids = eventIds(stream, context, events.length);
  const metadata = metadataWriter(context);
  return events.map(({ schema, data }, index) => {
    const id = ids[index] ?? '';
    const standing = { logId, stream, eventId: id, schema };
    const sealed = replaceFields(data, schema.personal, (value, field) => {
      return keys.seal(clearText(value, schema), `${context.correlationId}/${field.party}`, placeOf(standing, field), age).sealed;
    });
    return {
      id,
      type: schema.type,
      data: wellFormedJson(JSON.stringify(sealed), schema),
      metadata: wellFormedJson(metadata(schema.version), schema),
    };
  });
}

function clearText(value: unknown, schema: EventSchema): string {
  if (typeof value !== 'string') return wellFormedJson(JSON.stringify(value), schema);
  if (!isWellFormed(value)) throw new InvalidEvent(`${schema.type} holds half a character`);
  return value;
}

function wellFormedJson(json: string, schema: EventSchema): string {
  if (!isWellFormedJson(json)) throw new InvalidEvent(`${schema.type} holds half a character`);
  return json;
}
