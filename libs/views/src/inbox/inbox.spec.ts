import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CaseEvent, Reach } from '#cases';
import type { Recorded } from '#event-log';
import { TableProcessor } from '#processors';
import { openDatabase, type Database } from '#sqlite';
import { aLog, type ALog } from '#test/a-log';
import * as facts from '#test/case-events';
import { inbox, listCases, type InboxFilter } from '#views';

const everything: Reach = { boards: ['RS', 'TN', 'MBN', 'SON'], triageOf: ['RS'], anyTriage: false, others: 'whole' };
const openOnly: Reach = { boards: [], triageOf: [], anyTriage: false, others: 'whole' };

describe('the inbox', () => {
  let on: ALog;
  let db: Database;
  let processor: TableProcessor;

  beforeEach(async () => {
    on = await aLog();
    db = openDatabase(join(on.folder, 'inbox.db'), { synchronous: 'NORMAL' });
    processor = new TableProcessor(db, inbox());
  });
  afterEach(async () => {
    db.close();
    await on.close();
  });

  /** Records a case with these events after its receipt, and lets the view take them. */
  const aCase = async (later: CaseEvent[], received: Parameters<typeof facts.caseReceived>[0] = {}): Promise<string> => {
    const caseId = randomUUID();
    const stream = `case-${caseId}`;
    const events = [facts.caseReceived({ caseId, ...received }), ...later];
    await on.log.append(stream, 'no-stream', events, {
      actor: 'a',
      commandId: randomUUID(),
      correlationId: caseId,
      recordedAt: '2026-11-26T09:00:00.000Z',
    });
    const recorded: Recorded[] = [];
    for await (const event of on.log.read(stream)) recorded.push(event);
    processor.take(recorded, on.log.id);
    return caseId;
  };
  const list = (filter: Partial<InboxFilter> = {}, reach = everything) => listCases(db, reach, { limit: 50, ...filter });
  const ids = (filter?: Partial<InboxFilter>, reach?: Reach) => list(filter, reach).rows.map(({ caseId }) => caseId);

  const routed = (board: string) => facts.caseRouted({ board });
  const due = (date: string) => facts.promiseMade({ due: date });

  it('shows the cases of one officer, or those that nobody handles, whom it is told so, and only to who sees all of them', async () => {
    const officers = { hanna: randomUUID(), hassan: randomUUID() };
    const of = (officer: string, ...more: CaseEvent[]) => aCase([routed('TN'), facts.caseAssigned({ officer }), ...more]);
    const [hannas, hassans] = [await of(officers.hanna, due('2026-12-10')), await of(officers.hassan, due('2026-12-11'))];
    const nobodys = await aCase([routed('TN'), due('2026-12-12')]);
    const nobodyWho = (officer: string) => officer !== officers.hanna;
    expect(ids({ officer: { is: officers.hanna } })).toEqual([hannas]);
    expect(ids({ officer: { nobodyWho } })).toEqual([hannas, nobodys]);
    expect(ids({ officer: { nobodyWho: () => true } })).toEqual([nobodys]);
    expect(ids({ officer: { nobodyWho }, dueBy: '2026-12-11' })).toEqual([hannas]);
    expect([
      list({ officer: { nobodyWho }, limit: 1 }).total,
      list({ officer: { is: officers.hassan }, dueBy: '2026-12-10' }).total,
    ]).toEqual([2, 0]);
    const outline: Reach = { boards: ['MBN'], triageOf: [], anyTriage: false, others: 'outline' };
    expect([ids({}, outline).length, list({ officer: { nobodyWho } }, outline).total]).toEqual([3, 0]);
    expect(ids({ officer: { is: officers.hassan } })).toEqual([hassans]);
  });

  it('lists the earliest promised date first, and cases without one last', async () => {
    const none = await aCase([routed('TN')]);
    const later = await aCase([routed('TN'), due('2026-12-20')]);
    const sooner = await aCase([routed('TN'), due('2026-12-10')]);
    expect(ids()).toEqual([sooner, later, none]);
  });

  it('filters by board, status, kind and date, and counts what it filters', async () => {
    const mine = await aCase([routed('TN'), due('2026-12-10')], { kind: 'forslag' });
    await aCase([routed('MBN'), due('2026-12-10')], { kind: 'klagomal' });
    const answered = await aCase([routed('TN'), due('2026-12-30'), facts.answerGiven()], { kind: 'klagomal' });
    expect(ids({ boards: ['TN'] })).toEqual([mine, answered]);
    expect(ids({ status: 'answered' })).toEqual([answered]);
    expect(ids({ kind: 'forslag' })).toEqual([mine]);
    expect(ids({ boards: ['TN'], dueBy: '2026-12-15' })).toEqual([mine]);
    expect(list({ boards: ['TN'] }).total).toBe(2);
    expect([list({ boards: ['TN'], dueBy: '2026-12-15' }).total, list({ dueBy: '2026-12-10', limit: 1 }).total]).toEqual([1, 2]);
    const closed = await aCase([routed('TN'), due('2026-12-01'), facts.answerGiven(), facts.caseClosed({ outcome: 'explained' })]);
    expect(ids({ status: 'closed' })).toEqual([closed]);
    expect(ids({ boards: ['TN'], status: 'open' })).toEqual([mine, answered]);
    expect(list({ boards: ['TN'], status: 'open' }).total).toBe(2);
  });

  it('reads the rows of those cases alone that stand on the page', async () => {
    for (const board of ['TN', 'MBN', 'RS']) for (const day of [10, 11, 12]) await aCase([routed(board), due(`2026-12-${day}`)]);
    let read = 0;
    db.function('counted', (row) => (read += 1) && row);
    db.exec(`ALTER TABLE cases RENAME TO stored;
      CREATE VIEW cases AS SELECT case_id, lane, due, counted(row) AS row FROM stored`);
    expect(list({ limit: 2 }).rows).toHaveLength(2);
    expect(read).toBe(2);
  });

  it('pages through everything once, in order', async () => {
    const all = [];
    for (let day = 10; day < 20; day++) all.push(await aCase([routed(day % 2 ? 'TN' : 'MBN'), due(`2026-12-${day}`)]));
    const seen: string[] = [];
    let after: InboxFilter['after'];
    do {
      const page = list({ limit: 3, ...(after && { after }) });
      seen.push(...page.rows.map(({ caseId }) => caseId));
      after = page.next;
    } while (after);
    expect(seen).toEqual(all);
  });

  it('neither lists nor counts what the reader may not see', async () => {
    const secret = await aCase([facts.secretlyClassified(), routed('SON')]);
    const open = await aCase([routed('SON')]);
    expect(ids({}, openOnly)).toEqual([open]);
    expect(list({}, openOnly).total).toBe(1);
    expect(ids({}, { ...openOnly, boards: ['SON'] }).sort()).toEqual([secret, open].sort());
    expect(list({}, { ...openOnly, others: 'nothing' })).toEqual({ rows: [], total: 0, next: undefined });
  });

  it('finds one case, where it is seen and asked for', async () => {
    const one = await aCase([routed('TN'), due('2026-12-10')]);
    const hidden = await aCase([facts.secretlyClassified(), routed('SON')]);
    expect(list({ caseId: one })).toMatchObject({ rows: [{ caseId: one }], total: 1, next: undefined });
    const none = { rows: [], total: 0, next: undefined };
    for (const [filter, reach] of [
      [{ caseId: hidden }, openOnly],
      [{ caseId: null }, everything],
      [{ caseId: one, boards: ['MBN'] }, everything],
      [{ caseId: one, dueBy: '2026-12-09' }, everything],
    ] as const)
      expect(list(filter, reach)).toEqual(none);
  });

  it('shows what is in triage to nobody but those who route it, and other boards’ cases as far as they are seen', async () => {
    const triaged = await aCase([facts.caseSentToTriage({ board: 'RS' })]);
    const closed = await aCase([facts.caseSentToTriage({ board: 'RS' }), facts.caseClosed({ outcome: 'unintelligible' })]);
    const suspected = await aCase([facts.secrecySuspected(), routed('MBN')]);
    const ruledOut = await aCase([facts.secrecySuspected(), routed('MBN'), facts.secrecyRuledOut()]);
    const extents = (reach: Partial<Reach>) =>
      Object.fromEntries(list({}, { ...openOnly, others: 'outline', ...reach }).rows.map(({ caseId, extent }) => [caseId, extent]));
    expect(extents({})).toEqual({ [ruledOut]: 'outline' });
    expect(extents({ boards: ['RS'] })).toEqual({ [ruledOut]: 'outline' });
    expect(extents({ triageOf: ['RS'] })).toEqual({ [triaged]: 'whole', [closed]: 'whole', [ruledOut]: 'outline' });
    expect(extents({ boards: ['MBN'] })).toEqual({ [suspected]: 'whole', [ruledOut]: 'whole' });
  });

  it('shows a secret case to the board that it is offered to, and in triage to who routes', async () => {
    const offered = await aCase([facts.secretlyClassified(), routed('SON'), facts.transferSent({ from: 'SON', to: 'TN' })]);
    const triaged = await aCase([facts.secretlyClassified(), facts.caseSentToTriage({ board: 'RS' })]);
    expect(ids({}, { ...openOnly, boards: ['TN'] })).toEqual([offered]);
    expect(ids({}, { ...openOnly, triageOf: ['RS'] })).toEqual([triaged]);
  });

  it('lists a case under the board that it is offered to as well', async () => {
    const offered = await aCase([routed('MBN'), facts.transferSent({ from: 'MBN', to: 'TN' })]);
    expect([ids({ boards: ['TN'] }), ids({ boards: ['MBN'] }), ids({ boards: ['TN', 'MBN'] })]).toEqual([[offered], [offered], [offered]]);
    expect([ids({ boards: ['SON'] }), ids({ boards: [] })]).toEqual([[], []]);
  });

  it('moves a case to the board that accepts it, without its officer', async () => {
    const caseId = await aCase([
      routed('TN'),
      facts.caseAssigned(),
      facts.transferSent({ from: 'TN', to: 'MBN' }),
      facts.transferAccepted({ from: 'TN', to: 'MBN' }),
    ]);
    expect(list({ boards: ['MBN'] }).rows).toMatchObject([{ caseId, known: { board: 'MBN' } }]);
    expect(list({ boards: ['MBN'] }).rows[0]!.known.officer).toBeUndefined();
    expect(list({ boards: ['TN'] }).total).toBe(0);
  });

  it('is the same whether it took the events one by one or all at once', async () => {
    await aCase([...facts.answered().slice(1), facts.caseReopened()]);
    const all: Recorded[] = [];
    const stop = new AbortController();
    for await (const event of on.log.follow('start', { signal: stop.signal })) {
      if (event === 'caught-up') break;
      all.push(event);
    }
    const again = openDatabase(join(on.folder, 'again.db'), { synchronous: 'NORMAL' });
    const singly = new TableProcessor(again, inbox());
    for (const event of all) singly.take([event], on.log.id);
    const rows = (file: Database) => file.prepare('SELECT case_id, due, row FROM cases ORDER BY case_id').all();
    expect(rows(again)).toEqual(rows(db));
    again.close();
  });
});
