import { calendarYears, differences, emptyOrganisation, evolveOrganisation, readOrganisation, type OrganisationEvent } from '#organisation';
import { regionGotlandFiles } from '#test/region-gotland';

const wanted: OrganisationEvent[] = readOrganisation(regionGotlandFiles()).flatMap((file) => file.facts);
const imported = (events: readonly OrganisationEvent[]) => events.reduce(evolveOrganisation, emptyOrganisation);

describe('importing an organisation', () => {
  it('tells an empty log everything, one stream for each thing and in the order wanted', () => {
    const told = differences(emptyOrganisation, wanted);
    expect(told.flatMap(({ events }) => events)).toEqual(wanted);
    expect(told.map(({ stream }) => stream)).toEqual(
      expect.arrayContaining([
        'organisation-region-gotland',
        'board-tn',
        'category-gata.snorojning',
        'body-trv',
        'signal-overklagande',
        'policy-gotland',
        'routing-rules',
      ]),
    );
  });

  it('tells nothing the second time', () => {
    expect(differences(imported(wanted), wanted)).toEqual([]);
  });

  it('tells nothing when what was told has been through the log', () => {
    const readBack = JSON.parse(JSON.stringify(wanted)) as OrganisationEvent[];
    expect(differences(imported(readBack), wanted)).toEqual([]);
  });

  it('tells only what differs', () => {
    const before = imported(wanted.filter(({ type }) => type !== 'PolicyPublished'));
    expect(differences(before, wanted).map(({ stream }) => stream)).toEqual(['policy-gotland']);
  });

  it('tells the years of the calendar in one stream', () => {
    const calendar = differences(emptyOrganisation, wanted).find(({ stream }) => stream === 'calendar-se');
    expect(calendar?.events.map(({ data }) => (data as { year: number }).year)).toEqual(calendarYears);
  });
});
