import { changedFrom } from './changed-from.js';

const version = (says: string, validFrom: string | null, validTo: string | null = null) => ({ says, validFrom, validTo });
const one = version('14 days', '2018-01-01');

it('is the first day on which something else holds', () => {
  const after = [version('14 days', '2018-01-01', '2026-12-31'), version('10 days', '2027-01-01')];
  expect(changedFrom([one], after)).toBe('2027-01-01');
  expect(changedFrom(after, [one])).toBe('2027-01-01');
  expect(changedFrom([one], [version('10 days', '2018-01-01')])).toBe('2018-01-01');
  expect(changedFrom([one], [version('14 days', '2018-01-01', '2026-03-31')])).toBe('2026-04-01');
});

it('is the first of all where something has always held, or was never told', () => {
  expect(changedFrom([version('a', null)], [version('b', null)])).toBe('2018-01-01');
  expect(changedFrom([], [version('b', null)])).toBe('2018-01-01');
});

it('is none where the same holds on every day, however it is cut into versions', () => {
  const cut = [version('14 days', '2018-01-01', '2020-05-31'), version('14 days', '2020-06-01')];
  expect([changedFrom([one], [one]), changedFrom([one], cut)]).toEqual([undefined, undefined]);
});
