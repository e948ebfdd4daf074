import { channels, kinds } from '#cases';
import type { Organisation } from '#organisation';
import { asInstant, daysAround, firstDayOfAll, isCalendarDay, isInstant, localDate, type Days, type LocalDate } from '#promises';
import { dimensions, periodLengths, type Dimension, type ReportQuestion } from './report-question.js';

/** A question as people ask it; what is not said is the year so far, as of now. Names may be listed with commas. */
export type Asked = Readonly<Partial<Record<'from' | 'to' | 'asOf' | 'groupBy' | 'period' | Dimension, string>>>;

/** A question that has no answer, and why. */
export class QuestionRefused extends Error {
  constructor(
    readonly field: string,
    readonly code: string,
  ) {
    super(`${field}: ${code}`);
  }
}

/**
 * What is asked, complete.
 * @param now ISO 8601, UTC
 * @throws QuestionRefused if it makes no sense
 */
export function ask({ from, to, asOf, groupBy, period, ...only }: Asked, now: string): ReportQuestion {
  const days = daysAround(localDate(now));
  const instant = asOf === undefined ? now : instantOf(asOf, now);
  const today = localDate(instant);
  const question = {
    from: from === undefined ? `${today.slice(0, 4)}-01-01` : dateOf('from', from, days),
    to: to === undefined ? today : dateOf('to', to, days),
    asOf: instant,
    only,
    groupBy: groupBy === undefined ? [] : groupBy.split(',').map((name) => oneOf('groupBy', name, dimensions)),
    period: period === undefined ? undefined : oneOf('period', period, periodLengths),
  };
  if (question.to < question.from) throw new QuestionRefused('to', 'period-ends-before-it-starts');
  if (only.kind !== undefined) oneOf('kind', only.kind, kinds);
  if (only.channel !== undefined) oneOf('channel', only.channel, channels);
  return question;
}

/** @throws QuestionRefused if the organisation never had what is asked for */
export function refuseUnknown({ only }: ReportQuestion, { boards, categories }: Organisation): void {
  const { board, administration, category } = only;
  if (board !== undefined && !boards.has(board)) throw new QuestionRefused('board', 'unknown');
  if (category !== undefined && !categories.has(category)) throw new QuestionRefused('category', 'unknown');
  const administrations = [...boards.values()].flat().map((version) => version.administration.code);
  if (administration !== undefined && !administrations.includes(administration)) throw new QuestionRefused('administration', 'unknown');
}

function oneOf<Name extends string>(field: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (found === undefined) throw new QuestionRefused(field, 'unknown');
  return found;
}

function dateOf(field: string, text: string, { first, last }: Days): LocalDate {
  if (!isCalendarDay(text)) throw new QuestionRefused(field, 'not-a-date');
  if (text < first || text > last) throw new QuestionRefused(field, 'outside-the-calendar');
  return text;
}

function instantOf(text: string, now: string): string {
  if (!isInstant(text)) throw new QuestionRefused('asOf', 'not-an-instant');
  const instant = asInstant(text);
  if (instant > now) throw new QuestionRefused('asOf', 'in-the-future');
  if (instant < firstDayOfAll) throw new QuestionRefused('asOf', 'outside-the-calendar');
  return instant;
}
