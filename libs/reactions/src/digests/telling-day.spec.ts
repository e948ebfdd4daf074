import { calendarOf } from '#organisation';
import { tellingDay } from '#reactions';
import type { WorkingCalendar } from '#promises';
import { wholeOrganisation } from '#test/whole-organisation';

describe('the day of which people are told in the morning', () => {
  let calendar: WorkingCalendar;
  beforeAll(async () => void (calendar = calendarOf(await wholeOrganisation())));

  it.each([
    ['2026-12-14T05:59:59.999Z', undefined, 'before seven in winter'],
    ['2026-12-14T06:00:00.000Z', '2026-12-14', 'from seven in winter'],
    ['2026-06-15T04:59:59.999Z', undefined, 'before seven in summer'],
    ['2026-06-15T05:00:00.000Z', '2026-06-15', 'from seven in summer'],
    ['2026-03-27T06:00:00.000Z', '2026-03-27', 'from seven on the last working day before summer time'],
    ['2026-03-30T05:00:00.000Z', '2026-03-30', 'from seven on the first working day of summer time'],
    ['2026-10-26T05:59:00.000Z', undefined, 'before seven on the first working day of winter time'],
    ['2026-12-14T16:59:59.999Z', '2026-12-14', 'until six in the evening, for who woke late'],
    ['2026-12-14T17:00:00.000Z', undefined, 'not in the evening'],
    ['2026-12-14T22:30:00.000Z', undefined, 'not at night'],
    ['2026-12-12T09:00:00.000Z', undefined, 'not on a Saturday'],
    ['2026-12-13T09:00:00.000Z', undefined, 'not on a Sunday'],
    ['2026-12-24T09:00:00.000Z', undefined, 'not on Christmas Eve'],
    ['2027-01-06T09:00:00.000Z', undefined, 'not on Epiphany, a Wednesday'],
    ['2061-01-10T09:00:00.000Z', undefined, 'not where no calendar is published'],
  ])('at %s is %s: %s', (instant, day, _why) => {
    expect(tellingDay(instant, calendar)).toBe(day);
  });
});
