import { categoryOn, evolveOrganisation, prepareRouting, suggestRoute, type RouteQuestion } from '#organisation';
import { regionGotland } from '#test/region-gotland';
import { Steps } from '#test/steps';

const gotland = regionGotland();
const route = (text: string, more: Partial<RouteQuestion> = {}) => suggestRoute({ text, receivedDate: '2026-11-26', ...more }, gotland);

describe('a suggestion from words', () => {
  it('knows a word in its inflections and compounds', () => {
    for (const text of ['Snöröjningen är usel på vår gata.', 'Snöröjningsfordonet väckte oss.', 'Ni snöröjer aldrig hos oss.'])
      expect(route(text)).toMatchObject({ decision: 'route', boardCode: 'TN', categoryCode: 'GATA.SNOROJNING' });
  });

  it('takes a compound for what it is, not for what kind of it', () => {
    expect(route('Sjukhusparkeringen är alltid full.')).toMatchObject({ decision: 'route', boardCode: 'TN' });
    expect(route('Skolbussen kom inte i dag.')).toMatchObject({ decision: 'route', boardCode: 'BUN', categoryCode: 'SKOLA.SKJUTS' });
    expect(route('Stadsbussen kom inte i dag.')).toMatchObject({ decision: 'route', boardCode: 'TN' });
  });

  it('takes a landmark for a place, not for the matter', () => {
    expect(route('En fin rabatt utanför biblioteket i Roma.')).toMatchObject({
      decision: 'route',
      boardCode: 'TN',
      categoryCode: 'PARK.GRONYTOR',
    });
  });

  it('reads what is written without å, ä and ö', () => {
    expect(route('Varfor ar gangvagen aldrig plogad nar jag gar till jobbet?')).toMatchObject({
      decision: 'route',
      boardCode: 'TN',
      matched: ['gangvagen', 'plogad'],
    });
  });

  it('takes no word for what it is not: a name, a number, a word that only ends alike', () => {
    expect(route('Någon har sprejat på tunneln under Färjeleden.').externalBodies).toEqual([]);
    expect(route('Sotaren har inte kommit på fyra år.')).toMatchObject({ decision: 'route', boardCode: 'TN' });
    expect(route('Hur bokar jag färdtjänst?')).toMatchObject({ decision: 'route', boardCode: 'TN' });
  });

  it('names its rules, and keeps the words that spoke as they stood', () => {
    expect(route('Hemtjänsten kommer för sent.')).toMatchObject({
      ruleVersion: gotland.routingRules?.version,
      ruleIds: ['words'],
      reasons: ['words-agree'],
      matched: ['Hemtjänsten'],
    });
  });

  it('shows each word once, ten at most, and none of them whole that is longer than a line', () => {
    expect(route('bibliotek '.repeat(2_000)).matched).toEqual(['bibliotek']);
    const many = 'Snön på gatan, asfalten, lyktan, trottoaren, cykelbanan, vägen, parken, lekplatsen, bussen, soporna, vattnet och hamnen.';
    expect(route(many).matched.length).toBeLessThanOrEqual(10);
    const long = `Bibliotek${'s'.repeat(19_000)}`;
    expect(JSON.stringify(route(`${long} biblioteket`)).length).toBeLessThan(1_000);
  });

  it('shows a signal that only informs, and routes', () => {
    expect(route('Lekplatsen i Gråbo är trasig, gungan har lossnat.')).toMatchObject({
      decision: 'route',
      boardCode: 'TN',
      signals: [{ code: 'FELANMALAN', stops: false }],
    });
  });
});

describe('a person looks at', () => {
  it.each([
    ['what carries a signal that stops', 'Jag vill överklaga beslutet om bygglov.', 'stopping-signal'],
    ['what another body answers for', 'Fåröfärjan gick inte i går kväll.', 'external-body'],
    ['what says too little', 'Det är dåligt.', 'no-words-known'],
    ['what is two matters for two boards', 'Simhallen är kall och snöröjningen är usel.', 'two-matters'],
    ['what says of a place of care nothing that is ordinary there', 'Mormor satt i mörkret på äldreboendet.', 'not-ordinary'],
    ['what is written in another language', 'The bus to Hemse was late again and nobody answers.', 'foreign-language'],
    ['what is written in another script', 'لم تصل الحافلة اليوم', 'foreign-language'],
    ['what sounds graver than a submission', 'Hemtjänsten var hårdhänta och mamma hade blåmärken.', 'stopping-signal'],
  ])('%s', (_, text, reason) => {
    expect(route(text)).toMatchObject({ decision: 'triage', boardCode: 'RS', reasons: [reason] });
  });

  it('what names an external body, with the body suggested', () => {
    expect(route('Väg 142 är full av hål.').externalBodies).toContain('TRV');
  });
});

describe('the category the submitter chose', () => {
  it('decides, whatever the words say', () => {
    expect(route('Det fungerar inte.', { categoryCode: 'KULT.BIBLIOTEK' })).toMatchObject({
      decision: 'route',
      boardCode: 'RS',
      categoryCode: 'KULT.BIBLIOTEK',
      ruleIds: ['chosen-category'],
      confidence: 1,
    });
  });

  it('leads to the board of the day of receipt', () => {
    const { code, ...before } = { ...categoryOn(gotland, 'IFO.TILLSTAND', '2026-11-26')!, validTo: '2026-12-31' };
    const versions = [
      { code, ...before },
      { code, ...before, boardCode: 'MBN', validFrom: '2027-01-01', validTo: null },
    ];
    const later = evolveOrganisation(gotland, { type: 'CategoryPublished', data: { code, versions } });
    const boards = ['2026-12-31', '2027-01-01'].map(
      (receivedDate) => suggestRoute({ text: 'x', categoryCode: code, receivedDate }, later).boardCode,
    );
    expect(boards).toEqual(['SON', 'MBN']);
  });

  it('does not outvote a signal that stops, nor an external body', () => {
    expect(route('Jag överklagar.', { categoryCode: 'BYGG.BYGGLOV' }).decision).toBe('triage');
    expect(route('Väg 142 är inte plogad.', { categoryCode: 'GATA.UNDERHALL' }).decision).toBe('triage');
  });

  it('is not doubted because words of another language look like Swedish ones', () => {
    const text = 'The snow plough has not been here for three days.';
    expect(route(text, { language: 'en', categoryCode: 'GATA.SNOROJNING' })).toMatchObject({ decision: 'route', boardCode: 'TN' });
  });

  it('that is never routed by itself leaves it to the words', () => {
    expect(route('Biblioteket borde ha fler böcker.', { categoryCode: 'OVR.OKAND' })).toMatchObject({ decision: 'route', boardCode: 'RS' });
    expect(route('Hej.', { categoryCode: 'OVR.OKAND' }).decision).toBe('triage');
  });
});

describe('the rules', () => {
  it('are made ready in small steps, and then no text waits for them', async () => {
    const anew = regionGotland();
    expect([...prepareRouting(anew)].length).toBeGreaterThan(1_000);
    const making = new Steps(/routing\/entries/);
    await making.begin();
    const openings = Object.values(anew.routingRules!.categories).flatMap((tiers) => Object.values(tiers).flat());
    suggestRoute({ text: openings.join(' ').slice(0, 20_000), receivedDate: '2026-11-26' }, anew);
    expect(await making.taken()).toBe(0);
    suggestRoute({ text: 'Det är halt.', receivedDate: '2026-11-26' }, regionGotland());
    expect(await making.taken()).toBeGreaterThan(0); // it does count
    await making.end();
  });

  it('suggest the same for the same question', () => {
    expect(route('Soporna hämtades inte.')).toEqual(route('Soporna hämtades inte.'));
  });

  it('have words for every category but the one for everything else', () => {
    const worded = Object.keys(gotland.routingRules!.categories);
    expect([...gotland.categories.keys()].filter((code) => !worded.includes(code))).toEqual(['OVR.OKAND']);
  });
});
