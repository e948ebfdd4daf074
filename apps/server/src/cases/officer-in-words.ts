import type { Language } from '#cases';
import { caseWords } from './case.texts.js';

/** Who handles a case; of whoever may not any more it is said, as the case has nobody then. */
export const officerInWords = (name: string, { left, language }: { readonly left: boolean; readonly language: Language }): string =>
  left ? `${name} (${caseWords[language].officerLeft})` : name;
