import { channels, kinds } from '#cases';
import type { Organisation } from '#organisation';
import { localDate, type LocalDate } from '#promises';
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
  const instant = asOf === undefined ? now : instantOf(asOf);
  if (instant > now) throw new QuestionRefused('asOf', 'in-the-future');
  const today = localDate(instant);
  const question = {
    from: from === undefined ? `${today.slice(0, 4)}-01-01` : dateOf('from', from),
    to: to === undefined ? today : dateOf('to', to),
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

function dateOf(field: string, text: string): LocalDate {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, text.length) !== text) throw new QuestionRefused(field, 'not-a-date');
  return text;
}

/** In the form that the log writes, because the two are compared as text. */
function instantOf(text: string): string {
  const isInstant = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isInstant) throw new QuestionRefused('asOf', 'not-an-instant');
  return new Date(text).toISOString();
}
