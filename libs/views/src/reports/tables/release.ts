import { localDate, type LocalDate } from '#promises';

/**
 * A tertial whose figures have been told. They are told once, as they were known when the month after it ended, and never again otherwise:
 * of two tables of the same days, as they were known at two times, the difference would tell of whoever came between.
 */
export interface Release {
  /** As `2026-T1`. */
  readonly period: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The day at whose end it was known. */
  readonly knownOn: LocalDate;
}

/** The tertials of a year that had been told by a day, in order. */
export const releasesOf = (year: number, by: LocalDate): readonly Release[] =>
  [1, 2, 3]
    .map((tertial) => ({
      period: `${year}-T${tertial}`,
      from: `${year}-${String(tertial * 4 - 3).padStart(2, '0')}-01`,
      to: lastOfMonth(year, tertial * 4),
      knownOn: lastOfMonth(year, tertial * 4 + 1),
    }))
    .filter(({ knownOn }) => knownOn <= by);

/** @param month from 1; what goes beyond 12 is the next year's */
export const lastOfMonth = (year: number, month: number): LocalDate => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The last instant of a local day, as the log writes it: an hour or two before the day of UTC ends. */
export function endOf(day: LocalDate): string {
  const instants = [`${day}T22:59:59.999Z`, `${day}T21:59:59.999Z`];
  return instants.find((instant) => localDate(instant) === day) ?? day;
}
