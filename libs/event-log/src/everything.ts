import { type EventStore, type StoredEvent } from './event-store.js';

/** All events that the store holds now, in order. */
export async function* everything(store: EventStore): AsyncGenerator<StoredEvent, undefined, undefined> {
  for await (const item of store.follow('start', { signal: new AbortController().signal })) {
    if (item === 'caught-up') return undefined;
    yield item;
  }
  return undefined;
}
