import type { Language } from '#cases';

/** The language of a page is in its address: English under `/en`, everything else is Swedish. */
export const languageOf = (url: string): Language => (/^\/en(?:[/?]|$)/.test(url) ? 'en' : 'sv');

/** The address of a page, given as the Swedish one, in a language. */
export const inLanguage = (language: Language, path: string): string =>
  language === 'sv' ? path : path === '/' ? '/en' : path.startsWith('/?') ? `/en${path.slice(1)}` : `/en${path}`;

/** The address of the same page in Swedish. */
export function inSwedish(url: string): string {
  if (languageOf(url) === 'sv') return url;
  const rest = url.slice('/en'.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** A controller's paths in both languages. */
export const inBothPaths = (path = ''): string[] => [`/${path}`, `/en/${path}`];
