import { randomUUID } from 'node:crypto';
import { aConsole } from '#test/a-console';
import { aVisitor } from '#test/a-visitor';
import type { AnApi } from '#test/an-api';
import { anAuthority, type ListedCase } from '#test/an-authority';
import { eventually } from '#test/eventually';

const authority = anAuthority();
const email = 'karin@example.se';

let officer: AnApi;
beforeAll(async () => {
  officer = await authority.as('hanna.handlaggare-tn');
});

/** A case, and the link in the mail that told its submitter so. */
async function aCaseWithLink(address = `${randomUUID()}@example.se`) {
  const receipt = await authority.submit({ contact: { email: address } });
  const theCase = await authority.caseOf(officer, receipt);
  const [mail] = await authority.mailTo(address, 1);
  const [, link = ''] = new RegExp(`${authority.server.address}(/folj/\\S+)`).exec(mail!.parsed.text ?? '') ?? [];
  return { receipt, theCase, link };
}

describe('the link in a mail', () => {
  let link: string;
  let open: ListedCase;
  beforeAll(async () => void ({ link, theCase: open } = await aCaseWithLink()));

  it('opens its case', async () => {
    const page = await aVisitor(authority.server).open(link);
    expect([page.status, page.path]).toEqual([200, '/folj']);
    expect(page.text).toContain(open.reference);
  });

  it.each<[string, (id: string, tag: string) => string]>([
    ['without tag', (id) => id],
    ['with an empty tag', (id) => `${id}.`],
    ['with something behind it', (id, tag) => `${id}.${tag}.x`],
    ['with a dot behind it', (id, tag) => `${id}.${tag}.`],
    ['with a shorter tag', (id, tag) => `${id}.${tag.slice(1)}`],
    ['with signs of several bytes', (id) => `${id}.${'%C3%A5'.repeat(22)}`],
    ['with one sign of several bytes', (id, tag) => `${id}.${tag.slice(1)}%C3%A5`],
    ['with the tag of another', (_, tag) => `${randomUUID()}.${tag}`],
    ['with a capital letter in its id', (id, tag) => `${id.toUpperCase()}.${tag}`],
    ['with a zero byte', (id, tag) => `${id}.${tag}%00`],
    ['that is a word', () => 'hej'],
  ])('%s is none, and the page asks for the code', async (_, change) => {
    const [id = '', tag = ''] = link.replace('/folj/', '').split('.');
    const page = await aVisitor(authority.server).open(`/folj/${change(id, tag)}`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('Din kod');
    expect(page.text).not.toContain(open.reference);
  });
});

describe('a decision that is repeated', () => {
  it('is not told again to whoever has lost the right to it', async () => {
    const registrar = await authority.as('rut.registrator-tn');
    const { caseId } = await authority.caseOf(officer, await authority.submit({ contact: { email } }));
    const again = { 'idempotency-key': randomUUID() };
    const ask = () => registrar.post(`/cases/${caseId}/access-codes`, {}, again);
    expect((await ask()).status).toBe(201);
    process.env['PORT'] = new URL(authority.server.address).port; // the evaluation's issuer is named after it
    const { out } = await aConsole(authority.server.dataFolder).run('revoke', 'registrar', 'rut.registrator-tn', '--json');
    expect(JSON.parse(out)).toMatchObject({ changed: true });
    await eventually(async () => ((await registrar.post(`/cases/${caseId}/access-codes`, {})).status === 403 ? true : undefined));
    const { status, body } = await ask();
    expect(status).toBe(403);
    expect(body).not.toHaveProperty('receiptCode');
  });
});
