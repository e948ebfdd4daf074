import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import request from 'supertest';
import { aBrowser, browserProgram, type ABrowser } from '#test/a-browser';
import { aProxy, type AProxy } from '#test/a-proxy';
import { eventually } from '#test/eventually';
import { inProduction, type InProduction } from '#test/in-production';
import { leaveAnswer, press, read } from '#test/on-a-page';

jest.setTimeout(120_000);

const text = 'Lampan vid övergångsstället på Norra Kyrkogatan har varit släckt sedan i måndags.';
const answer = 'Lampan är bytt. Tack för att du hörde av dig.';

let site: InProduction;
beforeAll(async () => {
  site = await inProduction();
});
afterAll(() => site.remove());

// Https, the cookies and the way by another site's login come together only in a browser; where there is none this is skipped.
(browserProgram === undefined ? describe.skip : describe)('behind a proxy that speaks https, with the issuer of the authority', () => {
  let proxy: AProxy;
  let browser: ABrowser;
  let citizen: Page;
  let officer: Page;
  const ourCookies = async (page: Page) => (await page.context().cookies(site.publicUrl)).map(({ name, secure }) => ({ name, secure }));

  beforeAll(async () => {
    proxy = await aProxy(site.publicUrl, site.server.address);
    browser = await aBrowser();
    [citizen, officer] = [await browser.somebody(), await browser.somebody()];
  });
  afterAll(async () => {
    expect(browser.complaints).toEqual([]);
    await browser.close();
    await proxy.close();
  });

  it('a person is heard, and sees the receipt by a cookie that no other site can set', async () => {
    await citizen.goto(`${site.publicUrl}/lamna-synpunkt`);
    await citizen.getByText('Klagomål', { exact: true }).click();
    await citizen.getByLabel('Vad vill du säga?').fill(text);
    await citizen.getByLabel('E-post').fill('karin@example.se');
    await press(citizen, 'Skicka in');
    expect(await read(citizen)).toContain('Vi har tagit emot din synpunkt');
    expect(await ourCookies(citizen)).toEqual([{ name: '__Host-synpunkter-receipt', secure: true }]);
  });

  it('who is of the staff and has no right is told so, and has it at the next login after it was granted', async () => {
    await officer.goto(`${site.publicUrl}/arbete`);
    await officer.getByRole('button', { name: 'Hanna Björk' }).click();
    expect(await read(officer)).toContain('Du har inte behörighet');
    const said = await site.console('grant', 'officer', '--board', 'TN', 'hanna.handlaggare-tn@region.example');
    expect(said).toEqual({ code: 0, output: expect.stringContaining('has to log in again') });
    await officer.getByRole('link', { name: 'Logga in igen' }).click();
    await officer.getByRole('button', { name: 'Hanna Björk' }).click();
    expect(officer.url()).toBe(`${site.publicUrl}/arbete`);
    expect(await read(officer)).toContain(text);
    expect(await ourCookies(officer)).toEqual([{ name: '__Host-synpunkter-session', secure: true }]);
  });

  it('the officer answers, and the link in the mail shows the answer', async () => {
    await officer.getByRole('link', { name: text }).click();
    await leaveAnswer(officer, answer);
    expect(await read(officer)).toContain('Svaret är lämnat.');

    const told = await eventually(() => Promise.resolve(site.relay.messages[1]));
    const [link = ''] = new RegExp(`${site.publicUrl}/folj/\\S+`).exec(told.raw.replaceAll('=\r\n', '')) ?? [];
    const reader = await browser.somebody();
    await reader.goto(link);
    expect(await read(reader)).toContain(answer);
  });

  it('who signs out is out, whatever was remembered', async () => {
    await officer.getByRole('button', { name: 'Logga ut' }).click();
    await officer.waitForLoadState();
    expect(await ourCookies(officer)).toEqual([]);
    await officer.goBack();
    expect(await officer.getByText(answer).count()).toBe(0);
  });
});

describe('in production', () => {
  const visit = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    request(site.server.address)
      .get(path)
      .set({ host: new URL(site.publicUrl).host, 'x-forwarded-proto': 'https', ...headers });

  it.each(['/dev/mail', '/dev/oidc/.well-known/openid-configuration', '/dev'])('%s does not exist', async (path) => {
    expect((await visit(path)).status).toBe(404);
  });

  it('browsers are told to ask by https only, and under one name', async () => {
    expect((await visit('/')).headers['strict-transport-security']).toBe('max-age=31536000');
    const elsewhere = await visit('/folj', { host: 'www.example.se' });
    expect([elsewhere.status, elsewhere.headers['location']]).toEqual([308, `${site.publicUrl}/folj`]);
  });

  it('who asks too much waits, and others behind the same proxy do not', async () => {
    const ask = async (from: string) => (await visit('/folj', { 'x-forwarded-for': from })).status;
    const answers = await Promise.all(Array.from({ length: 310 }, () => ask('203.0.113.7')));
    expect(answers.filter((status) => status === 429)).toHaveLength(10);
    expect(await ask('203.0.113.8')).toBe(200);
  });
});
