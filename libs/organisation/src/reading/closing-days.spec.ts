import { calendarOf, complaintText, emptyOrganisation, evolveOrganisation, readOrganisation } from '#organisation';
import { dayAfter, type LocalDate } from '#promises';
import { regionGotlandFiles } from '#test/region-gotland';

const closed = (date: LocalDate) => ({ date, name: 'Stängt för flytt', decidedBy: 'Regiondirektören 2026-05-04' });
const read = (...dates: LocalDate[]) =>
  readOrganisation({ ...regionGotlandFiles(), 'closing-days.json': JSON.stringify(dates.map(closed), null, 1) });
const complaints = (...dates: LocalDate[]) => read(...dates).flatMap((file) => file.complaints.map(complaintText));

describe('the days on which the authority is closed', () => {
  it('are not worked', () => {
    const org = read('2026-08-17')
      .flatMap(({ facts }) => facts)
      .reduce(evolveOrganisation, emptyOrganisation);
    expect(['2026-08-14', '2026-08-17', '2026-08-18'].map((day) => calendarOf(org).whyClosed(day))).toEqual([
      undefined,
      'Stängt för flytt',
      undefined,
    ]);
  });

  it('may be none, also by not being told', () => {
    const { 'closing-days.json': _, ...files } = regionGotlandFiles();
    expect(readOrganisation(files).flatMap((file) => file.complaints)).toEqual([]);
  });

  it.each([
    ['are closed anyway', ['2026-12-24'], /^closing-days\.json:3:\d+ date: is not a working day anyway$/],
    ['do not exist', ['2026-02-30'], / date: must be a day that there is, from 2018 to 2060, as 2026-11-26$/],
    ['lie beyond every calendar', ['2061-03-01'], / date: must be a day that there is, from 2018 to 2060, as 2026-11-26$/],
    ['are told twice', ['2026-08-17', '2026-08-17'], /^closing-days\.json:8:\d+ date: is told twice$/],
  ])('are refused if they %s', (_, dates, complaint) => {
    expect(complaints(...dates)).toEqual([expect.stringMatching(complaint)]);
  });

  it('are refused if they leave no day to answer on', () => {
    const august: LocalDate[] = [];
    for (let day = '2026-08-03'; day <= '2026-08-31'; day = dayAfter(day))
      if (![0, 6].includes(new Date(day).getUTCDay())) august.push(day);
    expect(complaints(...august)).toEqual([expect.stringMatching(/ date: leaves no working day in 28 days$/)]);
  });
});
