import type { GiveDelayNotice, Known } from '#cases';
import { calendarOf, type Organisation } from '#organisation';
import { latestExtension } from '#promises';

/** How far a delay notice may go, as it was promised; undefined where nobody has set a limit, or nothing is promised. */
export function extensionLimit(
  { answerDue, extensions }: Pick<Known, 'answerDue' | 'extensions'>,
  org: Organisation,
): GiveDelayNotice['limit'] {
  if (!extensions || answerDue === undefined) return undefined;
  const { term, atMost, count } = extensions;
  return { atMost, latest: latestExtension(answerDue, term, { count, calendar: calendarOf(org) }) };
}
