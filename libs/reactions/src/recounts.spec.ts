import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { CaseEvent } from '#cases';
import { CaseCommands, headOf } from '#commands';
import type { NewEvent } from '#event-log';
import { calendarOf, evolveOrganisation, publishedFor, type Organisation, type OrganisationEvent } from '#organisation';
import { Feed, Follower } from '#processors';
import { Reaction, recounts } from '#reactions';
import { openDatabase } from '#sqlite';
import { aLog, type ALog } from '#test/a-log';
import * as facts from '#test/case-events';
import { regionGotland } from '#test/region-gotland';

const at = '2026-11-27T09:00:00.000Z';
const { version: calendar } = calendarOf(regionGotland());
const policy = regionGotland().policies.get('gotland')![0]!;

describe('what was put right', () => {
  let on: ALog;
  let organisation: Organisation;
  let cases: string[];
  let end: () => Promise<void>;

  beforeEach(async () => {
    on = await aLog();
    organisation = regionGotland();
    cases = [];
    await append('policy-gotland', [{ type: 'PolicyPublished', data: { code: 'gotland', versions: [policy] } }], randomUUID());
    await append('calendar-se', [{ type: 'CalendarPublished', data: publishedFor(organisation, 2026)! }], randomUUID());
    end = await react();
  });
  afterEach(async () => {
    await end();
    await on.close();
  });

  const append = async (stream: string, events: readonly NewEvent[], correlationId: string): Promise<void> => {
    const context = { actor: 'a', commandId: randomUUID(), correlationId, recordedAt: at };
    await on.log.append(stream, await headOf(on.log, stream), events, context);
  };
  const tell = async (event: OrganisationEvent): Promise<void> => {
    organisation = evolveOrganisation(organisation, event);
    await append(event.type === 'PolicyPublished' ? 'policy-gotland' : 'calendar-se', [event], randomUUID());
  };

  async function react(): Promise<() => Promise<void>> {
    const stop = new AbortController();
    const commands = new CaseCommands(on.log, () => Promise.resolve());
    const definition = recounts({
      log: on.log,
      cases: commands,
      organisation: () => Promise.resolve(organisation),
      openCases: () => Promise.resolve(cases),
      now: () => at,
    });
    reaction = new Reaction(openDatabase(join(on.folder, `${randomUUID()}.db`), { synchronous: 'NORMAL' }), definition);
    const feed = await Feed.open(on.log, stop.signal, (error) => {
      throw error;
    });
    follower = new Follower(feed, reaction, stop.signal);
    const running = follower.run();
    return async () => {
      await reaction.stop();
      stop.abort();
      await running;
    };
  }
  let reaction: Reaction;
  let follower: Follower;

  const settled = async (): Promise<void> => {
    do {
      const head = await on.log.head();
      if (head !== 'empty') await follower.reached(head, Infinity);
      await new Promise((resolve) => setTimeout(resolve, 5));
    } while (reaction.owed() > 0);
  };

  /** Received on 2026-11-26; an answer is promised by 2026-12-10. */
  const aCase = async (...later: CaseEvent[]): Promise<string> => {
    const caseId = randomUUID();
    cases.push(caseId);
    const promised = facts.promiseMade({ calendar });
    await append(`case-${caseId}`, [facts.caseReceived({ caseId }), facts.caseRouted({ board: 'TN' }), promised, ...later], caseId);
    return caseId;
  };
  const recounted = async (caseId: string) => {
    await settled();
    const found = [];
    for await (const { type, data } of on.log.read(`case-${caseId}`)) if (type === 'PromiseRecounted') found.push(data);
    return found;
  };

  it('in a version of the policy moves the dates that were counted by it, in the submitter’s favour', async () => {
    const [touched, closed] = [await aCase(), await aCase(facts.answerGiven(), facts.caseClosed())];
    await tell({ type: 'PolicyPublished', data: { code: 'gotland', versions: [{ ...policy, answer: { ...policy.answer!, count: 7 } }] } });
    expect(await recounted(touched)).toMatchObject([{ cause: 'policy', before: '2026-12-10', computed: '2026-12-03', due: '2026-12-03' }]);
    expect(await recounted(closed)).toEqual([]);
  });

  it('to a later date is told, and the date stands', async () => {
    const touched = await aCase();
    await tell({ type: 'PolicyPublished', data: { code: 'gotland', versions: [{ ...policy, answer: { ...policy.answer!, count: 21 } }] } });
    expect(await recounted(touched)).toMatchObject([{ before: '2026-12-10', computed: '2026-12-17', due: '2026-12-10' }]);
  });

  it('is not what a new version of the policy says', async () => {
    const other = { ...policy, version: 2, validFrom: '2027-01-01', answer: { ...policy.answer!, count: 7 } };
    const untouched = await aCase();
    await tell({ type: 'PolicyPublished', data: { code: 'gotland', versions: [{ ...policy, validTo: '2026-12-31' }, other] } });
    expect(await recounted(untouched)).toEqual([]);
  });

  it('in the calendar counts again what was counted with it', async () => {
    const touched = await aCase();
    const year = publishedFor(organisation, 2026)!;
    const closed = { date: '2026-12-10', name: 'Stängt för flytt', kind: 'local' } as const;
    await tell({ type: 'CalendarPublished', data: { ...year, holidays: [...year.holidays, closed] } });
    expect(await recounted(touched)).toMatchObject([
      { cause: 'calendar', before: '2026-12-10', computed: '2026-12-11', due: '2026-12-10', counted: { calendar: `${calendar}+1` } },
    ]);
  });

  it('in a day of receipt counts that case again, and no other', async () => {
    const [touched, other] = [await aCase(), await aCase()];
    await append(`case-${touched}`, [facts.receiptDateCorrected({ from: '2026-11-26', to: '2026-11-24' })], touched);
    expect(await recounted(touched)).toMatchObject([
      { cause: 'receipt-date', before: '2026-12-10', computed: '2026-12-08', due: '2026-12-08' },
    ]);
    expect(await recounted(other)).toEqual([]);
  });

  it('is counted once, also where everything is read again', async () => {
    const touched = await aCase();
    await tell({ type: 'PolicyPublished', data: { code: 'gotland', versions: [{ ...policy, answer: { ...policy.answer!, count: 7 } }] } });
    expect(await recounted(touched)).toHaveLength(1);
    await end();
    end = await react();
    expect(await recounted(touched)).toHaveLength(1);
  });
});
