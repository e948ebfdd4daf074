import { aVisitor, type APage } from '#test/a-visitor';
import { anAuthority } from '#test/an-authority';
import { eventually } from '#test/eventually';

const ours = 'synpunkter@region.example';
const authority = anAuthority({ environment: { MAIL_REPLY_TO: ours } });

const typed = {
  kind: 'klagomal',
  text: 'Lampan vid övergångsstället på Norra Kyrkogatan har varit släckt sedan i måndags.',
  place: 'Norra Kyrkogatan 12',
  email: 'karin@example.se',
};

const submitForm = async (): Promise<APage> => aVisitor(authority.server).open('/lamna-synpunkt');

/** All that stands in the form again, whatever was wrong with it. */
const expectKept = (page: APage, fields: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(fields)) expect([name, page.value(name)]).toEqual([name, value]);
};

const countCases = async (): Promise<number> => (await (await authority.as('gunnar.granskare')).get('/cases?limit=200')).body.cases.length;

describe('who leaves a synpunkt on the page', () => {
  it('gets a receipt with a code and a date, opens the case with it, and sees the answer there', async () => {
    const visitor = aVisitor(authority.server);
    const receipt = await (await visitor.open('/lamna-synpunkt')).send(typed);
    expect([receipt.status, receipt.path]).toEqual([200, '/kvitto']);
    const code = /(?:[0-9A-Z]{4} ){5}[0-9A-Z]{4}/.exec(receipt.text)?.[0] ?? '';
    const reference = /RG-[0-9A-Z-]{14}/.exec(receipt.text)?.[0] ?? '';

    const elsewhere = aVisitor(authority.server);
    const followed = await (await elsewhere.open('/folj')).send({ code: code.toLowerCase() });
    expect([followed.status, followed.path]).toEqual([200, '/folj']);
    expect(followed.text).toContain(typed.text);
    expect(followed.text).not.toContain(typed.email);

    const officer = await authority.as('hanna.handlaggare-tn');
    const { caseId } = await authority.caseOf(officer, { reference });
    await officer.post(`/cases/${caseId}/answers`, { text: 'Lampan är bytt. Tack för att du hörde av dig.', by: 'email' });
    const answered = await eventually(async () => {
      const page = await elsewhere.open('/folj');
      return page.text.includes('Lampan är bytt') ? page : undefined;
    });
    expect(answered.text).toContain('Vi har svarat');

    const unsaid = await answered.send({ reason: 'unclear' }, '/folj/omdome');
    expect([unsaid.status, unsaid.value('reason')]).toEqual([422, 'unclear']);
    expect(unsaid.text).toContain('Välj ja eller nej');
    const rated = await unsaid.send({ satisfied: 'no', reason: 'unclear' });
    expect([rated.status, rated.path]).toEqual([200, '/folj?klart=ja']);
    expect(rated.text).toContain('Du sa vad du tyckte om svaret: inte nöjd');
    expect(rated.text).not.toContain('Vad tycker du om svaret?');
    const { body } = await officer.get(`/cases/${caseId}/history`);
    expect(body.steps.at(-1)).toMatchObject({ type: 'AnswerRated', data: { satisfied: false, reason: 'unclear' } });
  });

  it('is told by e-mail at an address in letters of her own, with what her keyboard left behind it', async () => {
    const page = await (await submitForm()).send({ ...typed, email: 'karin@räksmörgås.se\u200b ' });
    expect([page.status, page.path]).toEqual([200, '/kvitto']);
    const [mail] = await authority.mailTo('karin@xn--rksmrgs-5wao1o.se', 1);
    expect(mail?.parsed.subject).toMatch(/^Vi har tagit emot din synpunkt/);
  });

  it('sends the same form twice and has left one', async () => {
    const form = await submitForm();
    const before = await countCases();
    const [first, second] = [await form.send({ ...typed, email: '' }), await form.send({ ...typed, email: '' })];
    expect(second.text).toBe(first.text);
    expect(await eventually(async () => (await countCases()) === before + 1)).toBe(true);
  });
});

describe('a form that cannot be taken in', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['with no text', { ...typed, text: '   ' }],
    ['with a text of more than 20,000 characters', { ...typed, text: `${'å'.repeat(20_000)}!` }],
    ['with a text of three hundred thousand characters, which takes two megabytes on the way', { ...typed, text: 'å'.repeat(300_000) }],
    ['with an address that is none', { ...typed, email: 'karin(at)example' }],
    ['with a number of letters', { ...typed, phone: 'noll sjuttio' }],
    ['with mark-up, which stays text', { ...typed, text: '</textarea><script>alert(1)</script>', email: 'nej' }],
  ])('%s comes back with all that was typed, and says what to mend', async (_, fields) => {
    const before = await countCases();
    const page = await (await submitForm()).send(fields);
    expect(page.status).toBe(422);
    expectKept(page, fields);
    expect(page.html).not.toContain('<script>alert');
    expect(page.html).toMatch(/aria-invalid="true"/);
    expect(await countCases()).toBe(before);
  });

  it.each([
    ['åsa@example.se', 'adresser med å, ä, ö'],
    ['karin@localhost', 'Det saknas något efter @'],
    ['a@b', 'Det saknas något efter @'],
    ['postmaster@example.se', 'dem som sköter en e-postserver'],
    ['"karin"@example.se', 'citattecken'],
    [ours, 'Det är vår egen adress'],
  ])('because no mail can go to %s says why, and keeps what was typed', async (email, why) => {
    const page = await (await submitForm()).send({ ...typed, email });
    expect([page.status, page.value('email'), page.value('text')]).toEqual([422, email, typed.text]);
    expect(page.text).toContain(why);
  });

  it('with a kind and a category that do not exist keeps the rest', async () => {
    const page = await (await submitForm()).send({ ...typed, kind: 'hot', category: 'MÅN.RESOR' });
    expect(page.status).toBe(422);
    expectKept(page, { text: typed.text, email: typed.email });
  });

  it('whose seal was changed is shown once more, to be sent by a deed of its own', async () => {
    const page = await (await submitForm()).send({ ...typed, form: 'AAAA', token: 'AAAA' });
    expect(page.status).toBe(403);
    expectKept(page, { text: typed.text });
    const sent = await page.send({ text: typed.text });
    expect([sent.status, sent.path]).toEqual([200, '/kvitto']);
  });
});

describe('a code that opens nothing', () => {
  it.each([
    ['is not there', '', 422],
    ['is mistyped', 'ABCD-ABCD-ABCD-ABCD', 422],
  ])('if it %s, the page says so and keeps it', async (_, code, status) => {
    const page = await (await aVisitor(authority.server).open('/folj')).send({ code });
    expect(page.status).toBe(status);
    expectKept(page, { code });
  });
});
