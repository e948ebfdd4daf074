import { suggestRoute, type RouteQuestion } from '#organisation';
import { regionGotland } from '#test/region-gotland';

const gotland = regionGotland();
const route = (text: string, more: Partial<RouteQuestion> = {}) => suggestRoute({ text, receivedDate: '2026-11-26', ...more }, gotland);

describe('something in a text may be secret', () => {
  it.each([
    'Läkaren på psykiatrin i Visby skrev fel medicin till min dotter. Parkeringen var full.',
    'Hemtjänsten kommer för sent till min mamma. Gatlampan utanför är trasig.',
    'Min son får inget stöd av BUP i Visby och gatan är full av snö.',
  ])('where a board of secrecy is among the candidates, whatever subject was chosen: %s', (text) => {
    expect(route(text).secrecySigns).toContain('secrecy-area');
    expect(route(text, { categoryCode: 'GATA.BELYSNING' })).toMatchObject({
      boardCode: expect.any(String),
      secrecySigns: expect.arrayContaining(['secrecy-area']),
    });
  });

  it('where a signal stops it', () => expect(route('Jag vill överklaga beslutet om bygglov.').secrecySigns).toContain('stopping-signal'));

  it('where the subject that was chosen is secret as a rule', () =>
    expect(route('Bilen kom en timme sent.', { categoryCode: 'BUSS.FARDTJANST' }).secrecySigns).toContain('secret-matter'));

  it.each([
    'Gatlampan vid Norrgatt är trasig.',
    'Hur länge är det kö för en båtplats i Klintehamn?',
    'Plogkanten vid vår infart är meterhög.',
  ])('but not because of a word that only supports: %s', (text) => expect(route(text).secrecySigns).toEqual([]));
});

describe('a protected identity', () => {
  it.each([
    'Jag har skyddade personuppgifter och bor på Hemliga gatan 5. Gatlampan utanför är trasig.',
    'Vi har skyddad identitet. Gatan är mörk.',
    'Jag har sekretessmarkering i folkbokföringen.',
    'Jag har skyddad folkbokföring, plogen kom inte.',
    'Jag är kvarskriven på min gamla adress.',
    'Min handläggare har lämnat ut att jag lever gömd för mitt ex.',
    'Min adress är hemlig.',
    'Mitt ex får inte veta var jag bor.',
    'I have a protected identity and the street light is broken.',
    'We are living in hiding and the road is dark.',
    'I live at a secret address.',
    'Gatlampan utanför är trasig. Jag har skyddade\npersonuppgifter och bor på Hemliga gatan 5.',
    'GATAN ÄR MÖRK. JAG HAR SKYDDAD\n  IDENTITET',
    'Gatan är mörk. Jag har sky\u200bddad iden\u034ftite\u00adt.',
    'Jag har skyddade person-uppgifter. Gatan är mörk.',
    'Jag har skydd\u2011ad identi\u2010tet. Gatan är mörk.',
    'Gatan är mörk. Jag har skyddade personupp-\ngifter.',
    'Gatan är mörk. Jag har skydd-\n  ade person-\nupp-\ngifter.',
    'GATAN ÄR MÖRK. JAG HAR SKYDDADE PERSONUPP-\nGIFTER.',
    'Gatan är mörk. Jag har skyddade personupp\u00ad\r\ngifter.',
    'Jag har sekretess-markering i folkbok-\nföringen.',
    'Gatan är mörk.\n> Jag har skyddad\n> identitet',
    'Gatan är mörk.\n>> Jag har skyddade personupp-\n>> gifter',
    'Gatan är mörk. Jag har skyddade personupp–\ngifter',
    'Gatan är mörk. Jag har skyddade personupp¬\ngifter',
    'Jag har skyddad folk bokföring.',
    'Jag har sekretess markering.',
    'Jag har skydade personuppgifter.',
  ])('is a signal of its own, that a person looks at: %s', (text) => {
    for (const chosen of [{}, { categoryCode: 'GATA.BELYSNING' }]) {
      const { decision, signals, secrecySigns } = route(text, chosen);
      const codes = signals.map(({ code }) => code);
      expect([decision, codes.includes('SKYDD'), codes.includes('DSO')]).toEqual(['triage', true, false]);
      expect(secrecySigns).toContain('stopping-signal');
    }
  });

  it.each([
    'Sopbilen kom aldrig hem till adressen på fredagen.',
    'Busshållplatsen bör ha skydd, personer fryser.',
    'Den skyddade personalparkeringen är full.',
    'Vägskylten är gömd bakom en buske.',
    'Jag fick en ny identitet som cyklist.',
    'Vi saknar skydd-\noch personliga uppgifter om vem som plogar.',
  ])('is not meant by every word that is like it: %s', (text) =>
    expect(route(text).signals.map(({ code }) => code)).not.toContain('SKYDD'),
  );

  it.each(['Norrgatt 5 (skyddad identitet)', 'Eva, skyddade personuppgifter', 'Norrgatt, secret address'])(
    'counts wherever it stands: %s',
    (beside) => {
      const seen = route('Gatlampan är trasig.', { categoryCode: 'GATA.BELYSNING', beside: ['Visby', beside] });
      expect([seen.decision, seen.secrecySigns]).toEqual(['triage', ['stopping-signal']]);
    },
  );

  it('and a place speaks for no board', () => {
    const text = 'Gatlampan är trasig.';
    const [alone, placed] = [route(text), route(text, { beside: ['Hemtjänsten på psykiatrin'] })];
    expect(placed).toEqual(alone);
  });
});
