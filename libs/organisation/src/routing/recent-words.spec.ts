import { RecentWords } from './recent-words.js';

const remembered = (words: readonly string[], ofValue: number): number => {
  const recent = new RecentWords<true>(ofValue);
  for (const word of words) recent.set(word, true);
  return words.filter((word) => recent.get(word)).length;
};
const words = Array.from({ length: 300_000 }, (_, number) => number.toString(36));

it('remembers eight megabytes and no more, however short the words are', () => {
  const most = (8 * 1024 * 1024) / 400;
  expect(remembered(words, 400)).toBeGreaterThan(0);
  expect(remembered(words, 400)).toBeLessThanOrEqual(most);
  expect(remembered(words.slice(0, 10_000), 400)).toBe(10_000);
});

it('remembers nothing of a word that is longer than words are', () => expect(remembered(['a'.repeat(41)], 400)).toBe(0));
