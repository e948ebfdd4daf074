import { corrections, judge, ledgerOf, workingCalendar, type Holiday, type PromiseFact, type PutRight, type Recount } from '#promises';
import { answered, delayed, fact, fourteenDays, handedOver, promised } from '#test/promise-facts';
import { swedishCalendar } from '#test/swedish-calendar';

const today = '2026-12-01';
const right: PutRight = {
  cause: 'policy',
  policy: 'gotland',
  policyVersion: 1,
  terms: { answer: { unit: 'calendarDays', count: 10, roll: true } },
};
const calendarWith = (...holidays: Holiday[]) => workingCalendar('corrected', [2026, 2027], holidays);

/** What a correction does to the promises of a case. */
const touched = (putRight: PutRight, facts: readonly PromiseFact[], calendar = swedishCalendar) =>
  corrections(ledgerOf(facts), putRight, { calendar, today });
const recorded = ({ promise, cause, computed, due, counted }: Recount): PromiseFact =>
  fact('corrected', today, { promise, cause, computed, due, counted });

describe('a correction of a policy', () => {
  it('moves an open promise to an earlier date, with before, after and what it is now counted by', () => {
    expect(touched(right, [promised()])).toEqual([
      {
        promise: 'promised',
        what: 'answer',
        cause: 'policy',
        before: '2026-12-10',
        computed: '2026-12-07',
        due: '2026-12-07',
        counted: { ...fourteenDays, term: right.terms.answer },
      },
    ]);
  });

  it('never moves a told date later: that takes a delay notice', () => {
    const longer = { ...right, terms: { answer: { unit: 'weeks', count: 4, roll: true } } } as const;
    expect(touched(longer, [promised()])).toMatchObject([{ before: '2026-12-10', computed: '2026-12-28', due: '2026-12-10' }]);
  });

  it('never tells a day that has passed, but the next on which people work', () => {
    const short = { ...right, terms: { answer: { unit: 'calendarDays', count: 1, roll: false } } } as const;
    expect(touched(short, [promised()])).toMatchObject([{ computed: '2026-11-27', due: '2026-12-01' }]);
    const saturday = corrections(ledgerOf([promised()]), short, { calendar: swedishCalendar, today: '2026-12-05' });
    expect(saturday).toMatchObject([{ computed: '2026-11-27', due: '2026-12-07' }]);
  });

  it('leaves a date alone that a delay notice has set', () => {
    const facts = [promised(), delayed('2026-12-01', '2026-12-18'), handedOver('delayed', '2026-12-01')];
    expect(touched(right, facts)).toMatchObject([{ before: '2026-12-18', computed: '2026-12-07', due: '2026-12-18' }]);
  });

  it.each<[string, PutRight]>([
    ['another policy', { ...right, policy: 'skovde' }],
    ['another version', { ...right, policyVersion: 2 }],
    ['other promises', { ...right, terms: { acknowledgement: { unit: 'calendarDays', count: 1, roll: true } } }],
    ['nothing that gives another date', { ...right, terms: { answer: { unit: 'weeks', count: 2, roll: true } } }],
  ])('that concerns %s touches nothing', (_, other) => {
    expect(touched(other, [promised()])).toEqual([]);
  });

  it.each<[string, PromiseFact[]]>([
    ['kept', [answered('2026-11-30'), handedOver('answered', '2026-11-30')]],
    ['released', [fact('closed', '2026-11-30', { outcome: 'withdrawn', withoutAnswer: true })]],
  ])('leaves a promise that is %s its verdict', (_, facts) => {
    expect(touched(right, [promised(), ...facts])).toEqual([]);
  });

  it('leaves a promise that is missed its verdict', () => {
    expect(touched(right, [promised({ due: '2026-11-30' })])).toEqual([]);
  });

  it('is made once: recorded, it touches nothing more, and the date it told holds', () => {
    const [recount] = touched(right, [promised()]);
    const after = [promised(), recorded(recount!)];
    expect(touched(right, after)).toEqual([]);
    expect(judge(ledgerOf(after)[0]!, '2026-12-08')).toMatchObject({ state: 'missed', due: '2026-12-07' });
  });

  it('is made once also where the date stood', () => {
    const [recount] = touched({ ...right, terms: { answer: { unit: 'weeks', count: 4, roll: true } } }, [promised()]);
    const after = [promised(), recorded(recount!)];
    expect(judge(ledgerOf(after)[0]!, '2026-12-10')).toMatchObject({ state: 'open', due: '2026-12-10' });
    expect(touched({ ...right, terms: { answer: { unit: 'weeks', count: 4, roll: true } } }, after)).toEqual([]);
  });
});

describe('a correction of the calendar', () => {
  const tenWorkingDays = promised({ counted: { ...fourteenDays, term: { unit: 'workingDays', count: 10, roll: false } } });

  it('with a closing day more lets the told date stand, openly', () => {
    const closed = calendarWith({ date: '2026-12-07', name: 'Stängt' });
    expect(touched({ cause: 'calendar' }, [tenWorkingDays], closed)).toMatchObject([{ computed: '2026-12-11', due: '2026-12-10' }]);
  });

  it('with one less moves the date earlier, and names the calendar', () => {
    const onAHolidayThatWasNone = promised({
      due: '2026-12-11',
      counted: { ...fourteenDays, term: { unit: 'workingDays', count: 10, roll: false } },
    });
    expect(touched({ cause: 'calendar' }, [onAHolidayThatWasNone], calendarWith())).toMatchObject([
      { before: '2026-12-11', due: '2026-12-10', counted: { calendar: 'corrected' } },
    ]);
  });

  it('does not touch what a person has set', () => {
    const planned = fact('action-planned', '2026-12-01', { action: 'lamp', due: '2026-12-20' });
    expect(touched({ cause: 'calendar' }, [planned], calendarWith())).toEqual([]);
  });
});

describe('a correction of the receipt date', () => {
  it('to an earlier day moves the date with it; to a later day it stands', () => {
    const moved = (to: string) => touched({ cause: 'receipt-date', from: '2026-11-26', to }, [promised()]);
    expect(moved('2026-11-23')).toMatchObject([{ due: '2026-12-07', counted: { from: '2026-11-23' } }]);
    expect(moved('2026-11-27')).toMatchObject([{ computed: '2026-12-11', due: '2026-12-10' }]);
  });
});
