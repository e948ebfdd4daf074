import { caseNameOf } from './case-name.js';
import { referenceOf } from '#identity';

const reference = referenceOf('8c5f6b1e-3a7d-8e42-9f10-6d2b7c4a9e31', 'RG');

describe('the name of a case', () => {
  it.each([
    ['as it is written', (name: string) => name],
    ['in small letters and groups', (name: string) => name.toLowerCase().replace(/-/g, ' ')],
    ['without a sign between', (name: string) => name.replace(/-/g, '')],
    ['without its prefix', (name: string) => name.slice(3)],
    ['with no-break spaces and long dashes', (name: string) => ` ${name.replace(/-/g, '\u00a0–\u00a0')} `],
  ])('is a reference, %s', (_, typed) => expect(caseNameOf(typed(reference), 'RG')).toBe(reference));

  it.each(['TN 2027/1', 'tn 2027 / 1', 'TN2027/1', ' tn  2027/0001 ', 'Tn 2027-1', 'TN-2027/1', 'tn\u00a02027/1'])(
    'is a diary number: %s',
    (typed) => expect(caseNameOf(typed, 'RG')).toBe('TN 2027/1'),
  );

  it('is what was said where it is neither', () => expect(caseNameOf(' gatlampa ', 'RG')).toBe('GATLAMPA'));
});
