import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CaseEvent } from '#cases';
import { CaseCommands, headOf } from '#commands';
import type { NewEvent, Recorded } from '#event-log';
import type { Organisation } from '#organisation';
import { TableProcessor } from '#processors';
import { Successions } from '#reactions';
import { openDatabase, type Database } from '#sqlite';
import { aLog, type ALog } from '#test/a-log';
import { aWorker, type AWorker } from '#test/a-worker';
import * as facts from '#test/case-events';
import { wholeOrganisation } from '#test/whole-organisation';
import { inbox, openCasesWith } from '#views';
import { merged } from '#test/reorganised';

const evening = '2026-12-31T21:00:00.000Z';
const beforeThree = '2027-01-01T01:59:00.000Z';
const atThree = '2027-01-01T02:00:00.000Z';
const officer = facts.caseAssigned().data.officer;

describe('the first day of a successor', () => {
  let on: ALog;
  let org: Organisation;
  let now: string;
  let mayHandle: (personId: string) => boolean;
  const open: (AWorker | Database)[] = [];

  beforeEach(async () => {
    on = await aLog();
    org = merged();
    now = evening;
    mayHandle = () => false;
    for (const code of ['TN', 'MBN']) {
      const event = { type: 'BoardPublished', data: { code, versions: org.boards.get(code)! } };
      await append(`board-${code.toLowerCase()}`, randomUUID(), event);
    }
  });
  afterEach(async () => {
    for (const one of open.splice(0)) one.close();
    await on.close();
  });

  const append = async (stream: string, correlationId: string, ...events: NewEvent[]): Promise<void> => {
    const context = { actor: 'anna', commandId: randomUUID(), correlationId, recordedAt: now };
    await on.log.append(stream, await headOf(on.log, stream), events, context);
  };
  const aCase = async (...later: CaseEvent[]): Promise<string> => {
    const caseId = randomUUID();
    const received = [facts.caseReceived({ caseId, contact: {} }), ...later, facts.promiseMade({ due: '2027-01-14' })];
    await append(`case-${caseId}`, caseId, ...received);
    return caseId;
  };
  const withBoard = (board = 'TN') => facts.caseRouted({ board });

  /** A node as far as it matters here: an inbox of its own, and dated work of its own. */
  const worker = (name = 'one', monotonic?: () => number): AWorker => {
    const db = openDatabase(join(on.folder, `inbox-${name}.db`), { synchronous: 'NORMAL' });
    const view = new TableProcessor(db, inbox());
    let at = view.checkpoint()?.position ?? ('start' as const);
    const current = async (): Promise<void> => {
      const page: Recorded[] = [];
      for await (const event of on.log.follow(at, { signal: new AbortController().signal })) {
        if (event === 'caught-up') break;
        page.push(event);
      }
      view.take(page, on.log.id);
      at = page.at(-1)?.position ?? at;
    };
    const successions = new Successions({
      log: on.log,
      cases: new CaseCommands(on.log, () => Promise.resolve()),
      organisation: () => org,
      openCasesWith: (board) => openCasesWith(db, board),
      mayHandle: (personId) => mayHandle(personId),
      now: () => now,
      current,
      giveWay: () => Promise.resolve(),
    });
    const { log, folder } = on;
    const made = aWorker({
      log,
      folder,
      name,
      organisation: () => org,
      now: () => now,
      others: [successions],
      ...(monotonic && { monotonic }),
    });
    open.push(made, db);
    return made;
  };
  const at = async (instant: string, ...workers: AWorker[]): Promise<void> => {
    now = instant;
    await Promise.all(workers.map((one) => one.workOn()));
  };
  const history = async (caseId: string): Promise<Recorded[]> => {
    const events = [];
    for await (const event of on.log.read(`case-${caseId}`)) events.push(event);
    return events;
  };
  const successionsOf = async (caseId: string) =>
    (await history(caseId)).filter(({ type }) => type === 'BoardSucceeded' || type === 'TransferRedirected').map(({ data }) => data);

  it('gives it the open cases of the boards that have ended, from three in the morning, and no others', async () => {
    const one = worker();
    const [mine, hers, other] = [await aCase(withBoard()), await aCase(withBoard('MBN')), await aCase(withBoard('SON'))];
    const closed = await aCase(withBoard(), facts.answerGiven(), facts.caseClosed());
    await at(beforeThree, one);
    expect(await successionsOf(mine)).toEqual([]);
    await at(atThree, one);
    expect(await successionsOf(mine)).toEqual([{ from: 'TN', to: 'SBN', secrecyArea: false }]);
    expect(await successionsOf(hers)).toEqual([{ from: 'MBN', to: 'SBN', secrecyArea: false }]);
    expect([await successionsOf(other), await successionsOf(closed)]).toEqual([[], []]);
    await at(atThree, one);
    expect(one.shift.overdue()).toBe(0);
  });

  it('does so once, whoever of two finds it first, and again on a fresh file', async () => {
    const workers = [worker(), worker('other')];
    const cases = [];
    for (let number = 0; number < 20; number++) cases.push(await aCase(withBoard(number % 2 ? 'TN' : 'MBN')));
    await at(atThree, ...workers);
    await at('2027-01-02T02:00:00.000Z', ...workers, worker('fresh'));
    for (const caseId of cases) expect(await successionsOf(caseId)).toHaveLength(1);
  });

  it('tells which event it follows from, and that nobody but the system did it', async () => {
    const caseId = await aCase(withBoard());
    await at(atThree, worker());
    const told = [];
    for await (const { id } of on.log.read('board-tn')) told.push(id);
    expect((await history(caseId)).at(-1)).toMatchObject({
      type: 'BoardSucceeded',
      metadata: { actor: 'system', causationId: told.at(-1), correlationId: caseId, recordedAt: atThree },
    });
  });

  it('makes up at once for an organisation that is told late', async () => {
    const one = worker();
    const caseId = await aCase(withBoard());
    org = await wholeOrganisation();
    await at('2027-01-05T10:00:00.000Z', one);
    expect(await successionsOf(caseId)).toEqual([]);
    org = merged();
    await at('2027-01-05T10:01:00.000Z', one);
    expect(await successionsOf(caseId)).toHaveLength(1);
  });

  it('finds a case that was given to such a board by who did not know', async () => {
    const one = worker();
    await at(atThree, one);
    const caseId = await aCase(withBoard());
    expect(await successionsOf(caseId)).toEqual([]);
    await at('2027-01-01T02:01:00.000Z', one);
    expect(await successionsOf(caseId)).toHaveLength(1);
  });

  it('leaves the officer who has rights there, and names the one who has not', async () => {
    const one = worker();
    const leaving = await aCase(withBoard(), facts.caseAssigned());
    await at(atThree, one);
    expect(await successionsOf(leaving)).toMatchObject([{ officerLeft: officer }]);
    mayHandle = (personId) => personId === officer;
    const staying = await aCase(withBoard(), facts.caseAssigned());
    await at('2027-01-01T02:01:00.000Z', one);
    expect(await successionsOf(staying)).toEqual([{ from: 'TN', to: 'SBN', secrecyArea: false }]);
  });

  it('takes over what was offered, and what is between the two that have become one', async () => {
    const offered = await aCase(withBoard('SON'), facts.transferSent({ from: 'SON', to: 'MBN' }));
    const between = await aCase(withBoard(), facts.transferSent({ from: 'TN', to: 'MBN' }));
    await at(atThree, worker());
    expect(await successionsOf(offered)).toEqual([{ from: 'MBN', to: 'SBN' }]);
    expect(await successionsOf(between)).toEqual([
      { from: 'TN', to: 'SBN', secrecyArea: false },
      { from: 'MBN', to: 'SBN' },
    ]);
  });

  it('waits until the clock is trusted', async () => {
    let ran = 0;
    const one = worker('one', () => ran);
    const caseId = await aCase(withBoard());
    await at(atThree, one); // five hours by the wall, none by the clock that only runs forward
    expect([await successionsOf(caseId), one.shift.clockTrouble()]).toEqual([[], 'jumped']);
    expect(one.shift.overdue()).toBeGreaterThan(0);
    ran += 1;
    await at(atThree, worker('restarted'));
    expect(await successionsOf(caseId)).toHaveLength(1);
  });

  it('does not stop at a case that cannot be read: the others go on, and the trouble is told', async () => {
    const [broken, sound] = [await aCase(withBoard()), await aCase(withBoard())];
    const read = on.log.read.bind(on.log);
    const spoilt = Object.create(on.log, {
      read: {
        value: async function* (stream: string, ...rest: []) {
          for await (const event of read(stream, ...rest))
            yield stream.endsWith(broken) ? { ...event, unreadable: 'a type from the future' } : event;
        },
      },
    }) as typeof on.log;
    const whole = on.log;
    Object.assign(on, { log: spoilt });
    const one = worker();
    await expect(at(atThree, one)).rejects.toThrow('cannot be read');
    Object.assign(on, { log: whole });
    expect([(await successionsOf(sound)).length, (await successionsOf(broken)).length]).toEqual([1, 0]);
  });
});
