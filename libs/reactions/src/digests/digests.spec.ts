import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseEvent } from '#cases';
import type { NewEvent, Recorded } from '#event-log';
import type { Grant } from '#identity';
import { digestIdOf, noticeIdOf, noticeStream, type DigestValues, type NoticeFacts } from '#notices';
import type { Organisation } from '#organisation';
import { promiseStream } from '#promises';
import type { DigestsAddressed } from '#reactions';
import { aLog, type ALog } from '#test/a-log';
import { aStaff, type AStaff } from '#test/a-staff';
import { aWorker, type AWorker } from '#test/a-worker';
import * as facts from '#test/case-events';
import { exampleOf, objections } from '#test/event-schemas';
import { noticeEvent } from '#test/notice-events';
import { wholeOrganisation } from '#test/whole-organisation';

const counted = { policy: 'gotland', policyVersion: 1, from: '2026-11-26' };
const at = (role: Grant['role'], ...boards: string[]): Grant => ({ role, boards });

describe('the digest', () => {
  let on: ALog;
  let org: Organisation;
  let people: AStaff;
  let now: string;
  let held: boolean;
  let open: AWorker[];
  /** The names under which people were asked for, by their ids. */
  let names: Map<string, string>;

  beforeAll(async () => void (org = await wholeOrganisation()));
  beforeEach(async () => {
    on = await aLog();
    people = aStaff(on);
    open = [];
    names = new Map();
    held = false;
    now = '2026-11-26T09:00:00.000Z';
    await append('notice-kinds', randomUUID(), { type: 'NoticeKindIntroduced', data: { kind: 'digest' } });
  });
  afterEach(async () => {
    for (const worker of open) worker.close();
    await on.close();
  });

  const append = async (stream: string, correlationId: string, ...events: NewEvent[]): Promise<readonly string[]> => {
    const ids = [];
    for await (const { id } of on.log.read(stream)) ids.push(id);
    const context = { actor: 'anna', commandId: randomUUID(), correlationId, recordedAt: now };
    await on.log.append(stream, ids.length === 0 ? 'no-stream' : ids.length - 1, events, context);
    for await (const { id } of on.log.read(stream, { from: ids.length })) ids.push(id);
    return ids;
  };
  const happens = (caseId: string, ...events: CaseEvent[]) => append(`case-${caseId}`, caseId, ...events);
  /** A case with Tekniska nämnden, of which an answer is promised by Thursday 2026-12-10. */
  const aCase = async (officer?: string, due = '2026-12-10', ...more: CaseEvent[]): Promise<string> => {
    const caseId = randomUUID();
    const made = [facts.caseReceived({ caseId, contact: {}, kind: 'klagomal' }), facts.caseRouted({ board: 'TN' })];
    const assigned = officer === undefined ? [] : [facts.caseAssigned({ officer })];
    await happens(caseId, ...made, facts.promiseMade({ due, ...counted }), ...assigned, ...more);
    return caseId;
  };
  const somebody = async (name: string, ...grants: Grant[]): Promise<string> => {
    const personId = await people.somebody(`${name}@region.example`, ...grants);
    names.set(personId, name);
    return personId;
  };
  const worker = (name = 'one', clock = () => now): AWorker => {
    const { log, folder } = on;
    const made = aWorker({ log, folder, name, now: clock, organisation: () => org, staff: people.staff, hold: () => held });
    open.push(made);
    return made;
  };
  /** What comes round is read, and what it asks for is done, until nothing is left. */
  const turn = async (instant: string, ...workers: AWorker[]): Promise<void> => {
    now = instant;
    for (let times = 0; times < 4; times++) for (const one of workers) await one.workOn();
  };

  const everything = async (): Promise<Recorded[]> => {
    const events = [];
    for await (const event of on.log.follow('start', { signal: new AbortController().signal })) {
      if (event === 'caught-up') break;
      events.push(event);
    }
    return events;
  };
  const opened = (value: NoticeFacts['DigestRequested']['to']) => (typeof value === 'string' ? value : String(on.keys.open(value)));
  const digests = async () => {
    const requested = (await everything()).filter(({ type }) => type === 'DigestRequested');
    return requested.map(({ data }) => {
      const { personId, day, to, values } = data as NoticeFacts['DigestRequested'];
      return { name: names.get(personId), day, to: opened(to), values: JSON.parse(opened(values)) as DigestValues };
    });
  };
  /** Who was told of how much on which day, as `2026-12-11 hanna: late 1`. */
  const told = async (): Promise<string[]> =>
    (await digests()).map(({ name, day, values }) => {
      const some = Object.entries(values.groups).filter(([, { lines }]) => lines.length > 0);
      return `${day} ${name}: ${some.map(([group, { lines }]) => `${group} ${lines.length}`).join(', ')}`;
    });
  const mornings = async () =>
    (await everything())
      .filter(({ type }) => type === 'DigestsAddressed')
      .map(({ data }) => data as DigestsAddressed['data'])
      .map(({ day, unreached, over }) => ({ day, unreached: unreached.length, over: over.length }));

  describe('tells', () => {
    it('the officer before the date and after it, then the manager, then the head, each on the morning of the day', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'));
      await somebody('christer', at('manager', 'TN'));
      await somebody('fredrik', at('head', 'TN'));
      await somebody('rut', at('registrar', 'TN'));
      await aCase(hanna);
      const one = worker();
      for (let day = 1; day <= 31; day++) {
        const date = `2026-12-${String(day).padStart(2, '0')}`;
        await turn(`${date}T02:30:00.000Z`, one);
        await turn(`${date}T06:00:00.000Z`, one);
      }
      expect(await told()).toEqual([
        '2026-12-07 hanna: soon 1',
        '2026-12-09 hanna: soon 1',
        '2026-12-11 hanna: late 1',
        '2026-12-15 christer: above 1',
        '2026-12-17 fredrik: above 1',
      ]);
    }, 30_000);

    it('those who may take or assign it, where nobody is assigned, and says so', async () => {
      await somebody('rut', at('registrar', 'TN'));
      await somebody('olle', at('officer', 'RS'));
      await somebody('hanna', at('officer', 'TN'));
      const caseId = await aCase();
      await turn('2026-12-07T06:30:00.000Z', worker());
      const [digest, ...others] = await digests();
      expect(others).toEqual([]);
      expect(digest).toMatchObject({ name: 'hanna', to: 'hanna@region.example', day: '2026-12-07' });
      expect(digest?.values.groups.unassigned?.lines).toEqual([
        {
          reference: 'RG-WD5C-429E-A093',
          link: `https://synpunkter.example/arbete/arenden/${caseId}`,
          what: 'answer',
          due: '2026-12-10',
          workingDays: 3,
          unassigned: true,
        },
      ]);
    });

    it('the registrars of the board that a case is offered to, each working morning until it is answered, and its manager when the date nears', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'));
      await somebody('mia', at('registrar', 'MBN'));
      await somebody('malin', at('manager', 'MBN'));
      await somebody('hedda', at('officer', 'MBN'));
      const caseId = await aCase(hanna, '2026-12-10', facts.transferSent({ from: 'TN', to: 'MBN' }));
      const one = worker();
      for (const day of ['2026-11-27', '2026-11-28', '2026-11-30']) await turn(`${day}T06:30:00.000Z`, one);
      expect(await told()).toEqual(['2026-11-27 mia: offered 1', '2026-11-30 mia: offered 1']);
      await turn('2026-12-07T02:30:00.000Z', one);
      await turn('2026-12-07T06:30:00.000Z', one);
      expect((await told()).slice(2).sort()).toEqual([
        '2026-12-07 hanna: sent 1',
        '2026-12-07 malin: offered 1',
        '2026-12-07 mia: offered 1',
      ]);
      await happens(caseId, facts.transferRecalled({ from: 'TN', to: 'MBN' }));
      await turn('2026-12-08T06:30:00.000Z', one);
      expect((await told()).slice(5)).toEqual([]);
    });

    it('what reaches somebody, however much there is that reaches nobody', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'));
      const taken = { from: 'TN', to: 'MBN' };
      const nobodys = await aCase(undefined, '2026-12-10', facts.transferSent(taken), facts.transferAccepted(taken));
      const promise = (await happens(nobodys, facts.promiseMade({ due: '2026-12-14', ...counted }))).at(-1);
      const reminded = Array.from({ length: 2_500 }, (_, n) => ({
        type: 'PromiseReminded',
        data: { ...exampleOf('PromiseReminded'), promise, due: '2026-12-14', workingDays: n + 1 },
      }));
      await append(promiseStream(nobodys), nobodys, ...reminded);
      await aCase(hanna);
      await turn('2026-12-07T06:30:00.000Z', worker());
      expect(await told()).toEqual(['2026-12-07 hanna: soon 1']);
    });

    it('everything of a person in one mail, the earliest date first, and each promise once', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'), at('manager', 'TN'));
      for (const due of ['2026-12-10', '2026-12-08', '2026-12-11', '2026-12-09']) await aCase(hanna, due);
      await turn('2026-12-11T06:10:00.000Z', worker());
      const [digest, ...others] = await digests();
      expect(others).toEqual([]);
      const dues = Object.entries(digest!.values.groups).map(([group, { lines }]) => [group, ...lines.map(({ due }) => due)]);
      expect(dues).toEqual([
        ['late', '2026-12-09', '2026-12-10'],
        ['above', '2026-12-08'],
        ['soon', '2026-12-11'],
      ]);
    });

    it('the officer on the next morning of an answer that came back, and of a question without reply', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'));
      const contact = { email: 'karin@example.com' };
      const caseId = randomUUID();
      const ids = await happens(
        caseId,
        facts.caseReceived({ caseId, contact }),
        facts.caseRouted({ board: 'TN' }),
        facts.promiseMade({ due: '2026-12-10', ...counted }),
        facts.caseAssigned({ officer: hanna }),
        facts.answerGiven({ by: 'email' }),
      );
      const notice = noticeStream(noticeIdOf(ids.at(-1) ?? '', 'answer'));
      await append(notice, caseId, noticeEvent('NoticeRequested'), noticeEvent('NoticeHandedOver'));
      const asked = await aCase(hanna, '2027-01-08', facts.clarificationAsked({ replyBy: '2026-11-30' }));
      const one = worker();
      await turn('2026-11-27T06:00:00.000Z', one);
      now = '2026-11-27T09:00:00.000Z';
      await append(notice, caseId, noticeEvent('NoticeBounced'));
      for (const day of ['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02']) {
        await turn(`${day}T02:30:00.000Z`, one);
        await turn(`${day}T06:00:00.000Z`, one);
      }
      expect(await told()).toEqual(['2026-11-30 hanna: undelivered 1', '2026-12-01 hanna: unreplied 1']);
      const links = (await digests()).flatMap(({ values }) =>
        Object.values(values.groups).flatMap(({ lines }) => lines.map(({ link }) => link)),
      );
      expect(links.map((link) => link.split('/').at(-1))).toEqual([caseId, asked]);
    });

    it('nothing that the mail of a secret case may not say, and only whom the board is named for', async () => {
      await somebody('camilla', at('manager', 'SON'));
      await somebody('farah', at('head', 'SON'));
      const all = await people.somebody('allt@region.example', { role: 'manager', boards: 'all' });
      names.set(all, 'allt');
      const caseId = randomUUID();
      await happens(
        caseId,
        facts.caseReceived({ caseId, contact: {} }),
        facts.secretlyClassified(),
        facts.caseRouted({ board: 'SON', secrecyArea: true }),
        facts.promiseMade({ due: '2026-12-10', ...counted }),
      );
      await turn('2026-12-15T06:00:00.000Z', worker());
      const [digest, ...others] = await digests();
      expect([digest?.name, others]).toEqual(['camilla', []]);
      const said = JSON.stringify(digest?.values);
      for (const never of ['SON', 'Social', 'IFO', 'klagomal', 'Plogbilen', 'Karin']) expect(said).not.toContain(never);
    });
  });

  describe('is not made', () => {
    it('at night, at the weekend or on a holiday, and is made on the next working morning', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'));
      await aCase(hanna, '2026-12-10');
      await aCase(hanna, '2026-12-23');
      const one = worker();
      await turn('2026-12-11T21:00:00.000Z', one); // woke at ten on Friday evening
      await turn('2026-12-12T09:00:00.000Z', one);
      await turn('2026-12-13T09:00:00.000Z', one);
      expect(await told()).toEqual([]);
      await turn('2026-12-14T06:00:00.000Z', one);
      expect(await told()).toEqual(['2026-12-14 hanna: late 1']);
      await turn('2026-12-24T09:00:00.000Z', one);
      await turn('2026-12-27T09:00:00.000Z', one);
      expect((await told()).filter((line) => line > '2026-12-24')).toEqual([]);
      await turn('2026-12-28T06:00:00.000Z', one);
      expect((await told()).filter((line) => line > '2026-12-24')).toEqual(['2026-12-28 hanna: late 1']);
    });

    it('where nothing was observed, or nobody works', async () => {
      await aCase();
      const one = worker();
      await turn('2026-12-01T06:00:00.000Z', one);
      await turn('2026-12-07T06:00:00.000Z', one);
      expect(await told()).toEqual([]);
      expect(await mornings()).toEqual([{ day: '2026-12-07', unreached: 1, over: 0 }]);
    });

    it('of what was observed before there were digests', async () => {
      await on.close();
      on = await aLog();
      people = aStaff(on);
      await aCase(await somebody('hanna', at('officer', 'TN')));
      const one = worker();
      await turn('2026-12-07T06:00:00.000Z', one);
      await append('notice-kinds', randomUUID(), { type: 'NoticeKindIntroduced', data: { kind: 'digest' } });
      await turn('2026-12-08T06:00:00.000Z', one);
      expect([await told(), one.digests?.unreached()]).toEqual([[], 0]);
      await turn('2026-12-09T06:00:00.000Z', one);
      expect(await told()).toEqual(['2026-12-09 hanna: soon 1']);
    });

    it('of what was done before the morning, nor of a date that is not the one that stands', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'));
      const [answered, delayed] = [await aCase(hanna), await aCase(hanna)];
      const one = worker();
      await turn('2026-12-07T02:30:00.000Z', one);
      now = '2026-12-07T05:30:00.000Z';
      await happens(answered, facts.answerGiven({ by: 'phone' }));
      await happens(delayed, facts.delayNoticeGiven({ replaces: '2026-12-10', due: '2026-12-21' }));
      await turn('2026-12-07T06:00:00.000Z', one);
      expect([await told(), await mornings()]).toEqual([[], [{ day: '2026-12-07', unreached: 0, over: 2 }]]);
    });

    it('while mail is held; afterwards one mail tells all', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'));
      await aCase(hanna, '2026-12-10');
      await aCase(hanna, '2026-12-11');
      const one = worker();
      held = true;
      for (const day of ['07', '08', '09', '10']) await turn(`2026-12-${day}T06:00:00.000Z`, one);
      expect(await told()).toEqual([]);
      held = false;
      await turn('2026-12-10T08:00:00.000Z', one);
      expect(await told()).toEqual(['2026-12-10 hanna: soon 2']);
    });

    it('while the clock is not to be trusted', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'));
      await aCase(hanna);
      let [monotonic, confirmations] = [0, 0];
      const { log, folder } = on;
      const clocks = { now: () => now, monotonic: () => monotonic, confirmations: () => confirmations };
      const one = aWorker({ log, folder, name: 'guarded', organisation: () => org, staff: people.staff, ...clocks });
      open.push(one);
      await turn('2026-12-07T06:00:00.000Z', one);
      expect(await told()).toEqual([]);
      monotonic += 60_000;
      confirmations += 1;
      await turn('2026-12-07T06:01:00.000Z', one);
      expect(await told()).toEqual(['2026-12-07 hanna: soon 1']);
    });
  });

  describe('is made once', () => {
    it('by two workers with different clocks, whoever is faster', async () => {
      const [hanna, hassan] = [await somebody('hanna', at('officer', 'TN')), await somebody('hassan', at('officer', 'TN'))];
      for (const officer of [hanna, hassan, hanna]) await aCase(officer);
      const later = () => new Date(Date.parse(now) + 80 * 60_000).toISOString();
      const [one, two] = [worker('one'), worker('two', later)];
      for (const day of ['07', '08', '09', '10', '11']) {
        // On the 9th the fast clock is the first to see the morning; on the other days both see it at once.
        for (const hour of ['01:50', day === '09' ? '04:50' : '04:30', '06:30', '12:00', '16:30']) {
          now = `2026-12-${day}T${hour}:00.000Z`;
          for (let times = 0; times < 4; times++) await Promise.all([one.workOn(), two.workOn()]);
        }
      }
      expect((await told()).sort()).toEqual([
        '2026-12-07 hanna: soon 2',
        '2026-12-07 hassan: soon 1',
        '2026-12-09 hanna: soon 2',
        '2026-12-09 hassan: soon 1',
        '2026-12-11 hanna: late 2',
        '2026-12-11 hassan: late 1',
      ]);
      expect((await mornings()).map(({ day }) => day)).toEqual(['2026-12-07', '2026-12-09', '2026-12-11']);
      expect([one, two].flatMap((worker) => worker.digests?.deadLetters())).toEqual([]);
    }, 30_000);

    it('by who slept a week, with the right dates', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'), at('manager', 'TN'));
      await aCase(hanna, '2026-12-10');
      await aCase(hanna, '2026-12-18');
      const one = worker();
      await turn('2026-12-08T06:00:00.000Z', one);
      await turn('2026-12-16T10:00:00.000Z', one);
      await turn('2026-12-17T06:00:00.000Z', one);
      const [, after, ...others] = await digests();
      expect(others.map(({ day }) => day)).toEqual(['2026-12-17']);
      expect(after?.day).toBe('2026-12-16');
      expect(after?.values.groups.above?.lines).toMatchObject([{ due: '2026-12-10', workingDays: 4 }]);
      expect(after?.values.groups.soon?.lines).toMatchObject([{ due: '2026-12-18', workingDays: 2 }]);
    });

    it('by one whose file was deleted, and by one that finishes what another began', async () => {
      const [hanna, hassan] = [await somebody('hanna', at('officer', 'TN')), await somebody('hassan', at('officer', 'TN'))];
      await aCase(hanna);
      await aCase(hassan);
      const one = worker('one');
      await turn('2026-12-07T02:30:00.000Z', one);
      now = '2026-12-07T06:00:00.000Z';
      await one.workOn(); // addresses, and dies
      expect([await told(), (await mornings()).length]).toEqual([[], 1]);
      one.close();
      open.pop();
      for (const file of ['due-work-one.db', 'digests-one.db']) rmSync(join(on.folder, file));
      await turn('2026-12-07T06:05:00.000Z', worker('two'));
      await turn('2026-12-07T06:06:00.000Z', worker('one'));
      expect((await told()).sort()).toEqual(['2026-12-07 hanna: soon 1', '2026-12-07 hassan: soon 1']);
    });

    it('also where the morning went by between deciding and doing: the next one tells it, with what is new', async () => {
      const [hanna, hassan] = [await somebody('hanna', at('officer', 'TN')), await somebody('hassan', at('officer', 'TN'))];
      await aCase(hanna, '2026-12-10');
      await aCase(hassan, '2026-12-11');
      const one = worker();
      await turn('2026-12-07T02:30:00.000Z', one);
      now = '2026-12-07T06:00:00.000Z';
      await one.workOn();
      await turn('2026-12-07T21:00:00.000Z', one);
      expect(await told()).toEqual([]);
      await turn('2026-12-08T06:00:00.000Z', one);
      expect((await told()).sort()).toEqual(['2026-12-08 hanna: soon 1', '2026-12-08 hassan: soon 1']);
      await turn('2026-12-09T06:00:00.000Z', one);
      const last = (await everything()).findLast(({ type }) => type === 'DigestsAddressed')?.data as DigestsAddressed['data'];
      expect(last.digests.map(({ personId, tells }) => [names.get(personId), tells.length])).toEqual([['hanna', 1]]);
      expect(last.over).toEqual([]);
    });

    it('for each of several, of whom one was told before the morning went by', async () => {
      const [rut, rune] = [await somebody('rut', at('officer', 'TN')), await somebody('rune', at('officer', 'TN'))];
      await aCase();
      const one = worker();
      await turn('2026-12-07T02:30:00.000Z', one);
      now = '2026-12-07T06:00:00.000Z';
      await one.workOn();
      const requested = noticeEvent('DigestRequested', { noticeId: digestIdOf(rut, '2026-12-07'), personId: rut, day: '2026-12-07' });
      await append(noticeStream(digestIdOf(rut, '2026-12-07')), rut, requested);
      await turn('2026-12-07T21:00:00.000Z', one);
      await turn('2026-12-08T06:00:00.000Z', one);
      expect((await told()).map((line) => line.split(':')[0])).toEqual(['2026-12-07 rut', '2026-12-08 rune']);
      expect(names.get(rune)).toBe('rune');
    });
  });

  describe('reaches', () => {
    it('nobody whose right has ended, nor who has no address; then those who may take the case are told, or it is seen that nobody is', async () => {
      const hanna = await somebody('hanna', at('officer', 'TN'));
      await people.somebody(undefined, at('manager', 'TN'));
      await aCase(hanna);
      await people.happens(hanna, { type: 'RoleRevoked', data: at('officer', 'TN') });
      const one = worker();
      await turn('2026-12-07T06:00:00.000Z', one);
      expect([await told(), one.digests?.unreached()]).toEqual([[], 1]);
      await somebody('rut', at('registrar', 'TN'));
      await somebody('hilda', at('officer', 'TN'));
      await turn('2026-12-08T06:00:00.000Z', one);
      expect([await told(), one.digests?.unreached()]).toEqual([['2026-12-08 hilda: unassigned 1'], 0]);
      await turn('2026-12-15T06:00:00.000Z', one);
      expect((await mornings()).at(-1)).toEqual({ day: '2026-12-15', unreached: 1, over: 0 });
    });

    it('says so once, and forgets it when it was done', async () => {
      const caseId = await aCase();
      const one = worker();
      for (const day of ['07', '08']) await turn(`2026-12-${day}T06:00:00.000Z`, one);
      expect([await mornings(), one.digests?.unreached()]).toEqual([[{ day: '2026-12-07', unreached: 1, over: 0 }], 1]);
      await happens(caseId, facts.answerGiven({ by: 'phone' }));
      await turn('2026-12-09T06:00:00.000Z', one);
      expect(one.digests?.unreached()).toBe(0);
    });
  });

  it('is undecided from its hour on until somebody has seen to it, and never while mail is held', async () => {
    await somebody('hanna', { role: 'officer', boards: ['TN'] });
    await aCase();
    const one = worker();
    await turn('2026-12-10T04:00:00.000Z', one);
    expect(one.digests?.undecided()).toBe(false);
    now = '2026-12-10T07:30:00.000Z';
    expect(one.digests?.undecided()).toBe(true);
    held = true;
    expect(one.digests?.undecided()).toBe(false);
    held = false;
    await turn(now, one);
    expect(one.digests?.undecided()).toBe(false);
  });

  it('keeps addresses sealed: they stand in clear in no file', async () => {
    const hanna = await somebody('hanna.bjork', at('officer', 'TN'));
    await aCase(hanna);
    await turn('2026-12-07T06:00:00.000Z', worker());
    expect(await told()).toHaveLength(1);
    const files = readdirSync(on.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    expect(files.length).toBeGreaterThan(3);
    for (const { parentPath, name } of files) {
      expect(readFileSync(join(parentPath, name)).includes('hanna.bjork@region.example')).toBe(false);
    }
  });

  it('says with its events what their schemas say', async () => {
    await somebody('rut', at('officer', 'TN'));
    await aCase();
    await turn('2026-12-07T06:00:00.000Z', worker());
    const [addressed] = (await everything()).filter(({ type }) => type === 'DigestsAddressed');
    expect(addressed?.stream).toBe('digests-2026-12-07');
    const example = exampleOf('DigestsAddressed');
    expect([objections({ type: 'DigestsAddressed', data: example }), objections(addressed!)]).toEqual([[], []]);
    expect(objections({ type: 'DigestsAddressed', data: { ...example, other: 1 } })).toHaveLength(1);
    const observations = [];
    const { digests: made } = addressed!.data as DigestsAddressed['data'];
    for (const { type, stream, id } of await everything()) if (made[0]?.tells.includes(id)) observations.push([type, stream]);
    expect(observations).toEqual([['PromiseReminded', expect.stringContaining(promiseStream(''))]]);
  });
});
