import { explain, ledgerOf, type PromiseFact } from '#promises';
import { delayed, fact, fourteenDays, handedOver, promised } from '#test/promise-facts';
import { swedishCalendar } from '#test/swedish-calendar';
import { daysOf, explanationInWords } from './promise-in-words.js';

const explained = (...facts: PromiseFact[]) => explain(ledgerOf(facts)[0]!, () => swedishCalendar);
const counted = (days: ReturnType<typeof daysOf>) => days.filter((day) => day.counted).length;

describe('the days of a promise, one by one', () => {
  it('begin anew where the day of receipt was put right, so that the last number is the length of the term', () => {
    const earlier = { ...fourteenDays, from: '2026-11-23' };
    const corrected = { promise: 'promised', cause: 'receipt-date', computed: '2026-12-07', due: '2026-12-07', counted: earlier } as const;
    const days = daysOf(explained(promised(), fact('corrected', '2026-11-27', corrected)));
    expect([days[0]?.date, days.at(-1)?.date, counted(days)]).toEqual(['2026-11-23', '2026-12-07', 14]);
  });

  it('go on after a delay notice', () => {
    const days = daysOf(explained(promised(), delayed('2026-12-08', '2026-12-12'), handedOver('delayed', '2026-12-08')));
    expect([days[0]?.date, days.at(-1)?.date, counted(days)]).toEqual(['2026-11-26', '2026-12-12', 14]);
  });
});

describe('a promise that had passed when the case was registered', () => {
  const late = fact('promised', '2027-01-04', {
    what: 'acknowledgement',
    due: '2027-01-04',
    counted: { ...fourteenDays, term: { unit: 'calendarDays', count: 0, roll: false } },
  });

  it('says so, in both languages', () => {
    expect(explanationInWords(explained(late), 'sv')).toContain('hade redan gått när ärendet registrerades');
    expect(explanationInWords(explained(late), 'en')).toContain('had passed already when the case was registered');
  });
});
