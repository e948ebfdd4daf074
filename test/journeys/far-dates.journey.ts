import { randomUUID } from 'node:crypto';
import type { CaseEvent } from '#cases';
import { referenceOf } from '#identity';
import { localDate } from '#promises';
import { aVisitor } from '#test/a-visitor';
import type { AnApi } from '#test/an-api';
import { anAuthority, listOf, type ListedCase, type Receipt } from '#test/an-authority';
import * as facts from '#test/case-events';
import { eventually } from '#test/eventually';
import { withLog } from '#test/stopped-log';

const authority = anAuthority();
const roads = { category: 'GATA.SNOROJNING' };
/** Days that were taken before there was a rule for them. */
const farDays = ['9999-12-31', '2206-12-10', '2060-12-25', '1900-01-01', '0001-01-01'];
const at = new Date().toISOString();

let officer: AnApi;
let receipts: readonly Receipt[];
let cases: readonly ListedCase[];

/** Writes into the log of the server, while it does not run, what an earlier program took. */
async function written(entries: readonly (readonly [caseId: string, ...CaseEvent[]])[]): Promise<void> {
  await authority.server.stop();
  await withLog(authority.server.dataFolder, async (log) => {
    for (const [caseId, ...events] of entries) {
      let head: number | 'no-stream' = 'no-stream';
      for await (const { revision } of log.read(`case-${caseId}`)) head = revision;
      const context = { actor: 'console', commandId: randomUUID(), correlationId: caseId, recordedAt: new Date().toISOString() };
      await log.append(`case-${caseId}`, head, events, context);
    }
  });
  await authority.server.start();
}

/** A case that is said to have come on a day, with the promise that was counted from it. */
function receivedOn(day: string): [string, ...CaseEvent[]] {
  const caseId = randomUUID();
  const received = facts.caseReceived({ caseId, reference: referenceOf(caseId, 'RG'), receivedDate: day, contact: {} });
  return [caseId, received, facts.caseClassified(), facts.caseRouted({ board: 'TN' }), facts.promiseMade({ from: day, due: day })];
}

const farReceived = farDays.map(receivedOn);

beforeAll(async () => {
  officer = await authority.as('hanna.handlaggare-tn');
  receipts = await Promise.all([authority.submit(roads), ...farDays.map(() => authority.submit(roads))]);
  cases = await Promise.all(receipts.map((receipt) => authority.caseOf(officer, receipt)));
  const [, ...touched] = cases;
  const touching = touched.map(({ caseId }, index): [string, ...CaseEvent[]] => {
    const due = farDays[index] ?? '';
    return [caseId, facts.actionPlanned({ due }), facts.clarificationAsked({ replyBy: due })];
  });
  await written([...touching, ...farReceived]);
  await eventually(async () => (await listOf(officer)).length === cases.length + farReceived.length);
});

const answerPromise = async ({ caseId }: Pick<ListedCase, 'caseId'>) => {
  const { body } = await officer.get(`/cases/${caseId}/promises`);
  return (body.promises as { what: string; due: string; state: string }[]).find(({ what }) => what === 'answer');
};

it('leaves the other promises of its case as they stand in one without it', async () => {
  const [untouched, ...touched] = cases;
  const expected = untouched && (await answerPromise(untouched));
  expect(expected).toMatchObject({ what: 'answer', due: expect.stringMatching(/^20/) });
  for (const one of touched) expect(await answerPromise(one)).toMatchObject({ due: expected?.due, state: expected?.state });
});

it('stands on every page and in every answer that shows its case, and breaks none', async () => {
  const visitor = aVisitor(authority.server);
  await (await visitor.open('/arbete')).send({ person: 'hanna.handlaggare-tn' });
  const ids = [...cases.map(({ caseId }) => caseId), ...farReceived.map(([caseId]) => caseId)];
  for (const caseId of ids) {
    for (const path of ['', '/history', '/promises'])
      expect([caseId, path, (await officer.get(`/cases/${caseId}${path}`)).status]).toEqual([caseId, path, 200]);
    expect([caseId, (await visitor.open(`/arbete/arenden/${caseId}`)).status]).toEqual([caseId, 200]);
  }
  for (const path of ['/arbete', '/en/arbete', `/arbete?dueBy=${localDate(at)}`]) expect((await visitor.open(path)).status).toBe(200);
  for (const { receiptCode } of receipts) {
    const followed = await (await aVisitor(authority.server).open('/folj')).send({ code: receiptCode });
    expect([followed.status, followed.text]).toEqual([200, expect.stringContaining('Det här har hänt')]);
  }
});

it('is in no report of another time, and stops none', async () => {
  const received = async (query: string) => {
    const { status, body } = await officer.get(`/reports/promises?groupBy=board${query}`);
    expect([query, status]).toEqual([query, 200]);
    const figures = (body.groups as { figures: { figure: string; value: number }[] }[]).flatMap((group) => group.figures);
    return figures.filter(({ figure }) => figure === 'received').reduce((sum, { value }) => sum + value, 0);
  };
  expect(await eventually(() => received(''))).toBe(cases.length);
  expect(await received('&from=2018-01-01&period=month')).toBe(cases.length);
  expect((await officer.get('/reports/promises/cases?figure=received')).body.cases).toHaveLength(cases.length);
  expect((await officer.get(`/reports/tables?year=${localDate(at).slice(0, 4)}`)).status).toBe(200);
});

it('parks nothing, and lets the cases go on to their answers', async () => {
  for (const { caseId } of [...cases, ...farReceived.map(([caseId]) => ({ caseId }))])
    expect([caseId, (await officer.post(`/cases/${caseId}/answers`, { text: 'Vi sandar i dag.', by: 'phone' })).status]).toEqual([
      caseId,
      201,
    ]);
  expect(authority.server.output).not.toMatch(/"level":(50|60)|ERROR/);
  expect(authority.server.running).toBe(true);
});
