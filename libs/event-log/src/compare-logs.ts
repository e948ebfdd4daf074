import { CannotCopy } from './errors.js';
import { type EventStore, type StoredEvent } from './event-store.js';
import { everything } from './everything.js';

const compared = ['id', 'stream', 'revision', 'type', 'data', 'metadata'] as const;

/**
 * Reads two logs side by side; positions alone may differ.
 * @returns how many events both hold
 * @throws CannotCopy that names the first event that is not the same in both
 */
export async function compareLogs(one: EventStore, other: EventStore): Promise<number> {
  const others: AsyncIterator<StoredEvent, undefined, undefined> = everything(other);
  let count = 0;
  for await (const event of everything(one)) {
    const { value, done } = await others.next();
    if (done) throw new CannotCopy(`event ${event.id} is missing in the copy`);
    const different = compared.find((name) => event[name] !== value[name]);
    if (different) throw new CannotCopy(`event ${event.id} is not the same in the copy: ${different}`);
    count += 1;
  }
  const { value, done } = await others.next();
  if (!done) throw new CannotCopy(`the copy holds event ${value.id}, which the log does not`);
  return count;
}
