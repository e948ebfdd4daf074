import type { Verdict } from '#promises';
import type { JudgedPromise } from '../cases/case-reading.js';
import { dayInWords, daysOf, explanationInWords, verdictInWords } from './promise-in-words.js';

/** A promise as the API tells it. */
export const toldPromise = ({ promise, verdict, explanation }: JudgedPromise) => ({
  id: promise.id,
  what: promise.what,
  madeAt: promise.madeAt,
  firstDue: promise.due,
  ...ruling(verdict),
  counted: promise.counted ?? null,
  words: { sv: verdictInWords(promise, verdict, 'sv'), en: verdictInWords(promise, verdict, 'en') },
  explanation: {
    sv: explanationInWords(explanation, 'sv'),
    en: explanationInWords(explanation, 'en'),
    days: daysOf(explanation).map((day) => ({
      date: day.date,
      counted: day.counted,
      why: day.why ?? null,
      sv: dayInWords(day, 'sv') ?? null,
      en: dayInWords(day, 'en') ?? null,
    })),
  },
});

const ruling = (verdict: Verdict) => ({
  due: verdict.due,
  state: verdict.state,
  keptOn: verdict.state === 'kept' ? verdict.keptOn : null,
  deliveredLateOn: (verdict.state === 'missed' ? verdict.deliveredOn : undefined) ?? null,
  releasedBecause: verdict.state === 'released' ? verdict.reason : null,
  evidence: verdict.evidence,
});
