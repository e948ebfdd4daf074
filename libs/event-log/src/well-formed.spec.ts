import { isWellFormed, isWellFormedJson } from './well-formed.js';

test.each([
  ['bus 🚌', true],
  ['', true],
  ['\ud83d', false],
  ['\ude8c\ud83d', false],
  ['text about \\ud83d', true],
  ['ends with a backslash \\', true],
  ['a backslash before half a character \\\ud83d', false],
])('%j is well-formed: %s', (text, expected) => {
  expect(isWellFormed(text)).toBe(expected);
  expect(isWellFormedJson(JSON.stringify({ text }))).toBe(expected);
});
