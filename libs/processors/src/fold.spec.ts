import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Recorded } from '#event-log';
import { Fold, type FoldDefinition } from '#processors';
import { openDatabase } from '#sqlite';
import { aLog, type ALog } from '#test/a-log';
import { caseReceived, noteAdded } from '#test/case-events';

/** The streams in which notes were made, in order. Of each stream the notes of the last hour are kept. */
const notes: FoldDefinition<readonly string[]> = {
  name: 'notes',
  version: 1,
  types: ['NoteAdded'],
  initial: [],
  evolve: (streams, events) => [...streams, ...events.map(({ stream, data }) => ((data as { text: unknown }).text ? stream : ''))],
  outlives: ({ metadata }) => new Date(Date.parse(metadata.recordedAt) - 3_600_000).toISOString(),
};

describe('what is folded from the log', () => {
  let on: ALog;

  beforeEach(async () => void (on = await aLog()));
  afterEach(() => on.close());

  const open = () => new Fold(openDatabase(join(on.folder, 'notes.db'), { synchronous: 'NORMAL' }), notes);

  const aCaseWithANote = async (recordedAt = '2026-11-26T09:00:00.000Z'): Promise<readonly Recorded[]> => {
    const caseId = randomUUID();
    const context = { actor: 'a', commandId: randomUUID(), correlationId: caseId, recordedAt };
    await on.log.append(`case-${caseId}`, 'no-stream', [caseReceived({ caseId }), noteAdded()], context);
    const events: Recorded[] = [];
    for await (const event of on.log.read(`case-${caseId}`)) events.push(event);
    return events;
  };
  const streamsOf = (...events: (readonly Recorded[])[]): string[] => events.map(([first]) => first!.stream);

  it('shows what another process has kept in the same file, once this one goes on from where that one was', async () => {
    const [one, other] = [open(), open()];
    const events = await aCaseWithANote();
    one.take(events, on.log.id);
    other.checkpoint();
    expect(other.state).toEqual(streamsOf(events));
    const later = await aCaseWithANote();
    one.take(later, on.log.id);
    expect(other.take(later, on.log.id)).toBe(false); // it was behind
    expect(other.state).toEqual(streamsOf(events, later));
  });

  it('goes on with the rest of a page in which an event cannot be read', async () => {
    const fold = open();
    const [first, broken, last] = [await aCaseWithANote(), await aCaseWithANote(), await aCaseWithANote()];
    const unreadable = broken.map((event): Recorded => ({
      ...event,
      unreadable: 'from the future',
      get data(): never {
        throw new Error('from the future');
      },
    }));
    fold.take([...first, ...unreadable, ...last], on.log.id);
    expect(fold.state).toEqual(streamsOf(first, last));
    expect(fold.deadLetters()).toHaveLength(2);
  });

  it('holds in memory what a start would read, also behind an event that was set aside', async () => {
    const fold = open();
    const [received, note] = await aCaseWithANote();
    fold.take([{ ...received!, unreadable: 'damaged' }], on.log.id);
    fold.take([note!], on.log.id);
    expect(fold.state).toEqual([]);
    expect(open().state).toEqual(fold.state);
  });

  it('keeps no more of a stream than what later events of it leave in force', async () => {
    const fold = open();
    const [, note] = await aCaseWithANote();
    for (let hour = 0; hour < 500; hour++) {
      const recordedAt = new Date(Date.parse('2026-11-26T09:00:00.000Z') + hour * 1_800_000).toISOString();
      fold.take([{ ...note!, metadata: { ...note!.metadata, recordedAt } }], on.log.id);
    }
    expect(open().state).toHaveLength(3);
  });
});
