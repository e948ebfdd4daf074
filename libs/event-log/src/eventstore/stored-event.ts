import { binaryEvent, jsonEvent, type EventData, type JSONType, type ResolvedEvent } from '@eventstore/db-client';
import { type EncodedEvent, type StoredEvent } from '../event-store.js';
import { positionOf } from './position.js';

/**
 * As JSON where the client, which parses and writes it again, gives back the same bytes: ours always are. Anything else goes
 * as bytes.
 */
export function toEventData({ id, type, data, metadata }: EncodedEvent): EventData {
  const known = parsed(data);
  const about = new Uint8Array(Buffer.from(metadata));
  if (known === undefined) return binaryEvent({ id, type, data: Buffer.from(data), metadata: about });
  return jsonEvent({ id, type, data: known, metadata: about as unknown as JSONType as Record<string, unknown> });
}

function parsed(text: string): JSONType | undefined {
  try {
    const value = JSON.parse(text) as JSONType;
    return typeof value === 'object' && JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Undefined for what is none of ours, wherever it stands: the server's own events, which it writes into any stream (at the largest
 * revision there is, where one is deleted for ever), links, what has no position, and a revision that is no number of ours.
 */
export function toStoredEvent({ event }: ResolvedEvent): StoredEvent | undefined {
  if (!event?.position || event.streamId.startsWith('$') || event.type.startsWith('$')) return undefined;
  if (event.revision > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return {
    id: event.id,
    type: event.type,
    data: textOf(event.data),
    metadata: textOf(event.metadata),
    stream: event.streamId,
    revision: Number(event.revision),
    position: positionOf(event.position.commit),
  };
}

/** Bytes and damaged JSON come as they are. */
function textOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
