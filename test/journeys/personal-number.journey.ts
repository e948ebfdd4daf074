import { anAuthority } from '#test/an-authority';
import { aVisitor } from '#test/a-visitor';

const authority = anAuthority();
const said = { kind: 'klagomal', language: 'sv', text: 'Plogen kom inte. 121212-1212', category: 'GATA.SNOROJNING' };

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
});
