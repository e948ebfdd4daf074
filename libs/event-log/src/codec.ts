import { type Keys } from '#keys';
import { type EventSchemas } from './schemas/event-schemas.js';

/** What brings events into the form in which they are stored, and back. */
export interface Codec {
  readonly schemas: EventSchemas;
  readonly keys: Keys;
}
