import { isDeepStrictEqual } from 'node:util';
import { anAuthority, listOf, type ListedCase, type Receipt } from '#test/an-authority';
import type { AnApi } from '#test/an-api';
import { eventually } from '#test/eventually';

interface ToldPromise {
  readonly what: string;
  readonly state: string;
  readonly due: string;
  readonly evidence: readonly string[];
  readonly words: Readonly<Record<'sv' | 'en', string>>;
  readonly explanation: Readonly<Record<'sv' | 'en', string>> & {
    readonly days: readonly { date: string; counted: boolean; sv: string | null }[];
  };
}

const authority = anAuthority();
const text = 'Plogbilen har inte kört på Söderväg i Visby på tre dagar och trottoaren är en isbana.';

let officer: AnApi;
beforeAll(async () => {
  officer = await authority.as('hanna.handlaggare-tn');
});

const promisesOf = async ({ caseId }: ListedCase, asOf?: string): Promise<readonly ToldPromise[]> => {
  const answer = await officer.get(`/cases/${caseId}/promises${asOf === undefined ? '' : `?asOf=${asOf}`}`);
  expect(answer.status).toBe(200);
  return (answer.body as { promises: ToldPromise[] }).promises;
};
const states = (promises: readonly ToldPromise[]) => promises.map(({ what, state }) => `${what} ${state}`);

describe('what was promised to who left an address', () => {
  let receipt: Receipt;
  let theCase: ListedCase;

  it('is kept when the relay has taken the mail, and not before', async () => {
    receipt = await authority.submit({ kind: 'klagomal', text, contact: { email: 'lofte@example.se' } });
    theCase = await authority.caseOf(officer, receipt);
    await authority.mailTo('lofte@example.se', 1);
    await eventually(async () => states(await promisesOf(theCase)).includes('acknowledgement kept'));
    expect(states(await promisesOf(theCase))).toEqual(['acknowledgement kept', 'answer open']);
    expect((await officer.post(`/cases/${theCase.caseId}/answers`, { text: 'Hej! Nu är det plogat.', by: 'email' })).status).toBe(201);
    await authority.mailTo('lofte@example.se', 2);
    await eventually(async () => states(await promisesOf(theCase)).includes('answer kept'));
  });

  it('names its rule and explains its date, day by day, in Swedish and in English', async () => {
    const [, answer] = await promisesOf(theCase);
    expect(answer).toMatchObject({
      due: receipt.promisedDate,
      counted: { policy: 'gotland', policyVersion: 1 },
      words: { sv: 'Svar: löftet hölls', en: 'Answer: promise kept' },
    });
    expect(answer!.explanation.sv).toMatch(
      /^Senast \S+ \d+ \S+ \d{4}: 14 dagar efter .*, som inte räknas\. Så säger policyn gotland, version 1\./,
    );
    expect(answer!.explanation.en).toMatch(/: 14 days after .*, which itself is not counted\. So says the policy gotland, version 1\./);
    const { days } = answer!.explanation;
    expect(days[0]).toEqual({
      date: receipt.receivedDate,
      counted: false,
      why: 'receipt',
      sv: 'dagen det räknas från',
      en: expect.any(String),
    });
    expect([days.filter(({ counted }) => counted).length, days.at(-1)!.date]).toEqual([14, answer!.due]);
  });

  it('rests on events that stand in the log', async () => {
    const [, answer] = await promisesOf(theCase);
    expect(answer!.evidence).toHaveLength(3);
    const { body } = await officer.get(`/cases/${theCase.caseId}/history`);
    const { steps } = body as { steps: { eventId: string; type: string }[] };
    expect(steps.filter(({ eventId }) => answer!.evidence.includes(eventId)).map(({ type }) => type)).toEqual([
      'PromiseMade',
      'AnswerGiven',
    ]);
  });

  it('is owed again when the mail comes back, and only a mail that was sent can', async () => {
    const bounce = (mail: string) => officer.post(`/cases/${theCase.caseId}/bounces`, { mail, code: '550 5.1.1' });
    const answer = await bounce('answer');
    expect([answer.status, states(answer.body.promises as ToldPromise[])]).toEqual([201, ['acknowledgement kept', 'answer open']]);
    expect((await bounce('answer')).status).toBe(201);
    expect((await bounce('delay')).status).toBe(422);
  });

  it('shows in the list: what was answered and has come back has not arrived', async () => {
    const listed = async () => {
      return (await listOf(officer)).find(({ caseId }) => caseId === theCase.caseId)?.promisedAnswer;
    };
    const waits = { what: 'answer', due: receipt.promisedDate, state: 'open', delivered: false };
    expect(await eventually(async () => isDeepStrictEqual(await listed(), waits))).toBe(true);
  });

  it('is kept by the receipt where a cap holds the mail back', async () => {
    const email = 'forening@example.se';
    const spelt = (n: number) => (n % 2 ? email : `fore.ning+${n}@example.se`);
    let last = receipt;
    for (let n = 0; n < 7; n++) last = await authority.submit({ kind: 'klagomal', text, contact: { email: spelt(n) } });
    const theLast = await authority.caseOf(officer, last);
    await eventually(async () => states(await promisesOf(theLast)).includes('acknowledgement kept'));
    expect(states(await promisesOf(theLast))).toEqual(['acknowledgement kept', 'answer open']);
    expect(authority.relay.messages.filter(({ to }) => /^fore\.?ning/.test(to[0] ?? ''))).toHaveLength(5);
  });

  it('can be asked as of an instant', async () => {
    expect(await promisesOf(theCase, '2020-01-01T00:00:00Z')).toEqual([]);
  });
});

it('is kept at once for who left no address, by the receipt code', async () => {
  const theCase = await authority.caseOf(officer, await authority.submit({ kind: 'klagomal', text }));
  expect(states(await promisesOf(theCase))).toEqual(['acknowledgement kept', 'answer open']);
});

it('is not told to who may not read the case, nor for an instant that is none', async () => {
  const theCase = await authority.caseOf(officer, await authority.submit({ kind: 'klagomal', text }));
  expect((await officer.get('/cases/8c5f6b1e-3a7d-8e42-9f10-6d2b7c4a9e31/promises')).status).toBe(404);
  expect((await officer.get(`/cases/${theCase.caseId}/promises?asOf=yesterday`)).status).toBe(422);
  const administrator = await authority.as('amira.administrator');
  expect([403, 404]).toContain((await administrator.get(`/cases/${theCase.caseId}/promises`)).status);
});
