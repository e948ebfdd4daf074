import { caseNameOf } from './case-name.js';
import { referenceOf } from '#identity';

const reference = referenceOf('8c5f6b1e-3a7d-8e42-9f10-6d2b7c4a9e31', 'RG');

const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('the name of a case', () => {
  it.each([
    ['as it is written', (name: string) => name],
    ['in small letters and groups', (name: string) => name.toLowerCase().replace(/-/g, ' ')],
    ['without a sign between', (name: string) => name.replace(/-/g, '')],
    ['without its prefix', (name: string) => name.slice(3)],
    ['after a word for it', (name: string) => `Ärende: ${name}`],
    ['in the signs of a wide keyboard', wide],
    ['pasted from a mail, with signs that show nothing', (name: string) => name.replace(/(?=.)/g, '\u200b')],
    ['in a sentence’s brackets, and with a minus', (name: string) => `(${name.replace(/-/g, '\u2212')}).`],
    ['with no-break spaces and long dashes', (name: string) => ` ${name.replace(/-/g, '\u00a0–\u00a0')} `],
  ])('is a reference, %s', (_, typed) => expect(caseNameOf(typed(reference), 'RG')).toBe(reference));

  it.each(['TN 2027/1', 'tn 2027 / 1', 'TN2027/1', ' tn  2027/0001 ', 'Tn 2027-1', 'TN-2027/1', 'tn\u00a02027/1'])(
    'is a diary number: %s',
    (typed) => expect(caseNameOf(typed, 'RG')).toBe('TN 2027/1'),
  );

  it.each([
    'TN 2026 100',
    'TN2026100',
    'dnr TN 2026/100',
    'Dnr: tn2026-100.',
    'diarienummer TN\u20092026\u2044100',
    'ärende nr TN 2026/100',
    wide('TN 2026/100'),
    'T\u200bN 20\u00ad26/1\u206000\ufeff',
    'tn—2026–100',
  ])('is a diary number, however it was written: %s', (typed) => expect(caseNameOf(typed, 'RG')).toBe('TN 2026/100'));

  it.each([
    ['KS2 2026/1', 'KS2 2026/1'],
    ['ks220261', 'KS2 2026/1'],
    ['DNR 2026/1', 'DNR 2026/1'],
  ])('keeps the series of %s apart from its year, and from a word before', (typed, name) => expect(caseNameOf(typed, 'RG')).toBe(name));

  it('is what was said where it is neither', () => expect(caseNameOf(' gatlampa ', 'RG')).toBe('GATLAMPA'));
});
