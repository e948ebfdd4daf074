import type { Language } from '#cases';
import type { CountedDay, ExplainedStep, Explanation, PromiseRecord, Verdict } from '#promises';
import { longDate } from '../pages/dates-in-words.js';
import { promiseWords } from './promise.texts.js';

/** What was promised, and how it stands. */
export const verdictInWords = ({ what }: PromiseRecord, { state }: Verdict, language: Language): string =>
  `${promiseWords[language].what[what]}: ${promiseWords[language].state[state]}`;

/** Why a promise has the date it has, a sentence or two for each step. */
export const explanationInWords = ({ steps }: Explanation, language: Language): string =>
  steps.flatMap((step) => stepInWords(step, language)).join(' ');

/** Every day on the way to the date that stands. A correction that moved it counts anew from the beginning, a delay notice goes on. */
export const daysOf = ({ steps }: Explanation): readonly CountedDay[] =>
  steps.reduce<readonly CountedDay[]>((days, step) => {
    if (!('days' in step) || step.days.length === 0) return days;
    return step.kind === 'extension' ? [...days, ...step.days] : step.days;
  }, []);

/** Why a day is not counted; undefined if it is. A holiday says so by its name, which is Swedish in both languages. */
export const dayInWords = ({ why }: CountedDay, language: Language): string | undefined =>
  why === undefined ? undefined : (promiseWords[language].day[why] ?? why);

function stepInWords(step: ExplainedStep, language: Language): readonly string[] {
  const t = promiseWords[language];
  const date = (day: string): string => longDate(day, language);
  switch (step.kind) {
    case 'counted':
      return [...countedInWords(step, language), ...toldInWords(step, language)];
    case 'set':
      return [t.set(date(step.due))];
    case 'extension':
      if (step.why !== undefined) return [t.notMoved.extension(date(step.due), t.why[step.why])];
      return [t.extended(date(step.before), date(step.due))];
    case 'correction':
      if (step.why !== undefined) return [t.notMoved.correction(t.cause[step.cause], t.why[step.why])];
      return [t.corrected(t.cause[step.cause], date(step.before), date(step.due))];
  }
}

/** Why the date that was told is not the one that was counted, where it is not. */
function toldInWords({ computed, due, hadPassed }: Extract<ExplainedStep, { kind: 'counted' }>, language: Language): readonly string[] {
  if (computed === due) return [];
  const t = promiseWords[language];
  return [(hadPassed ? t.hadPassed : t.asTold)(longDate(computed, language), longDate(due, language))];
}

function countedInWords({ counted, computed, days }: Extract<ExplainedStep, { kind: 'counted' }>, language: Language): readonly string[] {
  const t = promiseWords[language];
  const { from, term, policy, policyVersion } = counted;
  if (term.count === 0 && computed === from) return [t.atOnce(longDate(from, language))];
  const said = { term: t.term[term.unit](term.count), from: longDate(from, language), due: longDate(computed, language) };
  return [t.counted({ ...said, policy, version: policyVersion }), ...(days.at(-1)?.why === 'rolled' ? [t.rolled] : [])];
}
