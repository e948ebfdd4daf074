import fc from 'fast-check';
import { canonicalJson } from '#event-log';

/** Keys in the order of their code units, at every level, by nothing but JSON itself. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const isNumbered = (key: string): boolean => /^\d+$/.test(key);

describe('canonical JSON', () => {
  it('is what JSON writes of a value with its keys in order', () => {
    // JavaScript puts keys that are whole numbers first, whatever one does; nothing of ours is named so.
    const value = fc.jsonValue().filter((one) => !JSON.stringify(one).match(/"\d+":/));
    fc.assert(fc.property(value, (one) => canonicalJson(one) === JSON.stringify(one, inOrder)));
  });

  it('is the same in whatever order members were set, and stays the same when it is read back', () => {
    const members = fc.dictionary(
      fc.string().filter((key) => !isNumbered(key) && key !== '__proto__'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(members, (one) => {
        const text = canonicalJson(one);
        expect(canonicalJson(Object.fromEntries(Object.entries(one).reverse()))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('leaves out members that are undefined, and keeps the places of a list', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, null, -0, 1e21, 'å"\u2028'] })).toBe('{"a":[null,null,0,1e+21,"å\\"\u2028"]}');
  });

  it.each([NaN, Infinity, 1n, () => 1, Symbol('a'), undefined, { a: [NaN] }])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
