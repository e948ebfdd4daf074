import type { DateReceipt, ReceivedCase } from '#cases';
import { calendarOf } from '#organisation';
import { daysAround, receiptDate, type Days, type LocalDate } from '#promises';
import type { Promised } from './policy-for.js';
import { promisesFor, type Occasion } from './promises-for.js';

/**
 * When a case counts as received that came in while the clock was in doubt: on the day that a person said, if it can have been that, else on
 * the day on which the clock is right again. Only its answer is promised now: whoever has the code, or the mail, knows that it has come in.
 */
export function datingFor({ known }: ReceivedCase, asked: Omit<Promised, 'receivedDate'>, occasion: Occasion): DateReceipt {
  const calendar = calendarOf(occasion.org);
  const { channel, receivedDate: said, datedLater } = known;
  const days = daysAround(occasion.today, calendar);
  const receivedDate = datedLater === 'as-said' && canHaveCome(said, days) ? said : receiptDate({ channel, on: occasion.today }, calendar);
  const made = promisesFor({ ...asked, receivedDate, acknowledged: true }, occasion);
  return { receivedDate, promised: made.find(({ promise }) => promise === 'answer') };
}

const canHaveCome = (day: LocalDate, { first, today }: Days): boolean => day >= first && day <= today;
