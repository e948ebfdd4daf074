import { dayAfter, daysAround, localDate, type Days } from '#promises';

/** What is no day, or none that anybody can mean, whatever it is asked for. */
export const neverMeant: readonly string[] = [
  ...['9999-12-31', '2206-12-10', '1900-01-01', '2060-12-25', '2017-12-31', '0001-01-01', '0000-00-00', '2026-02-30', '2027-02-29'],
  ...['2026-13-01', '2026-00-10', '2026-04-31', '+010000-01-01', '-000001-01-01', '12026-01-01', '2026-1-1', '26-01-01', '20260101'],
  ...['２０２６-01-01', '٢٠٢٦-٠١-٠١', '2026-W01-1', '2026-001', '2026/01/01', '01-01-2026', '2026-01-01T00:00:00Z', ' 2026-01-01'],
  ...['2026-01-01\u200b', '2026–01–01', 'null', 'NaN', 'i morgon', '1767225600000'],
];

/** What is no instant that anybody can mean. */
export const neverKnown: readonly string[] = [
  ...neverMeant.map((day) => `${day}T12:00:00Z`),
  ...['2026-11-26', '2026-11-26T24:01:00Z', '2026-11-26T12:00:00', '9999-12-31T23:59:59-23:59', 'now', ''],
];

/** Which real days a field cannot take, by what it asks for. */
const beside: Readonly<Record<string, (days: Days) => readonly string[]>> = {
  arrivedOn: ({ today }) => [dayAfter(today)],
  on: ({ today }) => [dayAfter(today)],
  to: ({ today }) => [dayAfter(today)],
  due: ({ first }) => [first, yesterday()],
  replyBy: ({ first, aYearAhead }) => [first, yesterday(), dayAfter(aYearAhead)],
};

/**
 * @param field what it is called
 * @param asksOnly whether a day is only asked about, and nothing is recorded with it
 */
export function hostileTo(field: string, { asksOnly }: { readonly asksOnly: boolean }): readonly string[] {
  const days = daysAround(localDate(new Date().toISOString()));
  const reals = asksOnly ? () => [] : beside[field];
  if (!reals) throw new Error(`a day is asked for as ${field}, and nobody has said which days it cannot take`);
  return [...neverMeant, dayAfter(days.last), ...reals(days)];
}

const yesterday = (): string => localDate(new Date(Date.now() - 24 * 3_600_000).toISOString());
