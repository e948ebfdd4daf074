import type { Language } from '#cases';

/** The same words in Swedish and in English. */
export type InBoth<Words> = Readonly<Record<Language, Words>>;

/** Swedish is the source; an English text that is missing, or too much, does not compile. */
export const inBothLanguages = <Words>(texts: { readonly sv: Words; readonly en: NoInfer<Words> }): InBoth<Words> => texts;
