import type { LocalDate } from '#promises';
import type { PeriodLength } from './report-question.js';

/** Which period a day falls in, as `2026-04`, `2026-K2`, `2026-T1`, `2026-H1`, `2026`; later ones sort later. */
export function periodOf(date: LocalDate, length: PeriodLength): string {
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))];
  const part = (sign: string, months: number): string => `${year}-${sign}${Math.ceil(month / months)}`;
  switch (length) {
    case 'month':
      return date.slice(0, 7);
    case 'quarter':
      return part('K', 3);
    case 'tertial':
      return part('T', 4);
    case 'half-year':
      return part('H', 6);
    case 'year':
      return year;
  }
}
