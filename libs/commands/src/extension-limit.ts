import type { GiveDelayNotice, Known } from '#cases';
import { calendarOf, type Organisation } from '#organisation';
import { latestExtension, type Days, type LocalDate } from '#promises';

/** How far a delay notice may go: as it was promised, and never further than a year ahead, so that no policy is silent without limit. */
export function extensionLimit(
  { answerDue, extensions }: Pick<Known, 'answerDue' | 'extensions'>,
  { aYearAhead }: Days,
  org: Organisation,
): GiveDelayNotice['limit'] {
  if (!extensions || answerDue === undefined) return { atMost: undefined, latest: aYearAhead };
  const { term, atMost, count } = extensions;
  const promised = latestExtension(answerDue, term, { count, calendar: calendarOf(org) });
  return { atMost, latest: promised === undefined ? aYearAhead : earlier(promised, aYearAhead) };
}

const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);
