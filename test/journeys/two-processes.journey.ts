import { aServer, type AServer } from '#test/a-server';
import { anApi, apiOf } from '#test/an-api';
import { anAuthority, aSynpunkt, created, listOf, type Receipt } from '#test/an-authority';
import { eventually } from '#test/eventually';
import { groupBy } from '#test/group-by';

const authority = anAuthority();
const submitters = 64;
/** Texts for two boards and for triage, so that three series are wanted at once. */
const texts = [aSynpunkt.text, 'Vi vill inte ha höghus i detaljplanen för Östra Hejdeby.', 'Hej, jag undrar en sak.'];

let second: AServer;

beforeAll(async () => {
  second = await aServer({ dataFolder: authority.server.dataFolder, relay: authority.relay.port });
  await second.start();
});
afterAll(() => second.remove());

describe('sixty-four people who submit at the same moment, at two processes with one log', () => {
  let receipts: readonly Receipt[];

  it('are all taken in, each with a reference and a code of their own', async () => {
    const doors = [authority.anyone, anApi(second)];
    receipts = await Promise.all(
      Array.from({ length: submitters }, async (_, number) => {
        const said = { ...aSynpunkt, text: texts[number % texts.length]!, contact: { email: `nr${number}@example.se` } };
        return created(await doors[number % doors.length]!.post('/submissions', said));
      }),
    );
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(submitters);
    expect(new Set(receipts.map(({ receiptCode }) => receiptCode)).size).toBe(submitters);
  });

  it('find their synpunkt at either process', async () => {
    for (const door of [authority.anyone, anApi(second)]) {
      const found = await Promise.all(receipts.map(({ receiptCode }) => door.post('/follow-ups', { receiptCode })));
      expect(found.map(({ body }) => body.reference)).toEqual(receipts.map(({ reference }) => reference));
    }
  });

  it('get diary numbers of which none is given twice and none is skipped', async () => {
    const karin = await authority.as('karin.kundtjanst'); // reads what is in triage, too
    const cases = await eventually(async () => {
      const all = await listOf(karin);
      return all.every(({ diaryNumbers }) => diaryNumbers.length === 1) && all;
    });
    expect(cases).toHaveLength(submitters);
    const numbers = cases.map(({ diaryNumbers }) => diaryNumbers[0]!.split('/') as [series: string, number: string]);
    const series = groupBy(numbers, ([name]) => name);
    expect([...series.keys()].map((name) => name.split(' ')[0]).sort()).toEqual(['MBN', 'RS', 'TN']);
    for (const given of series.values()) {
      expect(given.map(([, number]) => Number(number)).sort((a, b) => a - b)).toEqual(given.map((_, index) => index + 1));
    }
  });

  it('get one mail each, whichever process sends it', async () => {
    await eventually(() => authority.relay.messages.length >= submitters);
    expect(new Set(authority.relay.messages.flatMap(({ to }) => to)).size).toBe(submitters);
    expect(authority.relay.messages).toHaveLength(submitters);
  });
});

describe('what one process has written', () => {
  it('is seen at the other, and decided once however many name what they saw', async () => {
    const receipt = await authority.submit();
    const here = await authority.as('hanna.handlaggare-tn');
    const there = await apiOf(second, 'hassan.handlaggare-tn');
    const { caseId } = await authority.caseOf(there, receipt);
    const seen = { 'if-match': (await there.get(`/cases/${caseId}`)).headers['etag'] as string };
    const answers = await Promise.all([here, there].map((api) => api.post(`/cases/${caseId}/closures`, { outcome: 'withdrawn' }, seen)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect((await here.get(`/cases/${caseId}`)).body.status).toBe('closed');
    expect((await there.get(`/cases/${caseId}`)).body.status).toBe('closed');
  });
});

describe('when one of two processes is killed', () => {
  it('the other goes on, and sends what the dead one had not begun', async () => {
    await second.kill();
    const receipt = await authority.submit({ contact: { email: 'kvar@example.se' } });
    expect((await authority.caseOf(await authority.as('hanna.handlaggare-tn'), receipt)).diaryNumbers).toHaveLength(1);
    expect(await authority.mailTo('kvar@example.se', 1)).toHaveLength(1);
  });
});
