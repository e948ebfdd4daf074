import { anAuthority, listOf, type ListedCase } from '#test/an-authority';
import { aVisitor } from '#test/a-visitor';
import type { AnApi } from '#test/an-api';

const authority = anAuthority();
const reason = 'Det rör en nämnd för teknik.';

/** Everybody of another room than triage, and those who read all that is open. */
const outside = [
  'helge.handlaggare-rs',
  'cecilia.chef-rs',
  'frida.forvaltningschef-rs',
  'hanna.handlaggare-tn',
  'hedda.handlaggare-mbn',
  'kerstin.kvalitet',
  'gunnar.granskare',
  'amira.administrator',
  'olle.obehorig',
] as const;

let counter: AnApi;
let front: AnApi;
let roads: AnApi;

beforeAll(async () => {
  counter = await authority.as('karin.kundtjanst');
  front = await authority.as('rolf.registrator');
  roads = await authority.as('hanna.handlaggare-tn');
});

const newest = async (api: AnApi, reference: string): Promise<ListedCase> => {
  const found = (await listOf(api)).find((one) => one.reference === reference);
  if (!found) throw new Error(`${reference} is not in the list`);
  return found;
};
const whoSees = async (caseId: string): Promise<string[]> => {
  const seen: string[] = [];
  for (const slug of outside) {
    const api = await authority.as(slug);
    const listed = (await api.get('/cases?limit=200')).text.includes(caseId);
    const { status } = await api.get(`/cases/${caseId}`);
    expect([slug, listed]).toEqual([slug, status === 200]);
    if (status === 200) seen.push(slug);
  }
  return seen;
};

describe.each([
  ['what nobody dared to route', { text: 'Hej hej, det här var konstigt.' }],
  ['what names a secret area', { text: 'Läkaren på psykiatrin i Visby skrev fel medicin till min dotter. Parkeringen var full.' }],
  ['what tells of violence', { text: 'Min man slår mig och ingen hjälper mig.' }],
  [
    'what tells of a protected identity',
    { text: 'Jag har skyddade personuppgifter. Gatlampan utanför är trasig.', category: 'GATA.BELYSNING' },
  ],
])('%s', (_, said) => {
  it('is in triage open to those who route it, and to nobody else', async () => {
    const { reference } = await authority.submit(said);
    const triaged = await newest(counter, reference);
    expect(triaged).toMatchObject({ status: 'in-triage', board: 'RS' });
    expect((await front.get(`/cases/${triaged.caseId}`)).body.reference).toBe(reference);
    expect(await whoSees(triaged.caseId)).toEqual([]);
  });
});

describe('what may be secret', () => {
  it('is closed to all but its board although it was routed by its subject, and its mail names neither board nor subject', async () => {
    const text = 'Hemtjänsten kommer för sent till min mamma. Gatlampan utanför är trasig.';
    const email = 'mojlig@example.se';
    const { reference } = await authority.submit({ text, category: 'GATA.BELYSNING', contact: { email } });
    const routed = await newest(roads, reference);
    expect(routed).toMatchObject({ status: 'with-board', board: 'TN', secret: true, secrecySuspected: true });
    expect(await whoSees(routed.caseId)).toEqual(['hanna.handlaggare-tn']);
    expect((await counter.get(`/cases/${routed.caseId}`)).status).toBe(404);
    const [mail] = await authority.mailTo(email, 1);
    expect(mail!.parsed.text).not.toMatch(/Tekniska|gatlampa|belysning|Hemtjänst/i);

    const judged = await roads.post(`/cases/${routed.caseId}/secrecy-judgements`, { reason: 'Inget om någons hälsa.' });
    expect([judged.status, judged.body.secret, judged.body.secrecySuspected]).toEqual([201, false, false]);
    expect((await roads.post(`/cases/${routed.caseId}/secrecy-judgements`, { reason })).status).toBe(409);
    expect((await counter.get(`/cases/${routed.caseId}`)).body.entries[0].data.text).toBe(text);
    const sees = ['helge.handlaggare-rs', 'cecilia.chef-rs', 'frida.forvaltningschef-rs', 'hanna.handlaggare-tn', 'hedda.handlaggare-mbn'];
    expect(await whoSees(routed.caseId)).toEqual([...sees, 'kerstin.kvalitet', 'gunnar.granskare']);
  });

  it('stays closed where it is routed to until a person there has judged it, and who routed it is told that it was done', async () => {
    const { reference } = await authority.submit({ text: 'Jag har skyddad identitet. Gatlampan vid Norrgatt är trasig.' });
    const { caseId } = await newest(counter, reference);
    const routed = await counter.post(`/cases/${caseId}/transfers`, { board: 'TN', reason });
    expect([routed.status, routed.body]).toEqual([201, { caseId }]);
    expect(await whoSees(caseId)).toEqual(['hanna.handlaggare-tn']);
  });

  it('is opened by those who route it, once they have judged it', async () => {
    const { reference } = await authority.submit({ text: 'Jag har skyddad identitet. Gatlampan vid Norrgatt är trasig.' });
    const { caseId } = await newest(counter, reference);
    expect((await counter.post(`/cases/${caseId}/secrecy-judgements`, { reason: 'Skrev fel.' })).status).toBe(201);
    expect(await whoSees(caseId)).toEqual([]);
    expect((await counter.post(`/cases/${caseId}/transfers`, { board: 'TN', reason })).body).toMatchObject({ board: 'TN' });
    expect(await whoSees(caseId)).toContain('kerstin.kvalitet');
  });

  it('tells who wrote of a protected identity what that means, with the receipt', async () => {
    const receipt = await authority.submit({ text: 'Vi har skyddade personuppgifter. Vägen är mörk.' });
    expect(receipt).toMatchObject({ advice: [expect.stringContaining('skyddade personuppgifter')] });
    expect(await authority.submit()).not.toHaveProperty('advice');
  });

  it('is so wherever it is said: the place, the name', async () => {
    for (const said of [{ place: 'Norrgatt 5, skyddad adress' }, { contact: { name: 'Eva (skyddad identitet)' } }]) {
      const receipt = await authority.submit({ text: 'Gatlampan är trasig.', category: 'GATA.BELYSNING', ...said });
      const triaged = await newest(counter, receipt.reference);
      expect(triaged).toMatchObject({ status: 'in-triage', secret: true });
      expect(receipt).toMatchObject({ advice: [expect.stringContaining('skyddade personuppgifter')] });
      expect(await whoSees(triaged.caseId)).toEqual([]);
    }
  });

  it('and a reply, which closes the case to all but its board, not to who has written it', async () => {
    const { reference, receiptCode, promisedDate } = await authority.submit({ text: 'Gatlampan är trasig.', category: 'GATA.BELYSNING' });
    const { caseId } = await newest(roads, reference);
    await roads.post(`/cases/${caseId}/clarifications`, { questions: 'Vilken?', replyBy: promisedDate });
    const open = await (await aVisitor(authority.server).open('/folj')).send({ code: receiptCode });
    const said = await open.send({ text: 'Den vid mitt hus. Min adress är hemlig.' });
    expect([said.path, said.text]).toEqual(['/folj?klart=ja', expect.stringContaining(reference)]);
    expect(await whoSees(caseId)).toEqual(['hanna.handlaggare-tn']);
  });
});
