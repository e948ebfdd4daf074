import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { aConsole } from '#test/a-console';
import { aVisitor, type AVisitor } from '#test/a-visitor';
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

/** A browser in which one of the people of the evaluation has signed in. */
async function signedIn(person: string) {
  const visitor = aVisitor(authority.server);
  const page = await (await visitor.open('/arbete')).send({ person });
  expect([page.status, page.path]).toEqual([200, '/arbete']);
  return { visitor, page };
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
    await eventually(async () => ((await registrar.post(`/cases/${caseId}/access-codes`, {})).status === 404 ? true : undefined));
    const { status, body } = await ask();
    expect(status).toBe(404);
    expect(body).not.toHaveProperty('receiptCode');
  });
});

describe('what was opened to a browser', () => {
  const words = 'trottoaren är en isbana';
  const codeOf = async () => {
    const receipt = await authority.submit();
    return { receipt, theCase: await authority.caseOf(officer, receipt) };
  };
  /** A browser to which the code has opened the case. */
  const openedBy = async (receiptCode: string) => {
    const visitor = aVisitor(authority.server);
    const page = await (await visitor.open('/folj')).send({ code: receiptCode });
    expect(page.text).toContain(words);
    return { visitor, page };
  };
  const expectClosed = async (visitor: AVisitor) => {
    const page = await visitor.open('/folj');
    expect(page.text).toContain('Din kod');
    expect(page.text).not.toContain(words);
  };

  it('by the code is closed by a new code, which opens it', async () => {
    const { receipt, theCase } = await codeOf();
    const { visitor, page } = await openedBy(receipt.receiptCode);
    const { body } = await officer.post(`/cases/${theCase.caseId}/access-codes`, {});
    await expectClosed(visitor);
    expect((await page.send({}, '/folj/stang')).status).toBe(403);
    await openedBy(body.receiptCode as string);
    expect((await (await visitor.open('/folj')).send({ code: receipt.receiptCode })).status).toBe(404);
  });

  it('by the code, or by a link, is closed by a mark of secrecy, and only the code opens it again', async () => {
    const { receipt, theCase, link } = await aCaseWithLink();
    const { visitor } = await openedBy(receipt.receiptCode);
    const follower = aVisitor(authority.server);
    expect((await follower.open(link)).text).toContain(words);
    await officer.post(`/cases/${theCase.caseId}/secrecy-marks`, { provision: '26 kap. 1 § OSL' });
    for (const browser of [visitor, follower]) await expectClosed(browser);
    await follower.open(link);
    await expectClosed(follower);
    await openedBy(receipt.receiptCode);
  });

  it('by a link is closed by a new code, and the link opens it no more', async () => {
    const { theCase, link } = await aCaseWithLink();
    const follower = aVisitor(authority.server);
    expect((await follower.open(link)).text).toContain(words);
    await officer.post(`/cases/${theCase.caseId}/access-codes`, {});
    await expectClosed(follower);
    await follower.open(link);
    await expectClosed(follower);
  });

  it('is closed everywhere by whoever closes it, for good, and can be opened again', async () => {
    const { receipt } = await codeOf();
    const [{ visitor, page }, { visitor: elsewhere }] = [await openedBy(receipt.receiptCode), await openedBy(receipt.receiptCode)];
    const kept = visitor.cookies();
    expect((await page.send({}, '/folj/stang')).path).toBe('/');
    expect(visitor.cookies()).not.toMatch(/=[^;]/);
    await expectClosed(elsewhere);
    const replayed = await request(authority.server.address).get('/folj').set('cookie', kept);
    expect(replayed.text).not.toContain(words);
    await openedBy(receipt.receiptCode);
  });
});

describe('the receipt in a browser', () => {
  const typed = { kind: 'klagomal', text: 'Lampan vid övergångsstället på Norra Kyrkogatan är släckt.' };
  const left = async () => {
    const visitor = aVisitor(authority.server);
    const page = await (await visitor.open('/lamna-synpunkt')).send(typed);
    const code = /(?:[0-9A-Z]{4} ){5}[0-9A-Z]{4}/.exec(page.text)?.[0] ?? '';
    const reference = /RG-[0-9A-Z-]{14}/.exec(page.text)?.[0] ?? '';
    expect([page.path, code]).toEqual(['/kvitto', expect.stringMatching(/./)]);
    return { visitor, code, reference };
  };
  const expectGone = async (visitor: AVisitor, code: string) => {
    const page = await visitor.open('/kvitto');
    expect(page.text).toContain('Mottagningsbeviset visas inte längre');
    expect(page.text).not.toContain(code);
  };

  it.each<[string, string, object]>([
    ['a new code', 'access-codes', {}],
    ['a mark of secrecy', 'secrecy-marks', { provision: '26 kap. 1 § OSL' }],
  ])('is gone after %s', async (_, path, body) => {
    const { visitor, code, reference } = await left();
    const { caseId } = await authority.caseOf(officer, { reference });
    expect((await visitor.open('/kvitto')).text).toContain(code);
    await officer.post(`/cases/${caseId}/${path}`, body);
    await expectGone(visitor, code);
  });

  it('is gone when the case is closed to the browser, also from a cookie that was kept', async () => {
    const { visitor, code } = await left();
    const kept = visitor.cookies();
    const page = await (await visitor.open('/folj')).send({ code });
    await page.send({}, '/folj/stang');
    await expectGone(visitor, code);
    expect((await request(authority.server.address).get('/kvitto').set('cookie', kept)).text).not.toContain(code);
  });

  it('is gone when the staff sign out, in whatever browser', async () => {
    const [here, there] = [await signedIn('karin.kundtjanst'), await signedIn('karin.kundtjanst')];
    const form = await there.visitor.open('/arbete/registrera');
    const page = await form.send({ ...typed, channel: 'phone' });
    const code = /(?:[0-9A-Z]{4} ){5}[0-9A-Z]{4}/.exec(page.text)?.[0] ?? '';
    expect(code).not.toBe('');
    await here.page.send({}, '/arbete/logga-ut');
    await expectGone(there.visitor, code);
    expect((await there.visitor.open('/arbete')).path).not.toBe('/arbete');
  });

  it('and the case are shown at once where no cookies are kept', async () => {
    const plain = aVisitor(authority.server, { cookies: false });
    const receipt = await (await plain.open('/lamna-synpunkt')).send(typed);
    const code = /(?:[0-9A-Z]{4} ){5}[0-9A-Z]{4}/.exec(receipt.text)?.[0] ?? '';
    expect([receipt.status, receipt.text]).toEqual([200, expect.stringMatching(/RG-[0-9A-Z-]{14}/)]);
    const followed = await (await plain.open('/folj')).send({ code });
    expect(followed.text).toContain(typed.text);
    expect(followed.text).toContain('tar inte emot kakor');
  });
});

describe('what was written when a session had ended', () => {
  it('is given back in the words of the form, and is sent again after signing in', async () => {
    const { caseId } = await authority.caseOf(officer, await authority.submit());
    const [here, there] = [await signedIn('hanna.handlaggare-tn'), await signedIn('hanna.handlaggare-tn')];
    const page = await there.visitor.open(`/arbete/arenden/${caseId}`);
    await here.page.send({}, '/arbete/logga-ut');
    const [action = ''] = /\/arbete\/arenden\/[^"]*\/svar(?=")/.exec(page.html) ?? [];
    const refused = await page.send({ text: 'Vi har sandat trottoaren.', by: 'email' }, action);
    expect(refused.status).toBe(401);
    expect(refused.value('text')).toBe('Vi har sandat trottoaren.');
    expect(refused.value('by')).toBe('email');
    expect(refused.html).toContain('<dt>Text</dt>');
    expect(refused.html).not.toMatch(/<dt>(?:text|by)<\/dt>/);
  });
});
