import { localDate } from '#promises';
import { aVisitor, type APage, type AVisitor } from '#test/a-visitor';
import { anAuthority, aSynpunkt, type ListedCase } from '#test/an-authority';

const authority = anAuthority();
const daysAgo = (days: number): string => localDate(new Date(Date.now() - days * 24 * 3_600_000).toISOString());
const asksBack = /Kom den .+\? Det är mer än 30 dagar sedan/;

let registrar: AVisitor;
beforeAll(async () => {
  registrar = aVisitor(authority.server);
  await (await registrar.open('/arbete')).send({ person: 'rut.registrator-tn' });
});

const said = { kind: 'klagomal', text: 'Det är halt.', channel: 'phone', category: 'GATA.SNOROJNING' };
/** Sends the form again as it stands. */
const again = (page: APage) => page.send({}, '/arbete/registrera');
const register = async (more: object) => (await registrar.open('/arbete/registrera')).send({ ...said, ...more });

describe('registering what came long ago', () => {
  it('asks the day back once, keeps all that was typed, and takes it when it is sent again', async () => {
    const back = await register({ arrivedOn: '2018-12-31', name: 'Åke' });
    expect([back.status, back.text]).toEqual([422, expect.stringMatching(asksBack)]);
    expect(back.text).toContain('måndag 31 december 2018');
    for (const [name, typed] of Object.entries({ ...said, arrivedOn: '2018-12-31', name: 'Åke' })) expect(back.value(name)).toBe(typed);
    const kept = await again(back);
    expect([kept.path, kept.text]).toEqual(['/kvitto', expect.stringContaining('31 december 2018')]);
  });

  it('asks anew about another day, and about one that was not confirmed', async () => {
    const back = await register({ arrivedOn: '2019-12-31' });
    expect((await back.send({ confirmedDay: '' })).text).toMatch(asksBack);
    const other = await back.send({ arrivedOn: '2020-12-31' });
    expect([other.status, other.text]).toEqual([422, expect.stringContaining('torsdag 31 december 2020')]);
    expect((await again(other)).path).toBe('/kvitto');
  });

  it('asks together with what else is to be mended, and not again when that is mended', async () => {
    const back = await register({ arrivedOn: '2021-12-31', text: '' });
    expect(back.text).toMatch(asksBack);
    const stillWrong = await back.send({ text: '', place: 'Visby' });
    expect([stillWrong.status, stillWrong.value('confirmedDay')]).toEqual([422, '2021-12-31']);
    expect(stillWrong.text).not.toMatch(asksBack);
    expect((await stillWrong.send({ text: 'Det är halt.' })).path).toBe('/kvitto');
  });

  it('asks nothing about the last thirty days, and calls wrong what cannot be meant', async () => {
    expect((await register({ arrivedOn: daysAgo(30) })).path).toBe('/kvitto');
    expect((await register({ arrivedOn: daysAgo(31) })).text).toMatch(asksBack);
    const impossible = await register({ arrivedOn: '2016-12-31' });
    expect([impossible.status, impossible.value('confirmedDay')]).toEqual([422, undefined]);
    expect(impossible.text).not.toMatch(asksBack);
  });
});

it('is asked back when a day of receipt is corrected, too', async () => {
  const reader = await authority.as('rut.registrator-tn');
  const { body } = await reader.post('/cases', { ...aSynpunkt, ...said, language: 'sv' });
  const { caseId }: ListedCase = await authority.caseOf(reader, body);
  const page = await registrar.open(`/arbete/arenden/${caseId}`);
  const form = `/arbete/arenden/${caseId}/ankomstdag`;
  const back = await page.send({ to: '2018-12-31', reason: 'Brevet låg kvar.' }, form);
  expect([back.status, back.text]).toEqual([422, expect.stringMatching(asksBack)]);
  expect([back.value('to', form), back.value('reason', form)]).toEqual(['2018-12-31', 'Brevet låg kvar.']);
  expect((await reader.get(`/cases/${caseId}`)).body.receivedDate).not.toBe('2018-12-31');
  const done = await back.send({}, form);
  expect([done.status, done.text]).toEqual([200, expect.stringContaining('Ankomstdagen är rättad')]);
  expect((await reader.get(`/cases/${caseId}`)).body.receivedDate).toBe('2018-12-31');
});

it('is not asked back by the API, which takes the day as it is said', async () => {
  const reader = await authority.as('rut.registrator-tn');
  const { status, body } = await reader.post('/cases', { ...aSynpunkt, channel: 'phone', arrivedOn: '2018-12-31' });
  expect([status, body.receivedDate]).toEqual([201, '2018-12-31']);
});
