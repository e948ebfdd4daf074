import { anAuthority, type ListedCase, type Mail, type Receipt } from '#test/an-authority';
import type { AnApi } from '#test/an-api';

const authority = anAuthority();
const address = 'asa@example.se';
const words = 'Plogbilen har inte kört på Söderväg i Visby på tre dagar.';
const answerText = 'Vi plogade i morse. Tack för att du sade till.';

/** From the door to the closing, in one walk; each test is a step of it. */
describe('a complaint about snow', () => {
  let receipt: Receipt;
  let officer: AnApi;
  let theCase: ListedCase;
  let acknowledgement: Mail;

  it('is taken in with a reference, a receipt code, and the day by which an answer is promised', async () => {
    receipt = await authority.submit({ text: words, place: 'Söderväg', contact: { name: 'Åsa Öberg', email: address } });
    expect(receipt).toEqual({
      reference: expect.stringMatching(/^RG-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      receiptCode: expect.stringMatching(/^[0-9A-Z]{4}( [0-9A-Z]{4}){5}$/),
      receivedDate: today(),
      promisedDate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      withoutDate: null,
    });
    expect(receipt.promisedDate! > receipt.receivedDate).toBe(true);
  });

  it('is acknowledged by mail with reference, date and link in both parts, and without a word of what was written', async () => {
    [acknowledgement] = (await authority.mailTo(address, 1)) as [Mail];
    const { parsed, raw } = acknowledgement;
    for (const part of [parsed.text!, parsed.html as string]) {
      expect(part).toContain(receipt.reference);
      expect(part).toContain(written(receipt.promisedDate!));
      expect(part).toContain(`${authority.server.address}/folj/`);
      expect(part).not.toMatch(/plogbil|söderväg|öberg/i);
      expect(part).not.toContain(receipt.receiptCode);
    }
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^Message-ID: <[0-9a-f-]{36}@localhost>\r$/m);
    expect(parsed.references).toEqual(`<${receipt.reference.toLowerCase()}@localhost>`);
    expect(parsed.from!.text).toContain('Region Gotland');
  });

  it('stands in the list of the board it was routed to, with a diary number', async () => {
    officer = await authority.as('hanna.handlaggare-tn');
    theCase = await authority.caseOf(officer, receipt);
    expect(theCase).toMatchObject({ board: 'TN', status: 'with-board', diaryNumbers: [`TN ${today().slice(0, 4)}/1`] });
  });

  it('is answered by its officer, who names the revision she saw', async () => {
    const read = await officer.get(`/cases/${theCase.caseId}`);
    expect(read.body).toMatchObject({ contact: { name: 'Åsa Öberg', email: address }, category: 'GATA.SNOROJNING' });
    expect(read.body.entries[0]).toMatchObject({ type: 'CaseReceived', data: { text: words, place: 'Söderväg' } });

    const answered = await officer.post(
      `/cases/${theCase.caseId}/answers`,
      { text: answerText, by: 'email' },
      { 'if-match': read.headers['etag'] as string },
    );
    expect(answered.status).toBe(201);
    expect(answered.body).toMatchObject({ status: 'answered', answered: true });
    expect(answered.headers['etag']).toBe(`"${answered.body.revision}"`);
  });

  it('is answered by mail in the same thread, with the answer behind the link and not in it', async () => {
    const [, answer] = (await authority.mailTo(address, 2)) as [Mail, Mail];
    expect(answer.parsed.references).toEqual(acknowledgement.parsed.references);
    expect(answer.messageId).not.toBe(acknowledgement.messageId);
    expect(answer.parsed.text).not.toContain('plogade');
    expect(answer.parsed.text).toContain(`${authority.server.address}/folj/`);
  });

  it('shows the answer to whoever holds the receipt code, however they type it', async () => {
    const sloppily = receipt.receiptCode.toLowerCase().replaceAll(' ', '-');
    const { status, body } = await authority.anyone.post('/follow-ups', { receiptCode: sloppily });
    expect(status).toBe(200);
    expect(body).toMatchObject({ reference: receipt.reference, status: 'answered', board: 'TN', promisedDate: receipt.promisedDate });
    expect(body.entries).toEqual([
      expect.objectContaining({ what: 'received', text: words }),
      expect.objectContaining({ what: 'answer', text: answerText }),
    ]);
  });

  it('can be replayed to any revision and any instant', async () => {
    const history = async (until: string) => (await officer.get(`/cases/${theCase.caseId}/history${until}`)).body;
    const now = await history('');
    expect(types(now)).toEqual([
      'CaseReceived',
      'CaseClassified',
      'CaseRouted',
      'PromiseMade',
      'PromiseMade',
      'CaseRegistered',
      'AnswerGiven',
    ]);
    expect(now.state.status).toBe('answered');

    const atFirst = await history('?at=0');
    expect(types(atFirst)).toEqual(['CaseReceived']);
    expect(atFirst.state.status).toBe('in-triage');

    const beforeTheAnswer = await history(`?asOf=${now.steps.at(-2).recordedAt}`);
    expect(types(beforeTheAnswer)).toEqual(types(now).slice(0, -1));
    expect(beforeTheAnswer.state.status).toBe('with-board');

    expect((await history('?asOf=2020-01-01T00:00:00Z')).state).toBeNull();
  });

  it('is closed with an outcome, and the submitter is told', async () => {
    const closed = await officer.post(`/cases/${theCase.caseId}/closures`, { outcome: 'remedied' });
    expect(closed.body).toMatchObject({ status: 'closed', outcome: 'remedied' });
    const mails = await authority.mailTo(address, 3);
    expect(mails).toHaveLength(3);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
    const { body } = await authority.anyone.post('/follow-ups', { receiptCode: receipt.receiptCode });
    expect(body).toMatchObject({ status: 'closed' });
    expect(body.entries.at(-1)).toMatchObject({ what: 'closed', code: 'remedied' });
  });
});

type History = Awaited<ReturnType<AnApi['get']>>['body'];
const types = ({ steps }: History): string[] => steps.map(({ type }: { type: string }) => type);

const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' });

/** A date as mails write it, as in `7 december 2026`. */
const written = (date: string): string =>
  new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(date));
