import { anAuthority, type Receipt } from '#test/an-authority';
import { eventually } from '#test/eventually';

const authority = anAuthority();

describe('who writes in English', () => {
  it('is answered in English, with an English link', async () => {
    const text = 'The snow plough has not been on Söderväg in Visby for three days.';
    const receipt = await authority.submit({ text, language: 'en', category: 'GATA.SNOROJNING', contact: { email: 'jane@example.com' } });
    const [mail] = await authority.mailTo('jane@example.com', 1);
    expect(mail!.parsed.subject).toContain(receipt.reference);
    expect(mail!.parsed.text).toContain('You will have an answer by');
    expect(mail!.parsed.text).toContain('Public Works Committee');
    expect(mail!.parsed.text).toContain(`${authority.server.address}/en/folj/`);
    expect(mail!.parsed.html).toContain('lang="en"');
    expect(mail!.parsed.text).not.toMatch(/nämnden|synpunkt[^e]/i);
  });
});

describe('who leaves no address', () => {
  let receipt: Receipt;

  it('gets no mail, and follows the case by its code', async () => {
    receipt = await authority.submit({ text: 'Lekplatsen i Gråbo är trasig.' });
    const officer = await authority.as('hanna.handlaggare-tn');
    const { caseId } = await authority.caseOf(officer, receipt);
    expect((await officer.get(`/cases/${caseId}`)).body.contact).toEqual({});
    await officer.post(`/cases/${caseId}/answers`, { text: 'Vi lagar den.', by: 'code' });
    const { status, body } = await authority.anyone.post('/follow-ups', { receiptCode: receipt.receiptCode });
    expect([status, body.status]).toEqual([200, 'answered']);

    // A mail for somebody else, after which one for this case would have come too.
    await authority.submit({ contact: { email: 'efter@example.se' } });
    await authority.mailTo('efter@example.se', 1);
    expect(authority.relay.messages.filter(({ raw }) => raw.includes(receipt.reference))).toEqual([]);
  });
});

describe('who writes about care', () => {
  it.each([
    ['sv', 'AO.HEMTJANST', 'omsorg@example.se'],
    ['en', 'VARD.PSYKIATRI', 'care@example.com'],
  ])('gets a mail in %s that names no board and no subject', async (language, category, email) => {
    const receipt = await authority.submit({ text: 'Det gick fel i dag.', language, category, contact: { email } });
    const [mail] = await authority.mailTo(email, 1);
    for (const part of [mail!.parsed.subject!, mail!.parsed.text!, mail!.parsed.html as string]) {
      expect(part).not.toMatch(/nämnd|committee|board|social|hemtjänst|vård|elderly|psyk/i);
    }
    expect(mail!.parsed.text).toContain(receipt.reference);
  });

  it('is told of every later step as sparingly', async () => {
    const email = 'vidare@example.se';
    const receipt = await authority.submit({ text: 'Det gick fel i dag.', category: 'AO.HEMTJANST', contact: { email } });
    const care = await authority.as('helena.handlaggare-son');
    const { caseId } = await authority.caseOf(care, receipt);
    await care.post(`/cases/${caseId}/clarifications`, { questions: 'Vilken dag hos mamma?', replyBy: receipt.promisedDate! });
    await care.post(`/cases/${caseId}/answers`, { text: 'Vi har pratat med hemtjänsten.', by: 'email' });
    await care.post(`/cases/${caseId}/transfers`, { board: 'HSN', reason: 'Det är hemsjukvård.', secrecyBasis: 'consent' });
    await (await authority.as('harriet.handlaggare-hsn')).post(`/cases/${caseId}/transfer-answers`, { accepted: true });
    const mails = await authority.mailTo(email, 4);
    for (const { parsed } of mails) expect(`${parsed.subject} ${parsed.text}`).not.toMatch(/nämnd|social|hemtjänst|sjukvård|vård|mamma/i);
    await eventually(async () => (await care.get(`/cases/${caseId}`)).status === 404);
  });
});
