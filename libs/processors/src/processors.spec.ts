import { join } from 'node:path';
import type { EventLog, Recorded } from '#event-log';
import { Feed, Follower, makeAnew, NotWhole, TableProcessor, takeWhole, type Tables } from '#processors';
import { openDatabase, prepared, type Database } from '#sqlite';
import { aLog, type ALog } from '#test/a-log';
import { caseReceived, noteAdded } from '#test/case-events';
import { randomUUID } from 'node:crypto';

/** A view that counts the notes of each case, and stumbles over a text that says so. */
const noteCounts = (poison?: string): Tables => ({
  name: 'note-counts',
  version: 1,
  tables: ['notes'],
  schema: 'CREATE TABLE notes (stream TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT',
  on: {
    NoteAdded: (db, event) => {
      const upsert = 'INSERT INTO notes VALUES (?, 1) ON CONFLICT DO UPDATE SET count = count + 1';
      prepared<[string]>(db, upsert).run(event.stream);
      if (event.id === poison) throw new Error('poison');
    },
  },
});

const counts = (db: Database) =>
  Object.fromEntries(
    db
      .prepare<[], { stream: string; count: number }>('SELECT * FROM notes')
      .all()
      .map(({ stream, count }) => [stream, count]),
  );

describe('following the log', () => {
  let on: ALog;

  beforeEach(async () => void (on = await aLog()));
  afterEach(() => on.close());

  const open = (name = 'view.db', poison?: string) => {
    const db = openDatabase(join(on.folder, name), { synchronous: 'NORMAL' });
    return { db, processor: new TableProcessor(db, noteCounts(poison)) };
  };

  /** A case with so many notes. */
  const aCase = async (notes: number): Promise<Recorded[]> => {
    const caseId = randomUUID();
    const stream = `case-${caseId}`;
    const events = [caseReceived({ caseId }), ...Array.from({ length: notes }, () => noteAdded())];
    await on.log.append(stream, 'no-stream', events, {
      actor: 'a',
      commandId: randomUUID(),
      correlationId: caseId,
      recordedAt: '2026-11-26T09:00:00.000Z',
    });
    return collect(on.log.read(stream));
  };

  const follow = async (processor: TableProcessor): Promise<() => Promise<void>> => {
    const ending = new AbortController();
    const feed = await Feed.open(on.log, ending.signal, (error) => {
      throw error;
    });
    const follower = new Follower(feed, processor, ending.signal);
    const running = follower.run();
    const head = await on.log.head();
    if (head !== 'empty') await follower.reached(head, 60_000);
    return async () => {
      ending.abort();
      await running;
    };
  };

  it('holds no more of long texts in memory than of short ones, and hands all of them on in order', async () => {
    const ending = new AbortController();
    const feed = await Feed.open(on.log, ending.signal, (error) => {
      throw error;
    });
    const caseId = randomUUID();
    const context = { actor: 'a', commandId: randomUUID(), correlationId: caseId, recordedAt: '2026-11-26T09:00:00.000Z' };
    const [stream, long] = [`case-${caseId}`, Array.from({ length: 25 }, () => noteAdded({ text: 'å'.repeat(10_000) }))];
    let { revision } = await on.log.append(stream, 'no-stream', [caseReceived({ caseId })], context);
    for (let turn = 0; turn < 40; turn++) ({ revision } = await on.log.append(stream, revision, long, context));
    const seen: number[] = [];
    for await (const page of feed.after('start')) {
      if (page !== 'caught-up') seen.push(...page.filter((event) => event.stream === stream).map((event) => event.revision));
      if (seen.at(-1) === revision) break;
    }
    ending.abort();
    expect(seen).toEqual(Array.from({ length: 1_001 }, (_, number) => number));
    expect(feed.held).toBeLessThanOrEqual(20_000_000);
    expect(feed.held).toBeGreaterThan(5_000_000);
  });

  it('takes what was there before and what comes while it runs, each once', async () => {
    const before = await aCase(3);
    const { db, processor } = open();
    const end = await follow(processor);
    const later = await aCase(2);
    while (counts(db)[later[0]!.stream] !== 2) await new Promise((resolve) => setTimeout(resolve, 5));
    await end();
    expect(counts(db)).toEqual({ [before[0]!.stream]: 3, [later[0]!.stream]: 2 });
  });

  it('lets events gather when it need not hurry, and hurries when somebody waits for it', async () => {
    const ending = new AbortController();
    const feed = await Feed.open(on.log, ending.signal, (error) => {
      throw error;
    });
    const pages: number[] = [];
    const { processor } = open();
    const take = processor.take.bind(processor);
    processor.take = (events, logId) => {
      pages.push(events.length);
      return take(events, logId);
    };
    const forEver = 100_000;
    const follower = new Follower(feed, processor, ending.signal, forEver);
    const running = follower.run();
    const reach = async () => follower.reached((await on.log.head()) as Recorded['position'], 60_000);
    await aCase(1);
    expect(await reach()).toBe(true);
    const before = pages.length;
    for (let number = 0; number < 20; number++) await aCase(1);
    expect(await reach()).toBe(true);
    const gathered = pages.slice(before);
    expect(gathered.length).toBeLessThanOrEqual(5);
    expect(gathered.reduce((sum, page) => sum + page, 0)).toBe(40);
    ending.abort();
    await reach();
    await running;
  });

  it('makes what has read nothing anew in one reading, and nobody who waits for a turn waits for all of it', async () => {
    for (let number = 0; number < 11; number++) await aCase(200); // three pages
    const [first, second, ahead] = [open('first.db'), open('second.db'), open('ahead.db')];
    await (
      await follow(ahead.processor)
    )();
    const read: number[] = [];
    const take = first.processor.take.bind(first.processor);
    let turns = 0;
    first.processor.take = (events, logId) => {
      read.push(turns);
      setImmediate(() => (turns += 1));
      return take(events, logId);
    };
    ahead.processor.take = () => read.push(Infinity) > 0;
    await makeAnew(on.log, [first.processor, second.processor, ahead.processor], new AbortController().signal);
    expect(read).toEqual([0, 1, 2]);
    expect([counts(first.db), counts(second.db)]).toEqual([counts(ahead.db), counts(ahead.db)]);
  });

  it('leaves to its follower whoever cannot be made anew with the others', async () => {
    await aCase(3);
    const [stuck, sound] = [open('stuck.db'), open('sound.db')];
    stuck.processor.take = () => {
      throw new Error('its file is in trouble');
    };
    await makeAnew(on.log, [stuck.processor, sound.processor], new AbortController().signal);
    expect([Object.values(counts(stuck.db)), Object.values(counts(sound.db))]).toEqual([[], [3]]);
  });

  it('goes on from its checkpoint after a restart', async () => {
    await aCase(3);
    const first = open();
    await (
      await follow(first.processor)
    )();
    first.db.close();
    const more = await aCase(1);
    const second = open();
    await (
      await follow(second.processor)
    )();
    expect(Object.values(counts(second.db)).sort()).toEqual([1, 3]);
    expect(counts(second.db)[more[0]!.stream]).toBe(1);
  });

  it('sets aside what it cannot process, with what comes after it in that stream, and goes on with others', async () => {
    const poisoned = await aCase(3);
    const sound = await aCase(2);
    const { db, processor } = open('poison.db', poisoned[2]!.id);
    await (
      await follow(processor)
    )();
    expect(counts(db)).toEqual({ [poisoned[0]!.stream]: 1, [sound[0]!.stream]: 2 });
    expect(processor.deadLetters().map(({ eventId, cause }) => [eventId, cause])).toEqual([
      [poisoned[2]!.id, 'poison'],
      [poisoned[3]!.id, 'waits behind an earlier one'],
    ]);
  });

  it('stops at what it cannot process where all of it is needed, also behind what was set aside before', async () => {
    const poisoned = await aCase(2);
    const sound = await aCase(1);
    const { processor } = open('whole.db', poisoned[1]!.id);
    const stopped = new NotWhole(`note-counts: ${poisoned[0]!.stream}@1 (NoteAdded): poison`);
    expect(() => takeWhole(processor, poisoned, on.log.id)).toThrow(stopped);
    expect(() => takeWhole(processor, sound, on.log.id)).toThrow(stopped);
  });

  it('stops where another process writes the same rows and all of them are needed', async () => {
    const events = await aCase(2);
    const [slow, quick] = [open('shared.db'), open('shared.db')];
    quick.processor.take(events, on.log.id);
    expect(() => takeWhole(slow.processor, events, on.log.id)).toThrow(NotWhole);
  });

  it('begins anew where its checkpoint belongs to another log', async () => {
    await aCase(3);
    const { db, processor } = open();
    await (
      await follow(processor)
    )();
    const another = await aLog();
    const caseId = randomUUID();
    await another.log.append(`case-${caseId}`, 'no-stream', [caseReceived({ caseId }), noteAdded()], {
      actor: 'a',
      commandId: 'c',
      correlationId: caseId,
      recordedAt: '2026-11-26T09:00:00.000Z',
    });
    const ending = new AbortController();
    const feed = await Feed.open(another.log, ending.signal, () => undefined);
    const follower = new Follower(feed, processor, ending.signal);
    const running = follower.run();
    await follower.reached((await another.log.head()) as Exclude<Awaited<ReturnType<EventLog['head']>>, 'empty'>, 60_000);
    ending.abort();
    await running;
    expect(counts(db)).toEqual({ [`case-${caseId}`]: 1 });
    await another.close();
  });

  it('takes each event once where two processes share a file, whichever comes first', async () => {
    const events = await aCase(2);
    const [first, second] = [open(), open()];
    expect([first.processor.checkpoint(), second.processor.checkpoint()]).toEqual([undefined, undefined]);
    expect(first.processor.take(events, on.log.id)).toBe(true);
    expect(second.processor.take(events, on.log.id)).toBe(false);
    expect(second.processor.checkpoint()).toEqual(first.processor.checkpoint());

    const more = await aCase(1);
    expect(second.processor.take(more, on.log.id)).toBe(true);
    expect(first.processor.take(more, on.log.id)).toBe(false);
    expect(Object.values(counts(first.db)).sort()).toEqual([1, 2]);
    expect(first.processor.deadLetters()).toEqual([]);
  });

  it('writes nothing where another process has moved the checkpoint meanwhile', async () => {
    const events = await aCase(2);
    const { db, processor } = open();
    const moveMeanwhile: Tables = {
      ...noteCounts(),
      on: {
        NoteAdded: (file, event) => {
          noteCounts().on['NoteAdded']!(file, event);
          file.prepare("INSERT INTO checkpoint VALUES (1, 'l', 'sqlite:1', 'theirs') ON CONFLICT DO NOTHING").run();
        },
      },
    };
    expect(new TableProcessor(db, moveMeanwhile).take(events, on.log.id)).toBe(false);
    expect([counts(db), processor.checkpoint()]).toEqual([{}, undefined]);
  });
});

async function collect(events: AsyncIterable<Recorded>): Promise<Recorded[]> {
  const all: Recorded[] = [];
  for await (const event of events) all.push(event);
  return all;
}
