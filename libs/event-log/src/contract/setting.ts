import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openKeys, type Keys } from '#keys';
import { type Context, type EventLog, type NewEvent, type Position, type Recorded } from '../event-log.js';
import { type EncodedEvent, type EventStore } from '../event-store.js';
import { metadataWriter } from '../metadata.js';
import { loadEventSchemas, type EventSchemas } from '../schemas/event-schemas.js';

/** A log of either kind, with the store below it, so that a test can plant what the codec would never write. */
export interface Opened {
  readonly log: EventLog;
  readonly store: EventStore;
}

/** What the contract needs to know of a store. The log may be shared with others and hold other events already. */
export interface StoreUnderTest {
  readonly name: string;
  open(setting: Setting): Promise<Opened>;
  /** Opens the same log once more, as another process would. */
  reopen(setting: Setting): Promise<Opened>;
  close?(): Promise<void>;
}

export interface Setting {
  readonly folder: string;
  readonly keys: Keys;
  readonly schemas: EventSchemas;
}

const events = {
  'NoteWritten.v1': { text: { type: 'string', 'x-personal': 'content' }, number: { type: 'integer' } },
  'CounterMoved.v1': { by: { type: 'integer' }, why: { type: 'string' } },
  'ContactGiven.v1': {
    contact: {
      type: 'object',
      additionalProperties: false,
      properties: { name: { type: 'string', 'x-personal': 'submitter' }, email: { type: ['string', 'null'], 'x-personal': 'submitter' } },
    },
    words: { type: 'array', items: { type: 'string' }, 'x-personal': 'content' },
    day: { type: 'string', format: 'date' },
  },
  'PlaceNamed.v1': { name: { type: 'string', 'x-personal': 'content' } },
  'PlaceNamed.v2': { place: { type: 'string', 'x-personal': 'content' }, kind: { type: 'string' } },
} as const;

const upcasters = { PlaceNamed: { 1: ({ name }: Readonly<Record<string, unknown>>) => ({ place: name, kind: 'unknown' }) } };

/** The event types of a folder that was made by `newSetting`. */
export const testSchemas = (folder: string): EventSchemas => loadEventSchemas(join(folder, 'event-schemas'), upcasters);

/** A folder with keys and event types of its own. */
export function newSetting(): Setting & { remove(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'event-log-'));
  const schemaFolder = join(folder, 'event-schemas');
  mkdirSync(schemaFolder);
  cpSync(new URL('../../../../../event-schemas/LogIdentified.v1.json', import.meta.url), join(schemaFolder, 'LogIdentified.v1.json'));
  for (const [$id, properties] of Object.entries(events)) {
    const schema = { $id, title: $id, type: 'object', additionalProperties: false, properties };
    writeFileSync(join(schemaFolder, `${$id}.json`), JSON.stringify(schema));
  }
  const keys = openKeys({ folder: join(folder, 'keys'), masterKeyFile: join(folder, 'master.key'), create: true });
  const remove = async (): Promise<void> => {
    await keys.close();
    rmSync(folder, { recursive: true });
  };
  return { folder, keys, schemas: testSchemas(folder), remove };
}

export const newStream = (): string => `case-${randomUUID()}`;

export const context = (more: Partial<Context> = {}): Context => ({
  actor: 'system',
  commandId: randomUUID(),
  correlationId: 'case-1',
  recordedAt: '2026-11-26T08:00:00.000Z',
  ...more,
});

export const moved = (by = 1): NewEvent => ({ type: 'CounterMoved', data: { by } });
export const note = (text: string): NewEvent => ({ type: 'NoteWritten', data: { text } });

/** As another program, or an older version of this one, may have written it. */
export const encoded = (type: string, data: string, version = 1): EncodedEvent => ({
  id: randomUUID(),
  type,
  data,
  metadata: metadataWriter(context())(version),
});

export async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

/** What follows a position until the log's end is reached. */
export async function untilCaughtUp(log: EventLog, after: Position | 'start'): Promise<Recorded[]> {
  const seen: Recorded[] = [];
  for await (const item of log.follow(after, { signal: new AbortController().signal })) {
    if (item === 'caught-up') return seen;
    seen.push(item);
  }
  return seen;
}

/** The head, where there is one already; every log begins with its identity. */
export async function headOf(log: EventLog): Promise<Position> {
  const head = await log.head();
  if (head === 'empty') throw new Error('a log is never empty');
  return head;
}
