import { aVisitor, type APage, type AVisitor } from '#test/a-visitor';
import { anAuthority, type ListedCase } from '#test/an-authority';
import type { AnApi } from '#test/an-api';
import { eventually } from '#test/eventually';
import { withOtherPolicies } from '#test/other-policies';

/** As that of the English ombudsman. */
const secondStage = {
  acknowledge: { count: 5, unit: 'workingDays', roll: false, from: 'received' },
  answer: { count: 20, unit: 'workingDays', roll: false, from: 'acknowledged' },
  extensions: { atMost: 1, count: 20 },
};
const organisation = withOtherPolicies((own) => [{ ...own, secondStage }]);
const authority = anAuthority({ environment: { ORGANISATION: organisation } });

const email = 'omprovning@example.se';
let visitor: AVisitor;
let officer: AnApi;
let manager: AnApi;
let theCase: ListedCase;

const promises = async (): Promise<string[]> => {
  const { body } = await officer.get(`/cases/${theCase.caseId}/promises`);
  return (body.promises as { what: string; state: string }[]).map(({ what, state }) => `${what} ${state}`);
};
const history = async () => (await officer.get(`/cases/${theCase.caseId}/history`)).body.steps as { type: string; data: object }[];

describe('who is not content with the answer', () => {
  let page: APage;

  beforeAll(async () => {
    [officer, manager] = [await authority.as('hanna.handlaggare-tn'), await authority.as('christer.chef-tn')];
    const receipt = await authority.submit({ category: 'GATA.SNOROJNING', contact: { email } });
    theCase = await authority.caseOf(officer, receipt);
    await officer.post(`/cases/${theCase.caseId}/answers`, { text: 'Ni får ploga själva.', by: 'email' });
    visitor = aVisitor(authority.server);
    page = await (await visitor.open('/folj')).send({ code: receipt.receiptCode });
  });

  it('asks for a review on the page, and says why', async () => {
    expect(page.text).toContain('en chef som inte svarade förra gången');
    const unsaid = await page.send({ reason: ' ' }, '/folj/omprovning');
    expect(unsaid.status).toBe(422);
    page = await unsaid.send({ reason: 'Trottoaren är regionens.' }, '/folj/omprovning');
    expect(page.text).toContain('Du bad oss titta på ärendet igen');
    expect((await history()).map(({ type }) => type).slice(-3)).toEqual(['ReviewRequested', 'PromiseMade', 'PromiseMade']);
  });

  it('is told by mail when the answer comes, which keeps the first promise of the second stage', async () => {
    const mail = (await authority.mailTo(email, 3)).at(-1);
    expect(mail?.parsed.subject).toMatch(/^Vi tittar på ditt ärende igen/);
    expect(mail?.parsed.text).toMatch(/Du får svar senast \S+ \d+ \S+ \d{4}/);
    await eventually(async () => (await promises()).includes('review-acknowledgement kept'));
    expect(await promises()).toEqual(['acknowledgement kept', 'answer kept', 'review-acknowledgement kept', 'review open']);
  });

  it('is answered by a manager, and not by who answered first', async () => {
    const answer = { text: 'Du har rätt, trottoaren är vår.', by: 'email' };
    const again = await officer.post(`/cases/${theCase.caseId}/answers`, answer);
    expect([again.status, again.body.type]).toEqual([409, expect.stringContaining('review-under-way')]);
    expect((await officer.post(`/cases/${theCase.caseId}/review-answers`, answer)).status).toBe(403);
    expect((await manager.post(`/cases/${theCase.caseId}/review-answers`, answer)).status).toBe(201);
    const mail = (await authority.mailTo(email, 4)).at(-1);
    expect(mail?.parsed.subject).toMatch(/^Vi har tittat på ditt ärende igen/);
    expect(mail?.parsed.text).toContain('JO');
    await eventually(async () => (await promises()).includes('review kept'));
  });

  it('reads the answer on the page, and cannot ask for another review', async () => {
    page = await visitor.open('/folj');
    expect(page.text).toContain('Du har rätt, trottoaren är vår.');
    expect(page.text).not.toContain('en chef som inte svarade förra gången');
    const twice = await officer.post(`/cases/${theCase.caseId}/reviews`, { reason: 'En gång till.' });
    expect([twice.status, twice.body.type]).toEqual([409, expect.stringContaining('already-reviewed')]);
  });
});

it('is rated by the submitter: the staff write down only what they were told, how, of the answer of somebody else', async () => {
  const receipt = await authority.submit({ category: 'GATA.SNOROJNING' });
  const { caseId } = await authority.caseOf(officer, receipt);
  const rate = async (api: AnApi, rating: object) => {
    const { status, body } = await api.post(`/cases/${caseId}/ratings`, rating);
    return [status, body.type?.split(':').at(-1) ?? '', body.errors?.map(({ field }: { field: string }) => field)];
  };
  await officer.post(`/cases/${caseId}/answers`, { text: 'Vi plogar i natt.', by: 'phone' });
  expect(await rate(officer, { satisfied: true })).toEqual([422, expect.any(String), ['channel']]);
  expect(await rate(officer, { satisfied: true, channel: 'web' })).toEqual([422, expect.any(String), ['channel']]);
  expect(await rate(officer, { satisfied: true, channel: 'phone' })).toEqual([
    409,
    expect.stringContaining('rating-by-who-answered'),
    undefined,
  ]);
  expect((await rate(manager, { satisfied: true, channel: 'phone' }))[0]).toBe(201);
  const noted = await (await aVisitor(authority.server).open('/folj')).send({ code: receipt.receiptCode });
  expect(noted.text).toContain('Vi skrev in vad du sa om svaret: nöjd');
  const rated = await noted.send({ satisfied: 'no' }, '/folj/omdome');
  expect(rated.text).toContain('Du sa vad du tyckte om svaret: inte nöjd');
  expect(await rate(manager, { satisfied: true, channel: 'phone' })).toEqual([
    409,
    expect.stringContaining('rated-by-submitter'),
    undefined,
  ]);
  const { body } = await officer.get(`/cases/${caseId}/history`);
  const said = (body.steps as { type: string; data: object }[]).filter(({ type }) => type === 'AnswerRated').map(({ data }) => data);
  expect(said).toEqual([
    { satisfied: true, by: 'staff', channel: 'phone' },
    { satisfied: false, by: 'submitter' },
  ]);
});

it('is not answered by a manager who answered before', async () => {
  const other = await authority.caseOf(officer, await authority.submit({ category: 'GATA.SNOROJNING' }));
  await manager.post(`/cases/${other.caseId}/answers`, { text: 'Ni får ploga själva.', by: 'phone' });
  expect((await officer.post(`/cases/${other.caseId}/reviews`, { reason: 'Trottoaren är regionens.' })).status).toBe(201);
  const answer = await manager.post(`/cases/${other.caseId}/review-answers`, { text: 'Ni får ploga själva.', by: 'phone' });
  expect([answer.status, answer.body.type]).toEqual([409, expect.stringContaining('review-by-who-answered')]);
});
