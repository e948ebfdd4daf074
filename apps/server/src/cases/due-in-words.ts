import type { Language, ReceivedCase } from '#cases';
import type { LocalDate } from '#promises';
import type { PromisedAnswer } from '#views';
import { distance, shortDate } from '../pages/dates-in-words.js';
import { inBothLanguages } from '../pages/in-both-languages.js';
import { caseWords } from './case.texts.js';

/** A promised date as the staff see it: the date, how far it is, and how urgent that looks. */
export interface DueInWords {
  readonly date: string;
  readonly word: string;
  /** The class of the tag: never the only sign, the word says the same. */
  readonly look: 'late' | 'soon' | 'ahead' | 'done';
}

interface Around {
  readonly today: LocalDate;
  readonly language: Language;
  /** How the promise stands as far as it is known; undefined if it is not. */
  readonly promised: Pick<PromisedAnswer, 'state' | 'delivered'> | undefined;
}

/** Null if no date is promised. Once answered, the date presses nobody any more; unless the answer has not arrived, or has come back. */
export function dueInWords({ status, known }: ReceivedCase, { today, language, promised }: Around): DueInWords | null {
  const { answerDue, answered } = known;
  if (answerDue === undefined) return null;
  const date = shortDate(answerDue, language);
  if (answered && hasNotArrived(promised)) return { date, word: notArrived[language], look: promised.state === 'missed' ? 'late' : 'soon' };
  if (answered || status === 'closed')
    return { date, word: caseWords[language].status[status === 'closed' ? 'closed' : 'answered'], look: 'done' };
  const { word, late } = distance(answerDue, today, language);
  return { date, word, look: late ? 'late' : isSoon(answerDue, today) ? 'soon' : 'ahead' };
}

const hasNotArrived = (promised: Around['promised']): promised is NonNullable<Around['promised']> =>
  promised !== undefined && !promised.delivered && promised.state !== 'released';

const notArrived = inBothLanguages({ sv: 'svaret har inte kommit fram', en: 'the answer has not arrived' });

const soon = 3;
const day = 86_400_000;
const isSoon = (due: LocalDate, today: LocalDate): boolean => Date.parse(due) - Date.parse(today) <= soon * day;
