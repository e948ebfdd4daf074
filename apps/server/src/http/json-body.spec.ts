import { jest } from '@jest/globals';
import { readJson } from './json-body.js';

const many = (count: number): string => `{${Array.from({ length: count }, (_, n) => `"f${n}":{}`).join(',')}}`;

/** How often the parser of the language was called while a body was read: it makes what the shape was to keep out. */
function parsesOf(body: string): number {
  const parse = jest.spyOn(JSON, 'parse');
  try {
    readJson(Buffer.from(body));
  } catch {
    // Whether it is taken is another test's business.
  }
  const calls = parse.mock.calls.length;
  parse.mockRestore();
  return calls;
}

it('reads what a request may say', () => {
  expect(readJson(Buffer.from(' {"a" : [1, "b\\"{", null], "c": {"a": true}} '))).toEqual({ a: [1, 'b"{', null], c: { a: true } });
});

it.each(['{"a":1,"a":2}', '{"b":{"a":1,"\\u0061":2}}', '[{"a":1,"a":1}]'])('refuses what says a thing twice: %s', (body) => {
  expect(() => readJson(Buffer.from(body))).toThrow('bad-request');
});

it('does as much with ten thousand fields as with three hundred', () => {
  expect(parsesOf(many(10_000))).toBe(parsesOf(many(300)));
});

it('never parses the whole of a body with too many fields', () => {
  expect(parsesOf(many(300))).toBeLessThanOrEqual(200);
});
