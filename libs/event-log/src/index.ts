/** Keeps the facts, in order and for ever, and knows nothing of what they mean. */
export type { Appended, Context, EventLog, Metadata, NewEvent, Position, ReadOptions, Recorded, Revision } from './event-log.js';
export { CannotCopy, InvalidEvent, LogUnavailable, OutcomeUnknown, WrongRevision } from './errors.js';
export { loadEventSchemas, type EventSchemas } from './schemas/event-schemas.js';
export { type Upcaster, type Upcasters } from './schemas/upcasting.js';
export { openSqliteLog } from './open-sqlite-log.js';
export { openEventStoreLog } from './open-eventstore-log.js';
export type { Difference, LogHead, LogMemory } from './log-memory.js';
export { backUpLog } from './sqlite/back-up-log.js';
export { checkLogFile, type LogFacts } from './sqlite/log-facts.js';
export { beginStream } from './begin-stream.js';
export { inspectLog, type LogInspection } from './inspect-log.js';
export { copyLog, type LogPlace } from './copy-log.js';
export { deriveUuid, uuidOf } from './derive-uuid.js';
export { isOfOneStore, isReached } from './is-reached.js';
export { canonicalJson } from './canonical-json.js';
