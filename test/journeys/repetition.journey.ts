import { randomUUID } from 'node:crypto';
import { anAuthority, aSynpunkt, created, listOf } from '#test/an-authority';
import type { AnApi } from '#test/an-api';

const authority = anAuthority();
let officer: AnApi;

beforeAll(async () => {
  officer = await authority.as('hanna.handlaggare-tn');
});

const count = async () => (await listOf(officer)).length;
const submit = (body: object, key: string) => authority.anyone.post('/submissions', body, { 'idempotency-key': key });

describe('a submission', () => {
  it('sent ten times at once with one key is one case, with one receipt', async () => {
    const before = await count();
    const key = randomUUID();
    const body = { ...aSynpunkt, contact: { email: 'tio@example.se' } };
    const receipts = await Promise.all(Array.from({ length: 10 }, async () => created(await submit(body, key))));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(created(await submit(body, key))).toEqual(receipts[0]);
    await authority.caseOf(officer, receipts[0]!);
    expect(await count()).toBe(before + 1);
    expect(await authority.mailTo('tio@example.se', 1)).toHaveLength(1);
  });

  it('with the key of another one is refused, and the first stays as it was', async () => {
    const key = randomUUID();
    const receipt = created(await submit(aSynpunkt, key));
    const before = await count();
    const { status, body } = await submit({ ...aSynpunkt, text: 'Något helt annat om snö.' }, key);
    expect([status, body.type]).toEqual([409, 'urn:synpunkter:problem:idempotency-key-reused']);
    expect(JSON.stringify(body)).not.toContain(receipt.receiptCode);
    expect(created(await submit(aSynpunkt, key))).toEqual(receipt);
    expect(await count()).toBe(before);
  });

  it('with the same words in another order of fields is the same one', async () => {
    const key = randomUUID();
    const { kind, text, language } = aSynpunkt;
    const receipt = created(await submit({ kind, text, language }, key));
    expect(created(await submit({ language, text, kind }, key))).toEqual(receipt);
  });

  it('without a key is a new one each time', async () => {
    const before = await count();
    const [one, other] = [await authority.submit(), await authority.submit()];
    expect(one.reference).not.toBe(other.reference);
    expect(one.receiptCode).not.toBe(other.receiptCode);
    expect(await count()).toBe(before + 2);
  });
});

describe('a decision', () => {
  let path: string;
  beforeEach(async () => {
    const { caseId } = await authority.caseOf(officer, await authority.submit());
    path = `/cases/${caseId}`;
  });

  const note = (text: string, headers = {}) => officer.post(`${path}/notes`, { text }, headers);
  const notes = async () => {
    const { steps } = (await officer.get(`${path}/history`)).body;
    return steps.filter(({ type }: { type: string }) => type === 'NoteAdded').map(({ data }: { data: { text: string } }) => data.text);
  };
  const tag = async () => (await officer.get(path)).headers['etag'] as string;

  it('repeated with its key changes nothing, even if it names the revision it saw then', async () => {
    const headers = { 'idempotency-key': randomUUID(), 'if-match': await tag() };
    const [first, second] = [await note('En gång.', headers), await note('En gång.', headers)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await notes()).toEqual(['En gång.']);
  });

  it('with the key of another decision is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await note('Den ena.', headers);
    expect((await note('Den andra.', headers)).status).toBe(409);
    expect(await notes()).toEqual(['Den ena.']);
  });

  it('that names a revision which the case has left is refused', async () => {
    const seen = await tag();
    await note('Under tiden.');
    const late = await note('För sent.', { 'if-match': seen });
    expect([late.status, late.body.type]).toEqual([412, 'urn:synpunkter:problem:stale-revision']);
    expect((await note('Svag.', { 'if-match': `W/${await tag()}` })).status).toBe(412);
    expect(await notes()).toEqual(['Under tiden.']);
  });

  it('is made once when two make it at once and both name what they saw', async () => {
    const seen = { 'if-match': await tag() };
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map((text) => note(text, seen)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412]);
    expect(await notes()).toHaveLength(1);
  });

  it('is made by both when neither names a revision', async () => {
    const answers = await Promise.all(['A', 'B'].map((text) => note(text)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect((await notes()).sort()).toEqual(['A', 'B']);
  });
});
