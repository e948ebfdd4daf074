import type { LocalDate } from '#promises';

/** What a date asks for. It is found in what the log says, so that who has slept does what is due then, once. */
export interface DatedWork {
  /** Does all that is due up to a day, as long as it may go on. */
  upTo(today: LocalDate, goOn: () => boolean): Promise<void>;
  /** How many cases have some that should have been done by a day. */
  overdue(today: LocalDate): number;
}
