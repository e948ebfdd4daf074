import type { Language, ReceivedCase } from '#cases';
import { caseWords } from './case.texts.js';

/** How a case stands, as its reader sees it: what is offered to a board of theirs waits for them, and for nobody else. */
export const statusInWords = (
  state: ReceivedCase,
  { own, language }: { readonly own: readonly string[]; readonly language: Language },
): string =>
  state.status === 'in-transfer' && own.includes(state.to) ? caseWords[language].toAccept : caseWords[language].status[state.status];
