import type { Laid, LookedAt, StoredEvent } from '#event-log';
import { eventSchemas } from '#node';
import { inspectLog } from '#inspection';

const schemas = eventSchemas(process.cwd());
const events = 20_000;

/** A log in which nothing is right, that makes each event when it is asked for it and counts how many are asked for before the last one was let go. */
function aLongLog() {
  const asked = { now: 0, mostAtOnce: 0 };
  const log: LookedAt = {
    id: 'a-log',
    file: undefined,
    async *all() {
      for (let number = 1; number <= events; number++) {
        asked.now += 1;
        asked.mostAtOnce = Math.max(asked.mostAtOnce, asked.now);
        yield await Promise.resolve(laid(number));
        asked.now -= 1;
      }
    },
    holds: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
  return { log, asked };
}

function laid(number: number): Laid {
  const stored: StoredEvent = {
    ...{
      position: `sqlite:${number}`,
      stream: `case-${number}`,
      revision: 7,
      id: String(number),
      type: 'NoteAdded',
      data: '{',
      metadata: '{',
    },
  };
  return { stored, event: { ...stored, data: {}, metadata: undefined, unreadable: 'no JSON' } as unknown as Laid['event'] };
}

it('holds one event at a time, and tells a hundred findings of however many', async () => {
  const { log, asked } = aLongLog();
  const { found, findings, streams, ...counted } = await inspectLog(log, { schemas, keys: undefined, remembered: undefined });
  expect({ ...counted, streams, told: findings.length }).toEqual({ logId: 'a-log', file: false, events, streams: events, told: 100 });
  expect(found).toBeGreaterThanOrEqual(2 * events);
  expect(asked.mostAtOnce).toBe(1);
});

it('names what it finds by its place', async () => {
  const { findings } = await inspectLog(aLongLog().log, { schemas, keys: undefined, remembered: undefined });
  expect(findings.slice(0, 2)).toEqual([
    { kind: 'keys', what: 'the keys are missing: no seal was tried' },
    expect.objectContaining({ kind: 'revision', position: 'sqlite:1', stream: 'case-1', revision: 7, id: '1' }),
  ]);
});
