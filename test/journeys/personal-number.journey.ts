import { anAuthority } from '#test/an-authority';
import { aVisitor } from '#test/a-visitor';

const authority = anAuthority();
const said = { kind: 'klagomal', language: 'sv', text: 'Plogen kom inte. 121212-1212', category: 'GATA.SNOROJNING' };

const number = 'Det gäller 121212-1212.';

describe('a personal identity number', () => {
  it('is asked about by the API, by field, until it is said that it stays', async () => {
    const contact = { name: 'Asa 19121212-1212' };
    const asked = await authority.anyone.post('/submissions', { ...said, contact });
    expect([asked.status, asked.body.errors]).toEqual([
      422,
      [
        { field: 'text', code: 'personal-number' },
        { field: 'contact.name', code: 'personal-number' },
      ],
    ]);
    expect((await authority.anyone.post('/submissions/checks', said)).status).toBe(422);
    const officer = await authority.as('hanna.handlaggare-tn');
    const { caseId } = await authority.caseOf(officer, await authority.submit({ ...said, personalNumber: 'keep' }));
    expect((await officer.get(`/cases/${caseId}`)).body).toMatchObject({ personalNumber: true, secret: false });
    const other = await authority.caseOf(officer, await authority.submit());
    expect((await officer.get(`/cases/${other.caseId}`)).body.personalNumber).toBe(false);
  });

  it('brings the form back once', async () => {
    const page = await aVisitor(authority.server).open('/lamna-synpunkt');
    const back = await page.send({ kind: said.kind, text: said.text, category: said.category });
    expect([back.status, back.text]).toEqual([422, expect.stringContaining('Vill du ta bort det?')]);
    expect(back.value('text')).toBe(said.text);
    const kept = await back.send({ text: said.text });
    expect([kept.status, kept.path]).toEqual([200, '/kvitto']);
  });

  it('is asked about too where the staff write: what they register, ask, answer and note', async () => {
    const officer = await authority.as('hanna.handlaggare-tn');
    const counter = await authority.as('karin.kundtjanst');
    const { caseId } = await authority.caseOf(officer, await authority.submit());
    const written: readonly (readonly [string, string, object])[] = [
      ['clarifications', 'questions', { questions: number, replyBy: '2027-01-15' }],
      ['notes', 'text', { text: number }],
      ['answers', 'text', { text: number, by: 'code' }],
    ];
    for (const [what, field, body] of written) {
      const asked = await officer.post(`/cases/${caseId}/${what}`, body);
      expect([asked.status, asked.body.errors]).toEqual([422, [{ field, code: 'personal-number' }]]);
    }
    expect((await officer.get(`/cases/${caseId}`)).body).toMatchObject({ personalNumber: false, answered: false });
    const kept = await officer.post(`/cases/${caseId}/notes`, { text: number, personalNumber: 'keep' });
    expect([kept.status, kept.body.personalNumber]).toEqual([201, true]);
    expect((await counter.post('/cases', { ...said, channel: 'phone' })).body.errors).toEqual([{ field: 'text', code: 'personal-number' }]);
  });

  it('brings back the form of an answer once before it goes out, and of a reply', async () => {
    const officer = await authority.as('hanna.handlaggare-tn');
    const receipt = await authority.submit();
    const { caseId } = await authority.caseOf(officer, receipt);
    await officer.post(`/cases/${caseId}/clarifications`, { questions: 'Var?', replyBy: receipt.promisedDate });
    const open = await (await aVisitor(authority.server).open('/folj')).send({ code: receipt.receiptCode });
    const asked = await open.send({ text: number });
    expect([asked.status, asked.value('text'), asked.text]).toEqual([422, number, expect.stringContaining('Vill du ta bort det?')]);
    expect(asked.text).toMatch(/^Rätta det här innan du skickar in/);
    expect((await asked.send({ text: number })).path).toBe('/folj?klart=ja');

    const staff = aVisitor(authority.server);
    await (await staff.open('/arbete')).send({ person: 'hanna.handlaggare-tn' });
    const at = `/arbete/arenden/${caseId}/svar`;
    const back = await (await staff.open(`/arbete/arenden/${caseId}`)).send({ text: number, by: 'code' }, at);
    expect([back.status, back.text]).toEqual([422, expect.stringContaining('Vill du ta bort det?')]);
    const sent = await back.send({ text: number, by: 'code' }, at);
    expect(sent.path).toContain('klart=answer');
    expect((await officer.get(`/cases/${caseId}`)).body).toMatchObject({ personalNumber: true, answered: true });
  });
});
