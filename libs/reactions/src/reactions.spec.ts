import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CaseEvent, Personal } from '#cases';
import { CaseCommands } from '#commands';
import type { Recorded } from '#event-log';
import { Feed, Follower } from '#processors';
import { diaryNumbers, noticeRequests, Reaction, type ReactionDefinition } from '#reactions';
import { openDatabase } from '#sqlite';
import { aLog, type ALog } from '#test/a-log';
import * as facts from '#test/case-events';
import { eventually } from '#test/eventually';
import { desks } from '#test/notices';
import { noticeKinds } from '#notices';

const at = '2026-11-26T09:00:00.000Z';

describe('a reaction', () => {
  let on: ALog;
  const ending: (() => Promise<void>)[] = [];

  beforeEach(async () => void (on = await aLog()));
  afterEach(async () => {
    for (const end of ending.splice(0)) await end();
    await on.close();
  });

  const append = (
    stream: string,
    expected: number | 'no-stream',
    events: readonly { type: string; data: object }[],
    correlationId: string,
  ) => on.log.append(stream, expected, events, { actor: 'a', commandId: randomUUID(), correlationId, recordedAt: at });

  const aCase = async (later: CaseEvent[] = [facts.caseRouted({ board: 'TN' })]): Promise<string> => {
    const caseId = randomUUID();
    await append(`case-${caseId}`, 'no-stream', [facts.caseReceived({ caseId }), ...later], caseId);
    return caseId;
  };

  const introduceNotices = () =>
    append(
      'notice-kinds',
      'no-stream',
      noticeKinds.map((kind) => ({ type: 'NoticeKindIntroduced', data: { kind } })),
      randomUUID(),
    );

  const run = async (name: string, definition: ReactionDefinition, mayBegin = () => true): Promise<Reaction> => {
    const stop = new AbortController();
    const reaction = new Reaction(openDatabase(join(on.folder, name), { synchronous: 'NORMAL' }), definition, { mayBegin });
    const feed = await Feed.open(on.log, stop.signal, (error) => {
      throw error;
    });
    const running = new Follower(feed, reaction, stop.signal).run();
    ending.push(async () => {
      await reaction.stop();
      stop.abort();
      await running;
    });
    return reaction;
  };

  const diary = () =>
    diaryNumbers({ log: on.log, cases: new CaseCommands(on.log, () => Promise.resolve()), prefixOf: (board) => board, now: () => at });

  const notices = () =>
    noticeRequests({
      log: on.log,
      desks: () => desks,
      now: () => at,
      open: (value: Personal) => (typeof value === 'string' ? value : String(on.keys.open(value).valueOf())),
    });

  const everything = async (): Promise<Recorded[]> => {
    const all: Recorded[] = [];
    const stop = new AbortController();
    for await (const event of on.log.follow('start', { signal: stop.signal })) {
      if (event === 'caught-up') break;
      all.push(event);
    }
    return all;
  };
  const ofType = async (type: string) => (await everything()).filter((event) => event.type === type);
  const numbers = async () => (await ofType('CaseRegistered')).map(({ data }) => (data as { diaryNumber: string }).diaryNumber).sort();

  it('numbers every case, each number once, however many processes do it', async () => {
    await Promise.all(Array.from({ length: 20 }, () => aCase()));
    await run('one.db', diary());
    await run('other.db', diary());
    await Promise.all(Array.from({ length: 20 }, () => aCase()));
    await eventually(async () => (await numbers()).length === 40);
    const expected = Array.from({ length: 40 }, (_case, index) => `TN 2026/${index + 1}`).sort();
    expect(await numbers()).toEqual(expected);
    expect(await ofType('DiaryNumberGiven')).toHaveLength(40);
  });

  it('pays nothing while it may not begin, and all by itself when it may', async () => {
    let [may, asked] = [false, 0];
    await aCase();
    const reaction = await run('one.db', diary(), () => {
      asked += 1;
      return may;
    });
    await eventually(() => Promise.resolve(asked > 1));
    expect([reaction.owed(), await numbers()]).toEqual([1, []]);
    may = true;
    await eventually(async () => (await numbers()).length === 1);
  });

  it('adds a number after a transfer, and owes none when the case comes back', async () => {
    const caseId = await aCase();
    const reaction = await run('one.db', diary());
    await eventually(async () => (await numbers()).length === 1);
    const move = [
      facts.transferSent({ from: 'TN', to: 'MBN' }),
      facts.transferAccepted({ from: 'TN', to: 'MBN' }),
      facts.transferSent({ from: 'MBN', to: 'TN' }),
      facts.transferAccepted({ from: 'MBN', to: 'TN' }),
    ];
    await append(`case-${caseId}`, 2, move, caseId);
    await eventually(async () => (await numbers()).length === 2 && reaction.owed() === 0);
    expect(await numbers()).toEqual(['MBN 2026/1', 'TN 2026/1']);
  });

  it('adds a number in the diary of the board that has succeeded, and asks for no mail', async () => {
    await introduceNotices();
    const caseId = await aCase([facts.caseRouted({ board: 'TN' }), facts.boardSucceeded(), facts.transferSent({ from: 'SBN', to: 'MBN' })]);
    await append(`case-${caseId}`, 3, [facts.transferRedirected({ from: 'MBN', to: 'SON' })], caseId);
    const [given, asked] = [await run('one.db', diary()), await run('notices.db', notices())];
    await eventually(async () => (await numbers()).length === 2 && given.owed() + asked.owed() === 0);
    expect(await numbers()).toEqual(['SBN 2026/1', 'TN 2026/1']);
    expect((await ofType('NoticeRequested')).map(({ data }) => (data as { kind: string }).kind)).toEqual(['acknowledgement']);
  });

  it('requests the notice of an event once, also when its file was deleted', async () => {
    await introduceNotices();
    await aCase();
    await run('one.db', notices());
    await eventually(async () => (await ofType('NoticeRequested')).length === 1);
    const again = await run('again.db', notices());
    await aCase();
    await eventually(async () => (await ofType('NoticeRequested')).length === 2 && again.owed() === 0);
    expect(await ofType('NoticeRequested')).toHaveLength(2);
  });

  it('tells nobody of what happened before a kind of notice was introduced', async () => {
    await aCase();
    await on.log.append('notice-kinds', 'no-stream', [{ type: 'NoticeKindIntroduced', data: { kind: 'acknowledgement' } }], {
      actor: 'a',
      commandId: randomUUID(),
      correlationId: randomUUID(),
      recordedAt: '2026-11-26T10:00:00.000Z',
    });
    const reaction = await run('one.db', notices());
    await eventually(() => reaction.checkpoint() !== undefined && reaction.owed() === 0);
    expect(await ofType('NoticeRequested')).toEqual([]);
  });
});
