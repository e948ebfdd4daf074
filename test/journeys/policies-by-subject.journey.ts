import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { aConsole } from '#test/a-console';
import { aVisitor } from '#test/a-visitor';
import type { AnApi } from '#test/an-api';
import { anAuthority, type ListedCase } from '#test/an-authority';
import { eventually } from '#test/eventually';
import { withOtherPolicies } from '#test/other-policies';

const preset = (code: string) => JSON.parse(readFileSync(`organisations/policy-presets/${code}.json`, 'utf8')) as object;
const organisation = withOtherPolicies((own) => [
  { ...own, kinds: ['klagomal', 'forslag', 'fraga'] },
  ...['health-care', 'school', 'accessibility'].map(preset),
]);
const authority = anAuthority({ environment: { ORGANISATION: organisation } });

const promisesOf = async (reader: AnApi, { caseId }: ListedCase) => {
  const { body } = await reader.get(`/cases/${caseId}/promises`);
  return (body as { promises: { what: string; counted: { policy: string; term: object } }[] }).promises.map(({ what, counted }) => ({
    what,
    policy: counted.policy,
    term: counted.term,
  }));
};

it.each([
  ['a fault in digital accessibility', 'RS.WEBB', 'helge.handlaggare-rs', 'accessibility', { unit: 'workingDays', count: 5 }],
  ['a complaint about school', 'GYMN.UTBILDNING', 'henrik.handlaggare-bun', 'school', { unit: 'workingDays', count: 10 }],
  ['a complaint about care', 'VARD.LASARETT', 'harriet.handlaggare-hsn', 'health-care', { unit: 'weeks', count: 4 }],
  ['a complaint about a fee for care', 'VARD.AVGIFT', 'harriet.handlaggare-hsn', 'gotland', { unit: 'calendarDays', count: 14 }],
])('%s is promised what its own policy says', async (_, category, reader, policy, term) => {
  const officer = await authority.as(reader);
  const theCase = await authority.caseOf(officer, await authority.submit({ category, text: 'Det här fungerar inte som det ska.' }));
  expect((await promisesOf(officer, theCase)).at(-1)).toMatchObject({ what: 'answer', policy, term });
});

it('is promised by the same policy when the case is taken up again, although its subject is sealed', async () => {
  const officer = await authority.as('harriet.handlaggare-hsn');
  const theCase = await authority.caseOf(officer, await authority.submit({ category: 'VARD.AKUT', text: 'Vi fick vänta hela natten.' }));
  const at = `/cases/${theCase.caseId}`;
  for (const [what, said] of [
    ['answers', { text: 'Vi beklagar väntan.', by: 'phone' }],
    ['reopenings', { reason: 'Svaret gällde en annan kväll.' }],
  ] as const)
    expect((await officer.post(`${at}/${what}`, said)).status).toBe(201);
  expect((await promisesOf(officer, theCase)).map(({ what, policy }) => `${what} ${policy}`)).toEqual([
    'answer health-care',
    'answer health-care',
  ]);
});

it('is taken in without a date where no policy speaks, and everybody who looks at it is told so', async () => {
  const submitter = aVisitor(authority.server);
  const praise = { kind: 'berom', text: 'Tack för sandningen på Söderväg.', category: 'GATA.SNOROJNING' };
  const receipt = await (await submitter.open('/lamna-synpunkt')).send(praise);
  expect(receipt.text).toContain('Vi har inte lovat något datum för svar');
  const [receiptCode = ''] = /(?:[0-9A-Z]{4}[ -]){5}[0-9A-Z]{4}/.exec(receipt.text) ?? [];
  const followed = await (await submitter.open('/folj')).send({ code: receiptCode });
  expect(followed.text).toContain('Vi har inte lovat något datum för svar');
  const { body } = await authority.anyone.post('/follow-ups', { receiptCode });
  expect(body).toMatchObject({ promisedDate: null, withoutDate: 'nothing-promised' });

  const officer = await authority.as('hanna.handlaggare-tn');
  const { caseId } = await authority.caseOf(officer, body);
  expect((await officer.get(`/cases/${caseId}`)).body).toMatchObject({ promisedDate: null, withoutDate: 'nothing-promised' });
  const staff = aVisitor(authority.server);
  await (await staff.open('/arbete')).send({ person: 'hanna.handlaggare-tn' });
  expect((await staff.open(`/arbete/arenden/${caseId}`)).text).toContain('Ingen serviceriktlinje har lovat något datum');
});

it('keeps what was promised when another version is told for days that have been, and promises by the new one from then on', async () => {
  const officer = await authority.as('hanna.handlaggare-tn');
  const roads = { category: 'GATA.SNOROJNING', kind: 'klagomal' };
  const before = await authority.caseOf(officer, await authority.submit(roads));
  const file = join(organisation, 'policies.json');
  const [own, ...others] = JSON.parse(readFileSync(file, 'utf8')) as [{ answer: object }];
  const other = { ...own, version: 2, answer: { ...own.answer, count: 10 }, validFrom: '2026-01-01' };
  writeFileSync(file, JSON.stringify([{ ...own, validTo: '2025-12-31' }, other, ...others]));
  const told = await aConsole(authority.server.dataFolder).run('organisation', 'import', organisation);
  expect(told).toMatchObject({
    code: 0,
    out: expect.stringContaining('before today, from 2026-01-01 on. It holds for what is registered from now on. What was promised stays'),
  });

  const termOf = async (one: ListedCase) => (await promisesOf(officer, one)).at(-1)?.term;
  const after = await eventually(async () => {
    const found = await authority.caseOf(officer, await authority.submit(roads));
    return isDeepStrictEqual(await termOf(found), await termOf(before)) ? undefined : found;
  });
  expect([await termOf(before), await termOf(after)]).toMatchObject([{ count: 14 }, { count: 10 }]);
});
