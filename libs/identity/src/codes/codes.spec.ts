import { createHmac, randomUUID } from 'node:crypto';
import { checkCharacter, checks } from './check-character.js';
import { parseReceiptCode, receiptCode, receiptCodeHash, showReceiptCode } from './receipt-code.js';
import { parseReference, referenceOf } from './reference.js';

const mac = (purpose: string, value: string) => createHmac('sha256', 'a key for tests').update(`${purpose}\0${value}`).digest();
const every32 = Array.from({ length: 32 }, (_, value) => value);

describe('the check character', () => {
  // The check is linear over GF(32), so an error goes unseen in one text if and only if it does in the all-zero text (for
  // a wrong character) and in the text that holds only the two that were swapped. Trying those is trying them all.
  it.each([12, 24])('of %i characters notices every single wrong character', (length) => {
    for (let place = 0; place < length; place++)
      for (const wrong of every32.slice(1)) {
        const text = Array.from({ length }, (_, index) => (index === place ? wrong : 0));
        expect(checks(text)).toBe(false);
      }
  });

  it.each([12, 24])('of %i characters notices every swap of two different characters', (length) => {
    for (let a = 0; a < length; a++)
      for (let b = 0; b < a; b++)
        for (const difference of every32.slice(1)) {
          const text = Array.from({ length }, (_, index) => (index === a || index === b ? difference : 0));
          expect(checks(text)).toBe(false);
        }
  });

  it('is linear, on which the two proofs above stand', () => {
    for (const a of every32)
      for (const b of every32) {
        const [left, right] = [
          [a, 3, b, 9],
          [b, 7, 30, a],
        ];
        const sum = left.map((value, index) => value ^ right[index]!);
        expect(checkCharacter(sum)).toBe(checkCharacter(left) ^ checkCharacter(right));
      }
  });
});

describe('a receipt code', () => {
  const code = receiptCode('0f0e0d0c-0b0a-8908-8706-050403020100', mac);

  it('is the same when the same command is repeated, and another for another command', () => {
    expect(receiptCode('0f0e0d0c-0b0a-8908-8706-050403020100', mac)).toBe(code);
    expect(receiptCode('another', mac)).not.toBe(code);
  });

  it('is shown in six groups of four', () => {
    expect(showReceiptCode(code)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it.each([
    ['as it is shown', showReceiptCode(code)],
    ['in lower case', code.toLowerCase()],
    ['with hyphens', showReceiptCode(code).replaceAll(' ', '-')],
    ['with the hyphens of a telephone', showReceiptCode(code).replaceAll(' ', '–')],
    ['with spaces around', `\u00a0 ${code}\n`],
    ['with O for zero', code.replaceAll('0', 'o')],
    ['with I for one', code.replaceAll('1', 'i')],
    ['with L for one', code.replaceAll('1', 'l')],
  ])('is read %s', (_, typed) => {
    expect(parseReceiptCode(typed)).toBe(code);
  });

  it('with any one character changed or two neighbours swapped is mistyped', () => {
    for (let place = 0; place < code.length; place++) {
      for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.replace(code.charAt(place), ''))
        expect(parseReceiptCode(code.slice(0, place) + other + code.slice(place + 1))).toBe('mistyped');
      const swapped = code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2);
      expect(parseReceiptCode(swapped)).toBe(swapped === code ? code : 'mistyped');
    }
  });

  it.each([
    ['nothing', ''],
    ['too little', code.slice(1)],
    ['too much', `${code}0`],
    ['ten megabytes', '0'.repeat(10 * 1024 * 1024)],
    ['NUL', `${code.slice(0, 23)}\0`],
    ['a full-width digit', `${code.slice(0, 23)}７`],
    ['the dotless i of Turkish', code.slice(0, 23) + 'ı'],
    ['SQL', "' OR 1=1 --"],
    ['an emoji', '🙂'.repeat(24)],
  ])('is not found in %s', (_, typed) => {
    expect(parseReceiptCode(typed)).toBe('mistyped');
  });

  it('is stored as a keyed hash', () => {
    expect(receiptCodeHash(code, mac)).toMatch(/^[0-9a-f]{64}$/);
    expect(receiptCodeHash(code, mac)).not.toBe(receiptCodeHash(receiptCode('another', mac), mac));
  });

  it('does not repeat in a hundred thousand', () => {
    const codes = Array.from({ length: 100_000 }, (_, index) => receiptCode(String(index), mac));
    expect(new Set(codes).size).toBe(100_000);
  });

  it('uses every character about equally often', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 20_000; index++)
      for (const character of receiptCode(String(index), mac)) counts.set(character, (counts.get(character) ?? 0) + 1);
    const expected = (20_000 * 24) / 32;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(32);
    expect(chiSquare).toBeLessThan(72); // 31 degrees of freedom: exceeded by chance once in 20,000; the codes are fixed
  });
});

describe('a public reference', () => {
  const caseId = '0f0e0d0c-0b0a-8908-8706-050403020100';
  const reference = referenceOf(caseId, 'RG');

  it('is the prefix and three groups of four, always the same for a case', () => {
    expect(reference).toMatch(/^RG(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(referenceOf(caseId, 'RG')).toBe(reference);
  });

  it.each([
    ['as written', reference],
    ['in lower case', reference.toLowerCase()],
    ['without hyphens', reference.replaceAll('-', '')],
    ['without the prefix', reference.slice(3)],
    ['with spaces', `  ${reference.replaceAll('-', ' ')} `],
    ['with minus signs, and a sign that shows nothing', `${reference.replaceAll('-', '\u2212')}\u200b`],
  ])('is read %s', (_, typed) => {
    expect(parseReference(typed, 'RG')).toBe(reference);
  });

  it.each([['', 'RG', 'RG-', `${reference}0`, reference.slice(0, -1), 'HSN 2026/12', '0'.repeat(1000)]].flat())(
    'is not found in "%s"',
    (typed) => {
      expect(parseReference(typed, 'RG')).toBe('mistyped');
    },
  );

  it('is read whatever the case, also when the prefix is spelt in the same letters', () => {
    for (let index = 0; index < 1000; index++) {
      const one = referenceOf(randomUUID(), 'K3');
      expect(parseReference(one, 'K3')).toBe(one);
      expect(parseReference(one.slice(3), 'K3')).toBe(one);
    }
  });
});
