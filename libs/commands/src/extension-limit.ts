import type { GiveDelayNotice } from '#cases';
import { calendarOf, type Organisation } from '#organisation';
import { latestExtension, type LocalDate } from '#promises';
import { policyFor, type Promised } from './policy-for.js';

interface Extended extends Promised {
  /** The date that stands. */
  readonly answerDue: LocalDate | undefined;
}

/** How far a delay notice may go by the policy in force at receipt; undefined where nobody has set a limit, or nothing is promised. */
export function extensionLimit(asked: Extended, today: LocalDate, org: Organisation): GiveDelayNotice['limit'] {
  const policy = policyFor(asked, today, org);
  if (!policy?.answer || !policy.extensions || asked.answerDue === undefined) return undefined;
  const { atMost, count } = policy.extensions;
  return { atMost, latest: latestExtension(asked.answerDue, policy.answer, { count, calendar: calendarOf(org) }) };
}
