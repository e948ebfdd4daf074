import type { Language, ReceivedCase } from '#cases';
import type { LocalDate } from '#promises';
import { distance, shortDate } from '../pages/dates-in-words.js';
import { caseWords } from './case.texts.js';

/** A promised date as the staff see it: the date, how far it is, and how urgent that looks. */
export interface DueInWords {
  readonly date: string;
  readonly word: string;
  /** The class of the tag: never the only sign, the word says the same. */
  readonly look: 'late' | 'soon' | 'ahead' | 'done';
}

/** Null if no date is promised. Once answered, the date presses nobody any more. */
export function dueInWords(
  { status, known }: ReceivedCase,
  { today, language }: { today: LocalDate; language: Language },
): DueInWords | null {
  const { answerDue, answered } = known;
  if (answerDue === undefined) return null;
  const date = shortDate(answerDue, language);
  if (answered || status === 'closed')
    return { date, word: caseWords[language].status[status === 'closed' ? 'closed' : 'answered'], look: 'done' };
  const { word, late } = distance(answerDue, today, language);
  return { date, word, look: late ? 'late' : isSoon(answerDue, today) ? 'soon' : 'ahead' };
}

const soon = 3;
const day = 86_400_000;
const isSoon = (due: LocalDate, today: LocalDate): boolean => Date.parse(due) - Date.parse(today) <= soon * day;
