import { DomUtils, parseDocument } from 'htmlparser2';
import { anAuthority, type ListedCase } from '#test/an-authority';
import { aVisitor, type APage, type AVisitor } from '#test/a-visitor';
import type { AnApi } from '#test/an-api';

const authority = anAuthority();

let roads: AnApi;
let counter: AnApi;
let open: ListedCase;
let secret: ListedCase;

const find = (api: AnApi, typed: string) => api.get(`/cases?${new URLSearchParams({ q: typed }).toString()}`);
const none = { cases: [], total: 0, next: null };

beforeAll(async () => {
  roads = await authority.as('hanna.handlaggare-tn');
  counter = await authority.as('karin.kundtjanst');
  const care = await authority.as('helena.handlaggare-son');
  open = await authority.caseOf(roads, await authority.submit());
  secret = await authority.caseOf(care, await authority.submit({ text: 'Hemtjänsten kommer inte.', category: 'AO.HEMTJANST' }));
});

const signedIn = async (person: string): Promise<AVisitor> => {
  const visitor = aVisitor(authority.server);
  await (await visitor.open('/arbete')).send({ person });
  return visitor;
};

describe('a case is found by what people hold in their hands', () => {
  it('its reference or its diary number, in any case and spacing', async () => {
    const [diary = ''] = open.diaryNumbers;
    for (const typed of [open.reference, open.reference.toLowerCase().replace(/-/g, ' '), diary, diary.toLowerCase().replace('/', ' / ')]) {
      const { body } = await find(counter, typed);
      expect([typed, body.cases.map(({ caseId }: ListedCase) => caseId), body.total]).toEqual([typed, [open.caseId], 1]);
    }
  });

  it('and one that is hidden is told like one that is not there', async () => {
    for (const name of [secret.reference, secret.diaryNumbers[0]!, 'RG-0000-0000-0000', 'TN 2019/1', 'gatlampa'])
      expect((await find(counter, name)).body).toEqual(none);
    expect((await counter.get(`/cases?board=MBN&q=${open.reference}`)).body).toEqual(none);
  });

  it('in the staff’s list, which leads to it, or says that it is not seen', async () => {
    const visitor = await signedIn('karin.kundtjanst');
    const led = await visitor.open(`/arbete?q=${encodeURIComponent(open.reference.toLowerCase())}&board=&status=`);
    expect(led.path).toBe(`/arbete/arenden/${open.caseId}`);
    const [hidden, missing] = [
      await visitor.open(`/arbete?q=${encodeURIComponent(secret.reference)}`),
      await visitor.open(`/arbete?q=${encodeURIComponent('RG-0000-0000-0000')}`),
    ];
    expect([hidden.status, hidden.text]).toEqual([200, expect.stringContaining('Du kan inte se något ärende med det numret')]);
    expect([hidden.text, hidden.status]).toEqual([missing.text, missing.status]);
  });
});

describe('the way back from a case', () => {
  it('leads to the list as it was chosen, and nowhere else', async () => {
    const visitor = await signedIn('hanna.handlaggare-tn');
    const link = linkIn(await visitor.open('/arbete?board=TN&status=open'), '/arbete/arenden/');
    const page = await visitor.open(link);
    expect(linkIn(page, '/arbete?board')).toBe('/arbete?board=TN&status=open');
    const noted = await page.send({ text: 'Ringde.' }, formIn(page, 'anteckning'));
    expect(linkIn(noted, '/arbete?board')).toBe('/arbete?board=TN&status=open');
    const other = await visitor.open(linkIn(await visitor.open(link), '/en/arbete/arenden/'));
    expect(linkIn(other, '/en/arbete?board')).toBe('/en/arbete?board=TN&status=open');
    expect(linkIn(other, '/arbete/arenden/')).toBe(link);
    for (const elsewhere of ['https://example.com', '//example.com/?board=TN', 'javascript:alert(1)']) {
      const { html } = await visitor.open(`/arbete/arenden/${open.caseId}?lista=${encodeURIComponent(elsewhere)}`);
      expect(html).not.toMatch(/href="[^"]*(?:example\.com|javascript)/);
    }
  });
});

/** The first link on a page that begins so, as a browser reads it. */
function linkIn({ html }: APage, start: string): string {
  const links = DomUtils.getElementsByTagName('a', parseDocument(html)).map(({ attribs }) => attribs['href'] ?? '');
  return links.find((one) => one.startsWith(start)) ?? `no link to ${start}`;
}

function formIn({ html }: APage, what: string): string {
  const forms = DomUtils.getElementsByTagName('form', parseDocument(html)).map(({ attribs }) => attribs['action'] ?? '');
  return forms.find((one) => one.includes(`/${what}?`)) ?? `no form for ${what}`;
}
