import type { Language } from '#cases';
import type { JudgedPromise } from '../cases/case-reading.js';
import { longDate, shortDate } from '../pages/dates-in-words.js';
import { daysOf, dayInWords, explanationInWords, verdictInWords } from './promise-in-words.js';

/** A promise as the staff see it on the page of its case. */
export interface PromiseOnPage {
  readonly title: string;
  readonly due: string;
  /** The class of the tag: never the only sign, the title says the same. */
  readonly look: 'late' | 'ahead' | 'done';
  readonly why: string;
  /** None where the first day is the last. */
  readonly days: readonly { readonly date: string; readonly said: string }[];
}

export function promiseOnPage({ promise, verdict, explanation }: JudgedPromise, language: Language): PromiseOnPage {
  const days = daysOf(explanation);
  let number = 0;
  return {
    title: verdictInWords(promise, verdict, language),
    due: shortDate(verdict.due, language),
    look: ({ open: 'ahead', kept: 'done', released: 'done', missed: 'late' } as const)[verdict.state],
    why: explanationInWords(explanation, language),
    days: (days.length > 1 ? days : []).map((day) => {
      if (day.counted) number += 1;
      return { date: longDate(day.date, language), said: day.counted ? String(number) : `– ${dayInWords(day, language) ?? ''}` };
    }),
  };
}
