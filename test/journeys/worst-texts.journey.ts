import { anAuthority } from '#test/an-authority';
import { aVisitor } from '#test/a-visitor';
import { hostileTexts, longestText } from '#test/hostile-texts';
import { regionGotland } from '#test/region-gotland';

const authority = anAuthority();
const { routingRules } = regionGotland();
if (routingRules === undefined) throw new Error('the organisation has no routing rules');
const ways = 30;
const textOf = hostileTexts(routingRules, 1);

/** As long as it may be also where its signs are put together otherwise. */
const composed = (text: string): string => text.normalize('NFC').slice(0, longestText);

/** What each word of it says is said again and again; an explanation of its routing that held them all would be as long as the text. */
const oneWordAgainAndAgain = 'bibliotek '.repeat(2_000);
/** The beginning of many rules again and again, then what ends them. */
const openRules = Object.values(routingRules.categories)
  .flatMap((tiers) => Object.values(tiers).flat())
  .filter((term) => term.startsWith('barn + '))
  .map((term) => term.slice('barn + '.length).replaceAll('*', ''));
const beginningThenEnds = `${'barn '.repeat(3_900).slice(0, longestText - 1 - openRules.join(' ').length)} ${openRules.join(' ')}`;

/** One of each way in which texts are made to keep the server busy: what routing takes of them is counted in `hostile-texts.proof`. */
const worst = [
  oneWordAgainAndAgain,
  beginningThenEnds,
  ...Array.from({ length: ways }, (_, number) => composed(textOf(number, longestText).text)),
];

describe('a text of twenty thousand characters', () => {
  it('is received however it is made', async () => {
    const met: unknown[] = [];
    for (const [number, text] of worst.entries()) {
      const { status, body } = await authority.anyone.post('/submissions', { kind: 'klagomal', language: 'sv', text });
      met.push(status === 201 ? 201 : { number, status, body: body as unknown });
    }
    expect(new Set(met)).toEqual(new Set([201]));
  });

  it('is received by the form as well, and shown to its sender', async () => {
    for (const text of worst.slice(0, 6)) {
      const visitor = aVisitor(authority.server);
      const form = await visitor.open('/lamna-synpunkt');
      const receipt = await form.send({ kind: 'klagomal', text });
      expect(receipt.text).toContain('Vi har tagit emot din synpunkt');
    }
  });
});
