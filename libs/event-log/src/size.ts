import { InvalidEvent } from './errors.js';
import { type EncodedEvent } from './event-store.js';

/** The least that every server version takes in one append (`MaxAppendSize` of EventStoreDB before 25.1), in bytes. */
const limit = 1024 * 1024;

export function checkSize(events: readonly EncodedEvent[]): void {
  let size = 0;
  for (const { type, data, metadata } of events) size += type.length + Buffer.byteLength(data) + Buffer.byteLength(metadata);
  if (size >= limit) throw new InvalidEvent(`the events of one append take ${size} bytes; they must stay below ${limit}`);
}
