import { eventually } from '#test/eventually';
import { anAuthority, type ListedCase, type Receipt } from '#test/an-authority';
import type { AnApi } from '#test/an-api';

const authority = anAuthority();
const year = new Date().getFullYear();
const unclear = 'Hej! Jag undrar en sak som jag inte vet vart jag ska vända mig med.';

let customerService: AnApi;
let registrar: AnApi;
let roads: AnApi;
let building: AnApi;

beforeAll(async () => {
  customerService = await authority.as('karin.kundtjanst');
  registrar = await authority.as('rut.registrator-tn');
  roads = await authority.as('hanna.handlaggare-tn');
  building = await authority.as('helge.handlaggare-rs');
});

describe('a synpunkt of which the rules cannot say where it belongs', () => {
  let receipt: Receipt;
  let theCase: ListedCase;

  it('waits in triage with the front board, under a number of its diary, and its mail names no board', async () => {
    receipt = await authority.submit({ kind: 'fraga', text: unclear, contact: { email: 'triage@example.se' } });
    theCase = await authority.caseOf(customerService, receipt);
    expect(theCase).toMatchObject({ status: 'in-triage', board: 'RS' });
    expect(theCase.diaryNumbers).toEqual([expect.stringMatching(new RegExp(`^RS ${year}/\\d+$`))]);
    const [mail] = await authority.mailTo('triage@example.se', 1);
    expect(mail!.parsed.text).not.toMatch(/nämnden|styrelsen/i);
  });

  it('is given to a board by customer service, gets its number there, and keeps the old one', async () => {
    const routed = await customerService.post(`/cases/${theCase.caseId}/transfers`, { board: 'TN', reason: 'Det gäller en gata.' });
    expect(routed.status).toBe(201);
    expect(routed.body).toMatchObject({ status: 'with-board', board: 'TN', promisedDate: receipt.promisedDate });
    const { diaryNumbers } = await numbered(roads, theCase.caseId, 2);
    expect(diaryNumbers).toEqual([theCase.diaryNumbers[0], expect.stringMatching(new RegExp(`^TN ${year}/\\d+$`))]);
  });

  it('is no longer customer service’s to decide', async () => {
    const { status } = await customerService.post(`/cases/${theCase.caseId}/answers`, { text: 'Hej.', by: 'email' });
    expect(status).toBe(403);
  });
});

describe('a case that went to the wrong board', () => {
  let receipt: Receipt;
  let theCase: ListedCase;

  it('is sent on with a reason and stays where it is until the other board accepts', async () => {
    receipt = await authority.submit({ contact: { email: 'flytt@example.se' } });
    theCase = await authority.caseOf(roads, receipt);
    const sent = await roads.post(`/cases/${theCase.caseId}/transfers`, { board: 'RS', reason: 'Marken är regionstyrelsens.' });
    expect(sent.body).toMatchObject({ status: 'in-transfer', board: 'TN', offeredTo: 'RS' });
    const { status, body } = await roads.post(`/cases/${theCase.caseId}/transfer-answers`, { accepted: true });
    expect([status, body.type]).toEqual([403, 'urn:synpunkter:problem:forbidden']);
  });

  it('is taken over with a new number, the old number and the promised date kept, and the submitter told', async () => {
    const accepted = await building.post(`/cases/${theCase.caseId}/transfer-answers`, { accepted: true });
    expect(accepted.body).toMatchObject({ status: 'with-board', board: 'RS', promisedDate: receipt.promisedDate });
    const { diaryNumbers } = await numbered(building, theCase.caseId, 2);
    expect(diaryNumbers[0]).toBe(theCase.diaryNumbers[0]);
    expect(diaryNumbers[1]).toMatch(new RegExp(`^RS ${year}/\\d+$`));

    const [, moved] = await authority.mailTo('flytt@example.se', 2);
    expect(moved!.parsed.text).toContain('Tekniska nämnden');
    expect(moved!.parsed.text).toContain('Regionstyrelsen');
    const { body } = await authority.anyone.post('/follow-ups', { receiptCode: receipt.receiptCode });
    expect(body.entries.at(-1)).toMatchObject({ what: 'moved', code: 'RS' });
  });

  it('can be declined, with a reason, and then stays', async () => {
    const sent = await building.post(`/cases/${theCase.caseId}/transfers`, { board: 'TN', reason: 'Åter.' });
    expect(sent.status).toBe(201);
    const without = await roads.post(`/cases/${theCase.caseId}/transfer-answers`, { accepted: false });
    expect([without.status, without.body.errors]).toEqual([422, [{ field: 'reason', code: 'isDefined' }]]);
    const declined = await roads.post(`/cases/${theCase.caseId}/transfer-answers`, { accepted: false, reason: 'Inte vår.' });
    expect(declined.body).toMatchObject({ status: 'with-board', board: 'RS' });
    expect(declined.body).not.toHaveProperty('contact'); // another board's again
    expect(await authority.mailTo('flytt@example.se', 2)).toHaveLength(2);
  });
});

describe('a long handling', () => {
  let receipt: Receipt;
  let path: string;
  let told = 1;

  /** Does something to the case; each time the submitter is told once more, if they are to be told. */
  const act = async (what: string, body: object, mails: 0 | 1 = 1) => {
    const answer = await roads.post(`${path}/${what}`, body);
    expect([what, answer.status]).toEqual([what, 201]);
    told += mails;
    expect(await authority.mailTo('lang@example.se', told)).toHaveLength(told);
    return answer.body;
  };

  const seen = async () => (await authority.anyone.post('/follow-ups', { receiptCode: receipt.receiptCode })).body;

  it('begins with an officer who is assigned', async () => {
    receipt = await authority.submit({ contact: { email: 'lang@example.se' } });
    const { caseId } = await authority.caseOf(roads, receipt);
    path = `/cases/${caseId}`;
    const note = await act('notes', { text: 'Ring entreprenören.' }, 0);
    const officer = note.entries.at(-1).actor as string;
    expect(await act('assignments', { officer }, 0)).toMatchObject({ officer });
    const nobody = await roads.post(`${path}/assignments`, { officer: '00000000-0000-4000-8000-000000000000' });
    expect(nobody.status).toBe(422);
    expect(JSON.stringify(await seen())).not.toContain('entreprenören');
  });

  it('asks the submitter, is answered, and goes on where it was', async () => {
    const replyBy = daysFromNow(10);
    expect(await act('clarifications', { questions: 'Vid vilket hus?', replyBy })).toMatchObject({ status: 'awaiting-clarification' });
    expect(await seen()).toMatchObject({ status: 'question-to-you' });
    expect((await seen()).entries.at(-1)).toMatchObject({ what: 'question', text: 'Vid vilket hus?', date: replyBy });
    expect(await act('clarification-replies', { text: 'Nummer 7.', channel: 'phone' }, 0)).toMatchObject({ status: 'with-board' });
    expect((await seen()).entries.at(-1)).toMatchObject({ what: 'reply', text: 'Nummer 7.' });
  });

  it('tells in time that the answer will be late, and moves the promised date only later', async () => {
    const earlier = await roads.post(`${path}/delay-notices`, { reason: 'Vi väntar.', due: receipt.receivedDate });
    expect([earlier.status, earlier.body.type]).toEqual([422, 'urn:synpunkter:problem:new-date-not-later']);
    const due = daysFromNow(40);
    expect(await act('delay-notices', { reason: 'Vi väntar på en utredning.', due })).toMatchObject({ promisedDate: due });
    expect((await seen()).promisedDate).toBe(due);
  });

  it('promises an action, and tells when it has been done', async () => {
    const { actions } = await act('actions', { description: 'Ny sandlåda vid korsningen.', due: daysFromNow(30) }, 0);
    expect(actions).toEqual([{ actionId: expect.any(String), completed: false }]);
    await act('answers', { text: 'Vi ställer dit en sandlåda.', by: 'email' });
    const done = await act('actions', { completed: actions[0].actionId, result: 'Den står där nu.' });
    expect(done.actions).toEqual([{ actionId: actions[0].actionId, completed: true }]);
    expect((await seen()).entries.at(-1)).toMatchObject({ what: 'action-done', text: 'Den står där nu.' });
  });

  it('refers to who is responsible outside', async () => {
    const nobody = await roads.post(`${path}/referrals`, { body: 'INGEN', forwarded: false });
    expect([nobody.status, nobody.body.errors]).toEqual([422, [{ field: 'body', code: 'unknown' }]]);
    await act('referrals', { body: 'TRV', forwarded: true });
    const mails = await authority.mailTo('lang@example.se', told);
    expect(mails.at(-1)!.parsed.text).toContain('Trafikverket');
  });

  it('is reopened with a new promise when the submitter is not content', async () => {
    const reopened = await act('reopenings', { reason: 'Sandlådan är tom.' }, 0);
    expect(reopened).toMatchObject({ status: 'with-board', answered: false });
    expect(reopened.promisedDate > receipt.receivedDate).toBe(true);
    expect((await seen()).entries.at(-1)).toMatchObject({ what: 'reopened' });
  });

  it('gives a new receipt code, and the old one opens nothing', async () => {
    const { status, body } = await roads.post(`${path}/access-codes`, {});
    expect(status).toBe(201);
    const [byOld, byNew] = await Promise.all(
      [receipt.receiptCode, body.receiptCode].map((receiptCode: string) => authority.anyone.post('/follow-ups', { receiptCode })),
    );
    expect([byOld!.status, byOld!.body.type]).toEqual([404, 'urn:synpunkter:problem:receipt-code-unknown']);
    expect([byNew!.status, byNew!.body.reference]).toEqual([200, receipt.reference]);
  });

  it('has its day of receipt corrected by the registrar, with both days kept', async () => {
    const to = daysFromNow(-2);
    const officers = await roads.post(`${path}/receipt-date-corrections`, { to, reason: 'Brevet kom i måndags.' });
    expect(officers.status).toBe(403);
    const { status, body } = await registrar.post(`${path}/receipt-date-corrections`, { to, reason: 'Brevet kom i måndags.' });
    expect([status, body.receivedDate]).toEqual([201, to]);
    expect(body.entries.at(-1)).toMatchObject({ type: 'ReceiptDateCorrected', data: { from: receipt.receivedDate, to } });
    expect(body.entries[0].data.receivedDate).toBe(receipt.receivedDate);
  });
});

describe('a synpunkt that came by phone', () => {
  it('is registered by customer service with the day it came and who wrote it down', async () => {
    const said = {
      kind: 'berom',
      text: 'Tack för den fina lekplatsen i Gråbo!',
      language: 'sv',
      channel: 'phone',
      arrivedOn: daysFromNow(-1),
    };
    const { status, body } = await customerService.post('/cases', said);
    expect([status, body.receivedDate]).toEqual([201, said.arrivedOn]);
    const { caseId } = await authority.caseOf(customerService, body as Receipt);
    const read = await customerService.get(`/cases/${caseId}`);
    expect(read.body).toMatchObject({ channel: 'phone', kind: 'berom' });
    expect(read.body.entries[0].actor).toMatch(/^[0-9a-f-]{36}$/);
  });
});

async function numbered(reader: AnApi, caseId: string, count: number): Promise<ListedCase> {
  return eventually(async () => {
    const { body } = await reader.get(`/cases/${caseId}`);
    return body.diaryNumbers.length >= count && (body as ListedCase);
  });
}

const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });
