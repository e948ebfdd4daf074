import type { CaseFacts } from '#cases';
import { wholeOrganisation } from '#test/whole-organisation';
import {
  emptyOrganisation,
  evolveOrganisation,
  readOrganisation,
  suggestRoute,
  type Organisation,
  type OrganisationEvent,
} from '#organisation';
import { mergedFiles } from '#test/reorganised';
import { prepareReceipt, questionOf } from './prepare-receipt.js';

const receipt = { caseId: '8c5f6b1e-3a7d-8e42-9f10-6d2b7c4a9e31', reference: 'RG-WD5C-429E-A093', accessCodeHash: 'hash' };
const letter = { kind: 'klagomal', language: 'sv', channel: 'letter', category: 'GATA.SNOROJNING', text: 'Ingen plogar.' } as const;
const told = readOrganisation(mergedFiles()).flatMap((file) => file.facts);
const evolved = (events: readonly OrganisationEvent[]) => events.reduce(evolveOrganisation, emptyOrganisation);

const prepare = (arriving: Parameters<typeof prepareReceipt>[0], org: Organisation) =>
  prepareReceipt(arriving, org, suggestRoute(questionOf(arriving, org), org));

describe('a letter that came before boards were reorganised and is registered after', () => {
  const prepared = (org: Organisation, at: string) => prepare({ submission: { ...letter, arrivedOn: '2026-12-31' }, receipt, at }, org);

  it('goes to the successor of the board that was responsible on the day of receipt', () => {
    const { received, classified, routed } = prepared(evolved(told), '2027-01-07T09:00:00.000Z');
    expect(received.receivedDate).toBe('2026-12-30');
    expect(classified).toMatchObject({ category: 'GATA.SNOROJNING' });
    expect(routed).toMatchObject({ to: 'board', board: 'SBN', secrecyArea: false });
  });

  it('is promised what was in force on the day of receipt', async () => {
    const [gotland] = (await wholeOrganisation()).policies.get('gotland') ?? [];
    const own = { ...gotland!, code: 'tkf', administrationCode: 'TKF', answer: { ...gotland!.answer!, count: 5 } };
    const org = evolveOrganisation(evolved(told), { type: 'PolicyPublished', data: { code: 'tkf', versions: [own] } });
    const promised = prepared(org, '2027-01-07T09:00:00.000Z').promised.map(({ policy }: CaseFacts['PromiseMade']) => policy);
    expect(promised).toEqual(['tkf', 'tkf']);
  });

  it('goes to the board itself as long as that exists', () =>
    expect(prepared(evolved(told), '2026-12-31T09:00:00.000Z').routed.board).toBe('TN'));

  it('goes to the successor of the front board, where a person has to look first', () => {
    const front = told.map((event): OrganisationEvent =>
      event.type === 'OrganisationDescribed' ? { ...event, data: { ...event.data, frontBoard: 'MBN' } } : event,
    );
    const { category: _, ...unclear } = letter;
    const asked = { submission: { ...unclear, text: 'Hej!', arrivedOn: '2026-12-31' }, receipt };
    const at = (instant: string) => prepare({ ...asked, at: instant }, evolved(front)).routed;
    expect(at('2026-12-31T09:00:00.000Z')).toMatchObject({ to: 'triage', board: 'MBN' });
    expect(at('2027-01-07T09:00:00.000Z')).toMatchObject({ to: 'triage', board: 'SBN' });
  });
});

describe('what may be secret', () => {
  const at = '2026-12-02T09:00:00.000Z';
  const saying = (text: string, category?: string) =>
    prepare({ submission: { ...letter, text, category: category! }, receipt, at }, evolved(told));

  it('is suspected although it is routed by the subject that was chosen', () => {
    const { suspected, routed } = saying('Hemtjänsten kommer för sent till min mamma. Ingen plogar.', 'GATA.SNOROJNING');
    expect([routed.to, suspected]).toEqual(['board', { ruleVersion: expect.any(String) }]);
  });

  it('is not suspected where nothing says so, nor where the area is secret anyhow', () => {
    expect(saying('Ingen plogar.', 'GATA.SNOROJNING').suspected).toBeUndefined();
    expect(saying('Hemtjänsten kommer för sent till min mamma.', 'AO.HEMTJANST').suspected).toBeUndefined();
  });

  it.each([{ place: 'Norrgatt, skyddad adress' }, { contact: { name: 'Eva (skyddad identitet)' } }])(
    'is suspected wherever the submitter says it: %j',
    (said) => {
      const { suspected, routed } = prepare({ submission: { ...letter, ...said }, receipt, at }, evolved(told));
      expect([routed.to, suspected]).toEqual(['triage', { ruleVersion: expect.any(String) }]);
    },
  );
});
