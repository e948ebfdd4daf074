import { inLanguage, inSwedish, languageOf } from './language.js';

it.each([
  ['/', 'sv'],
  ['/en', 'en'],
  ['/en?a=b', 'en'],
  ['/en/folj', 'en'],
  ['/energi', 'sv'],
  ['/folj/en/', 'sv'],
] as const)('reads the language of %s from its beginning', (url, language) => {
  expect(languageOf(url)).toBe(language);
});

it.each(['/', '/folj', '/arbete?status=closed', '/?a=b'])('finds back to %s from the English page', (path) => {
  expect(inSwedish(inLanguage('en', path))).toBe(path);
  expect(inLanguage('sv', path)).toBe(path);
});
