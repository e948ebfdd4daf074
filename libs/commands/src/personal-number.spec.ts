import fc from 'fast-check';
import { holdsPersonalNumber } from './personal-number.js';

const today = '2026-11-30';
const holds = (text: string) => holdsPersonalNumber(text, today);

describe('a personal identity number', () => {
  it.each([
    'Gatlampan på Söderväg är trasig. 121212-1212',
    '1212121212',
    '191212121212',
    '19121212-1212',
    '121212+1212',
    '121212 1212',
    '19121212 1212.',
    '(811218-9876)',
    'samordningsnummer 701063-2391',
    '197010632391',
    'Mitt personnummer är 0401010004',
    '121212–1212',
    '12\u200b12\u200b12-1212',
    '121212\u00ad1212',
    '１２１２１２－１２１２',
    '2012-12-12-1212',
    '12 12 12 - 1212',
    '1912/12/12-1212',
    '121212-\n1212',
  ])('is seen: %s', (text) => expect(holds(text)).toBe(true));

  it.each([
    ['with another check digit', '121212-1213'],
    ['of a day that there is not', '121312-1213'],
    ['of a day to come', '20271212-1210'],
    ['as a part of a longer number', '1234-121212-1212-5'],
    ['as digits of a longer row', '9121212121299'],
    ['as a day and a time', 'Den 2012-12-12 1212'],
    ['as digits in groups of a longer row', '7-12-12-12-1212'],
    ['in two lines that only follow each other', '121212\n1212'],
  ])('is not seen %s', (_, text) => expect(holds(text)).toBe(false));

  const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
  const telephone = fc.oneof(
    digits(8).map((rest) => `07${rest}`),
    fc.tuple(digits(1), digits(3), digits(2), digits(2)).map(([a, b, c, d]) => `07${a}-${b} ${c} ${d}`),
    digits(8).map((rest) => `+467${rest}`),
    digits(8).map((rest) => `00467${rest}`),
    digits(6).map((rest) => `0498-${rest}`),
    digits(6).map((rest) => `0498${rest}`),
  );
  it('is never seen in a telephone number', () => {
    fc.assert(fc.property(telephone, (number) => !holds(`Ring mig på ${number}, tack.`)));
  });

  it('is never seen in a diary number, a number of an organisation, or a row of another length', () => {
    const diary = fc.tuple(fc.integer({ min: 2018, max: 2030 }), fc.nat(99_999)).map(([year, number]) => `TN ${year}/${number}`);
    const organisation = fc
      .tuple(digits(2), fc.integer({ min: 20, max: 99 }), digits(2), digits(4))
      .map(([a, b, c, d]) => `${a}${b}${c}-${d}`);
    const row = fc.oneof(
      digits(9),
      digits(11).filter((one) => !/^(?:18|19|20)/.test(one)),
      digits(13),
      digits(16),
    );
    fc.assert(fc.property(fc.oneof(diary, organisation, row), (number) => !holds(`Se ${number}.`)));
  });
});
