import { end, figuresOf, nameOf, report, yearOf } from '#test/a-report';
import { Chance } from '#test/chance';
import { byCase, naiveReport } from '#test/naive-report';

const aDay = 86_400_000;

describe('a report', () => {
  // A thousand histories and a thousand instants in all.
  it.each([2026, 2027, 2028, 2029])('gives the figures at any instant as a naive reading of the events does (%d)', async (seed) => {
    const chance = new Chance(seed);
    const { db, log } = await yearOf(chance, 250);
    const cases = byCase(log);
    const instants = log.map(({ metadata }) => metadata.recordedAt);
    let compared = 0;
    for (let turn = 0; turn < 250; turn++) {
      const asOf = chance.oneOf(instants) ?? end;
      const first = Date.UTC(2025, 11, 20) + chance.between(0, 380) * aDay;
      const last = first + (chance.next() < 0.3 ? 400 : chance.between(0, 60)) * aDay;
      const [from = '', to = ''] = [first, last].map((time) => new Date(time).toISOString().slice(0, 10));
      const naive = naiveReport(cases, { from, to, asOf });
      const groups = report(db, { from, to, asOf }).filter(({ view }) => view !== 'administration');
      expect(groups.map(nameOf).sort()).toEqual([...naive.keys()].sort());
      expect(groups.map((group) => [nameOf(group), figuresOf(group)])).toEqual(
        groups.map((group) => [nameOf(group), naive.get(nameOf(group))]),
      );
      compared += groups.length;
    }
    expect(compared).toBeGreaterThan(400);
  });
});
