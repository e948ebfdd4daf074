import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseEvent } from '#cases';
import type { NewEvent } from '#event-log';
import { noticeIdOf, noticeStream } from '#notices';
import type { Organisation } from '#organisation';
import { promiseStream } from '#promises';
import { aLog, type ALog } from '#test/a-log';
import { aWorker, type AWorker } from '#test/a-worker';
import * as facts from '#test/case-events';
import { noticeEvent } from '#test/notice-events';
import { wholeOrganisation } from '#test/whole-organisation';

const counted = { policy: 'gotland', policyVersion: 1, from: '2026-11-26' };

describe('dated work', () => {
  let on: ALog;
  let org: Organisation;
  let now: string;
  let open: AWorker[];

  beforeAll(async () => void (org = await wholeOrganisation()));
  beforeEach(async () => {
    on = await aLog();
    open = [];
    now = '2026-11-26T09:00:00.000Z';
  });
  afterEach(async () => {
    for (const worker of open) worker.close();
    await on.close();
  });

  const worker = (name = 'one', clock = () => now): AWorker => {
    const { log, folder } = on;
    const made = aWorker({ log, folder, name, now: clock, organisation: () => org });
    open.push(made);
    return made;
  };
  const append = async (stream: string, caseId: string, ...events: NewEvent[]): Promise<string[]> => {
    const ids = [];
    for await (const { id } of on.log.read(stream)) ids.push(id);
    const context = { actor: 'anna', commandId: randomUUID(), correlationId: caseId, recordedAt: now };
    await on.log.append(stream, ids.length === 0 ? 'no-stream' : ids.length - 1, events, context);
    for await (const { id } of on.log.read(stream, { from: ids.length })) ids.push(id);
    return ids;
  };
  const happens = (caseId: string, ...events: CaseEvent[]) => append(`case-${caseId}`, caseId, ...events);
  /** An answer is promised by 2026-12-10. */
  const aCase = async (more: Parameters<typeof facts.promiseMade>[0] = {}): Promise<string> => {
    const caseId = randomUUID();
    const received = facts.caseReceived({ caseId, contact: {}, kind: 'klagomal' });
    await happens(caseId, received, facts.promiseMade({ due: '2026-12-10', ...counted, ...more }));
    return caseId;
  };
  const answered = (caseId: string) => happens(caseId, facts.answerGiven({ by: 'phone' }));
  /** What was observed, in the order of the log. */
  const observed = async (caseId: string): Promise<string[]> => {
    const seen = [];
    for await (const { type, data } of on.log.read(promiseStream(caseId))) {
      const { on: day, to } = data as { on: string; to?: string };
      seen.push([day, type.replace('Promise', ''), to].filter(Boolean).join(' '));
    }
    return seen;
  };
  const at = async (instant: string, ...workers: AWorker[]): Promise<void> => {
    now = instant;
    for (const one of workers) await one.workOn();
  };

  it('is done when its day has begun, at three in the morning', async () => {
    const [one, caseId] = [worker(), await aCase()];
    await at('2026-12-07T01:59:00.000Z', one);
    expect(await observed(caseId)).toEqual([]);
    await at('2026-12-07T02:00:00.000Z', one);
    expect(await observed(caseId)).toEqual(['2026-12-07 Reminded officer']);
  });

  it('is recorded with its own days, in their order, also by who has slept for weeks', async () => {
    const [one, first, second] = [worker(), await aCase(), await aCase({ due: '2026-12-11' })];
    await at('2027-01-20T09:00:00.000Z', one);
    const all = ['2026-12-11 Missed', '2026-12-11 Escalated officer', '2026-12-15 Escalated manager', '2026-12-17 Escalated head'];
    expect(await observed(first)).toEqual(all);
    const days = [];
    for await (const event of on.log.follow('start', { signal: new AbortController().signal })) {
      if (event === 'caught-up') break;
      if (event.stream.startsWith('promise-')) days.push((event.data as { on: string }).on);
    }
    expect(days).toEqual([...days].sort());
    expect(await observed(second)).toHaveLength(4);
  });

  it('is done once by two, whoever is faster, and by one whose file was deleted', async () => {
    const [one, two, caseId] = [worker('one'), worker('two'), await aCase()];
    now = '2026-12-11T02:00:00.000Z';
    await Promise.all([one.follow(), two.follow()]);
    await Promise.all([one.workOn(), two.workOn()]);
    await at('2026-12-12T09:00:00.000Z', two, one);
    two.close();
    open.pop();
    rmSync(join(on.folder, 'due-work-two.db'));
    await at('2026-12-18T09:00:00.000Z', worker('two'), one);
    expect(await observed(caseId)).toEqual([
      '2026-12-11 Missed',
      '2026-12-11 Escalated officer',
      '2026-12-15 Escalated manager',
      '2026-12-17 Escalated head',
    ]);
  });

  it('is not done for what was answered in time, and begins when the mail of it comes back', async () => {
    const one = worker();
    const caseId = randomUUID();
    await happens(caseId, facts.caseReceived({ caseId }), facts.promiseMade({ due: '2026-12-10', ...counted }));
    now = '2026-12-01T09:00:00.000Z';
    const ids = await happens(caseId, facts.answerGiven({ by: 'email' }));
    const notice = noticeStream(noticeIdOf(ids.at(-1) ?? '', 'answer'));
    await append(notice, caseId, noticeEvent('NoticeRequested'), noticeEvent('NoticeHandedOver'));
    await at('2026-12-14T09:00:00.000Z', one);
    expect(await observed(caseId)).toEqual([]);
    await append(notice, caseId, noticeEvent('NoticeBounced'));
    await at('2026-12-14T10:00:00.000Z', one);
    expect(await observed(caseId)).toEqual(['2026-12-11 Missed', '2026-12-11 Escalated officer', '2026-12-14 Undelivered officer']);
  });

  it('follows the date: a case that is taken up again has other days', async () => {
    const [one, caseId] = [worker(), await aCase()];
    now = '2026-12-01T09:00:00.000Z';
    await answered(caseId);
    await happens(caseId, facts.caseReopened(), facts.promiseMade({ due: '2026-12-18', ...counted, from: '2026-12-01' }));
    await at('2026-12-15T09:00:00.000Z', one);
    expect(await observed(caseId)).toEqual(['2026-12-15 Reminded officer']);
  });

  it('is not made up for where it should have been done before there was any', async () => {
    const [one, caseId] = [worker(), await aCase()];
    now = '2026-12-15T09:00:00.000Z';
    await append('dated-work', randomUUID(), { type: 'DatedWorkBegun', data: {} });
    await at('2026-12-31T09:00:00.000Z', one);
    expect(await observed(caseId)).toEqual(['2026-12-15 Escalated manager', '2026-12-17 Escalated head']);
  });

  it('follows a policy that is put right', async () => {
    const [one, caseId] = [worker(), await aCase()];
    await at('2026-12-01T09:00:00.000Z', one);
    const before = org;
    const [policy] = org.policies.get('gotland') ?? [];
    org = { ...org, policies: new Map([['gotland', [{ ...policy!, reminders: [5] }]]]) };
    await at('2026-12-03T09:00:00.000Z', one);
    org = before;
    expect(await observed(caseId)).toEqual(['2026-12-03 Reminded officer']);
  });

  it('waits where the calendar is not published so far', async () => {
    const [one, caseId] = [worker(), await aCase({ due: '2061-01-10' })];
    await at('2026-12-03T09:00:00.000Z', one);
    expect(await observed(caseId)).toEqual([]);
    expect(one.shift.overdue()).toBe(0);
  });

  it('stops while the clock is not to be trusted, and goes on when a person has confirmed it', async () => {
    let [monotonic, confirmations] = [0, 0];
    const { log, folder } = on;
    const clocks = { now: () => now, monotonic: () => monotonic, confirmations: () => confirmations };
    const one = aWorker({ log, folder, name: 'guarded', organisation: () => org, ...clocks });
    open.push(one);
    const caseId = await aCase();
    await at('2026-12-31T09:00:00.000Z', one);
    expect(one.shift.clockTrouble()).toBe('jumped');
    expect(await observed(caseId)).toEqual([]);
    monotonic += 60_000;
    confirmations += 1;
    await one.workOn();
    expect(one.shift.clockTrouble()).toBeUndefined();
    expect(await observed(caseId)).toHaveLength(4);
  });
});
