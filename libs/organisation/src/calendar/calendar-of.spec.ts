import { calendarNamed, calendarOf, emptyOrganisation, evolveOrganisation, makeCalendar, type CalendarYear } from '#organisation';

const published = (...years: CalendarYear[]) =>
  years.reduce((org, data) => evolveOrganisation(org, { type: 'CalendarPublished', data }), emptyOrganisation);

const first = [makeCalendar(2026), makeCalendar(2027)];
const closedInAugust: CalendarYear = {
  ...makeCalendar(2026),
  holidays: [...makeCalendar(2026).holidays, { date: '2026-08-17', name: 'Stängt för flytt', kind: 'local' }],
};

describe('the calendar of an organisation', () => {
  it('keeps its name when a further year is published', () => {
    expect(calendarOf(published(...first)).version).toBe(calendarOf(published(makeCalendar(2026))).version);
  });

  it('has another name when a year is told otherwise, and the earlier one still explains what was counted with it', () => {
    const org = published(...first, closedInAugust);
    const [now, then] = [calendarOf(org), calendarNamed(org, calendarOf(published(...first)).version)];
    expect([now, then].map((calendar) => calendar.whyClosed('2026-08-17'))).toEqual(['Stängt för flytt', undefined]);
    expect([now, then].map((calendar) => calendar.isWorkingDay('2027-08-17'))).toEqual([true, true]);
    expect(now.version).not.toBe(then.version);
  });

  it('is the one that holds where nobody has heard of the one that is asked for', () => {
    const org = published(...first);
    expect(calendarNamed(org, 'se-2019')).toBe(calendarOf(org));
  });
});
