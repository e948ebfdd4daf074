import type { Page } from 'playwright-core';
import { aBrowser, barriersOn, browserProgram, type ABrowser } from '#test/a-browser';
import { anApi } from '#test/an-api';
import { aServer } from '#test/a-server';
import { anAuthority, aSynpunkt } from '#test/an-authority';
import { eventually } from '#test/eventually';
import { leaveAnswer, press, read } from '#test/on-a-page';

const authority = anAuthority();
const text = 'Lampan vid övergångsstället på Norra Kyrkogatan har varit släckt sedan i måndags.';
const answer = 'Lampan är bytt. Tack för att du hörde av dig.';

let browser: ABrowser;
const visit = async (page: Page, path: string): Promise<void> => {
  await page.goto(authority.server.address + path);
};
const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText();

// Where there is no browser these are skipped, and say so; `.ci/run` brings one.
(browserProgram === undefined ? describe.skip : describe)('in a real browser', () => {
  beforeAll(async () => {
    browser = await aBrowser();
  });
  afterAll(async () => {
    expect(browser.complaints).toEqual([]);
    await browser.close();
  });

  it('a person leaves a synpunkt, follows it by code and by mail, and is answered by an officer who signs in', async () => {
    const citizen = await browser.somebody();
    await visit(citizen, '/');
    await citizen.getByRole('main').getByRole('link', { name: 'Lämna en synpunkt' }).click();
    await press(citizen, 'Skicka in');
    expect(await read(citizen)).toContain('Välj vad du vill lämna');
    expect(await barriersOn(citizen)).toEqual([]);

    await citizen.getByText('Klagomål', { exact: true }).click();
    await citizen.getByLabel('Vad vill du säga?').fill(text);
    await citizen.getByLabel('E-post').fill('karin@example.se');
    await press(citizen, 'Skicka in');
    expect(await heading(citizen)).toBe('Vi har tagit emot din synpunkt');
    expect(await barriersOn(citizen)).toEqual([]);
    const code = await citizen.locator('code').innerText();

    const elsewhere = await browser.somebody();
    await visit(elsewhere, '/folj');
    await elsewhere.getByRole('textbox').fill('ABCD');
    await press(elsewhere, 'Visa ärendet');
    expect(await barriersOn(elsewhere)).toEqual([]);
    await elsewhere.getByRole('textbox').fill(code.toLowerCase());
    await press(elsewhere, 'Visa ärendet');
    expect(await read(elsewhere)).toContain(text);
    expect(await barriersOn(elsewhere)).toEqual([]);

    const officer = await browser.somebody();
    await visit(officer, '/arbete');
    expect(await barriersOn(officer)).toEqual([]);
    await officer.getByRole('button', { name: 'Hanna Björk' }).click();
    const chosen = async () => [await officer.getByLabel('Nämnd').inputValue(), await officer.getByLabel('Status').inputValue()];
    expect(await chosen()).toEqual(['mine', 'open']);
    await officer.getByRole('link', { name: 'Visa alla' }).click();
    expect(await chosen()).toEqual(['', '']);
    expect(await barriersOn(officer)).toEqual([]);
    await officer.getByRole('link', { name: text }).click();
    expect(await barriersOn(officer)).toEqual([]);
    await leaveAnswer(officer, answer);
    expect(await read(officer)).toContain('Svaret är lämnat.');
    expect(await barriersOn(officer)).toEqual([]);
    await officer.getByRole('button', { name: 'Logga ut' }).click();
    await visit(officer, '/arbete');
    expect(await heading(officer)).toBe('Välj vem du vill vara');

    const [, told] = await authority.mailTo('karin@example.se', 2);
    const link = /http\S+\/folj\/\S+/.exec(told?.parsed.text ?? '')?.[0] ?? '';
    const reader = await browser.somebody();
    await reader.goto(link);
    expect(await read(reader)).toContain(answer);
    await reader.getByText('Ja', { exact: true }).click();
    await press(reader, 'Skicka omdömet');
    expect(await read(reader)).toContain('Du sa vad du tyckte om svaret');
    expect(await barriersOn(reader)).toEqual([]);
  });

  it('the link in a mail opens the case, from the mailbox of the evaluation too', async () => {
    const server = await aServer(); // without a relay, so that mail stays inside
    try {
      await server.start();
      await anApi(server).post('/submissions', { ...aSynpunkt, contact: { email: 'karin@example.se' } });
      const evaluator = await browser.somebody();
      const mail = evaluator.getByRole('main').getByRole('link').first();
      await eventually(async () => {
        await evaluator.goto(`${server.address}/dev/mail`);
        return (await mail.count()) > 0;
      });
      await mail.click();
      const opened = evaluator.waitForEvent('popup');
      await evaluator.frameLocator('iframe').getByRole('link', { name: 'Följ ditt ärende' }).click();
      expect(await read(await opened)).toContain(aSynpunkt.text);
    } finally {
      await server.remove();
    }
  });

  it.each([
    '/',
    '/en',
    '/tillganglighet',
    '/personuppgifter',
    '/api',
    '/lamna-synpunkt',
    '/en/lamna-synpunkt',
    '/folj',
    '/dev/mail',
    '/finns-inte',
  ])('%s keeps nobody out', async (path) => {
    const anybody = await browser.somebody();
    await visit(anybody, path);
    expect(await barriersOn(anybody)).toEqual([]);
  });
});
