/** Keeps the facts, in order and for ever, and knows nothing of what they mean. */
export type { Appended, Context, EventLog, Metadata, NewEvent, Position, ReadOptions, Recorded, Revision } from './event-log.js';
export { InvalidEvent, LogUnavailable, OutcomeUnknown, UnreadableEvent, WrongRevision } from './errors.js';
export { loadEventSchemas, type EventSchemas } from './schemas/event-schemas.js';
export { type Upcaster, type Upcasters } from './schemas/upcasting.js';
export { openJson } from './open-json.js';
export { openSqliteLog } from './open-sqlite-log.js';
export { openEventStoreLog } from './open-eventstore-log.js';
export { copyLog, type LogPlace } from './copy-log.js';
export { deriveUuid, uuidOf } from './derive-uuid.js';
export { isReached } from './is-reached.js';
export { canonicalJson } from './canonical-json.js';
