import { type EventSchema } from './schemas/event-schemas.js';
import { type PersonalField } from './schemas/personal-fields.js';

interface Standing {
  readonly logId: string;
  readonly stream: string;
  readonly eventId: string;
  readonly schema: EventSchema;
}

/** Where a sealed value stands. No position: it must still open when the log has moved to another store. */
export const placeOf = ({ logId, stream, eventId, schema }: Standing, field: PersonalField): string =>
  `${logId}|${stream}|${eventId}|${schema.type}|${field.name}|${schema.version}`;
