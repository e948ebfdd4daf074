import { explain, ledgerOf, workingCalendar, type ExplainedStep, type PromiseFact } from '#promises';
import { delayed, fact, fourteenDays, handedOver, promised } from '#test/promise-facts';
import { swedishCalendar } from '#test/swedish-calendar';

/** A Monday on which the offices were closed, as was published late. */
const corrected = workingCalendar('corrected', [2026, 2027], [{ date: '2026-12-07', name: 'Stängt' }]);
const calendars = [swedishCalendar, corrected];
const calendarOf = (version: string) => calendars.find((calendar) => calendar.version === version)!;

const explained = (...facts: PromiseFact[]) => explain(ledgerOf(facts)[0]!, calendarOf);
const datesOf = (step: ExplainedStep | undefined) =>
  (step && 'days' in step ? step.days : []).map(({ date, why }) => [date, why ?? 'counted'].join(' '));

describe('the explanation of a date', () => {
  it('counts every day from receipt by the rule and the calendar that were promised', () => {
    const { due, steps } = explained(promised());
    expect(due).toBe('2026-12-10');
    expect(steps).toMatchObject([{ kind: 'counted', counted: fourteenDays, computed: '2026-12-10', due: '2026-12-10' }]);
    expect([datesOf(steps[0])[0], datesOf(steps[0]).length, datesOf(steps[0]).at(-1)]).toEqual([
      '2026-11-26 receipt',
      15,
      '2026-12-10 counted',
    ]);
  });

  it('shows where what was told is not what the rule gives', () => {
    expect(explained(promised({ due: '2026-12-11' })).steps).toMatchObject([{ computed: '2026-12-10', due: '2026-12-11' }]);
  });

  it('of an action is that a person set it', () => {
    const planned = fact('action-planned', '2026-12-01', { action: 'lamp', due: '2026-12-20' });
    expect(explained(planned)).toEqual({ due: '2026-12-20', steps: [{ kind: 'set', due: '2026-12-20' }] });
  });

  it('goes on with the days that a delay notice added', () => {
    const { due, steps } = explained(promised(), delayed('2026-12-08', '2026-12-13'), handedOver('delayed', '2026-12-08'));
    expect(due).toBe('2026-12-13');
    expect(steps[1]).toMatchObject({ kind: 'extension', eventId: 'delayed', before: '2026-12-10', due: '2026-12-13', why: undefined });
    expect(datesOf(steps[1])).toEqual(['2026-12-11 extended', '2026-12-12 extended', '2026-12-13 extended']);
  });

  it('says why a delay notice added none', () => {
    const { due, steps } = explained(promised(), delayed('2026-12-08', '2026-12-13'));
    expect(due).toBe('2026-12-10');
    expect(steps[1]).toMatchObject({ kind: 'extension', why: 'not-delivered', days: [] });
  });

  describe('that was corrected', () => {
    const counted = { ...fourteenDays, term: { unit: 'workingDays', count: 8, roll: false }, calendar: 'corrected' } as const;
    const correction = (computed: string, due: string) =>
      fact('corrected', '2026-12-01', { promise: 'promised', cause: 'policy', computed, due, counted });

    it('counts anew by the corrected rule', () => {
      const { due, steps } = explained(promised(), correction('2026-12-09', '2026-12-09'));
      expect(due).toBe('2026-12-09');
      expect(steps[1]).toMatchObject({ kind: 'correction', cause: 'policy', before: '2026-12-10', computed: '2026-12-09', counted });
      expect(datesOf(steps[1])).toEqual([
        '2026-11-26 receipt',
        '2026-11-27 counted',
        '2026-11-28 weekend',
        '2026-11-29 weekend',
        '2026-11-30 counted',
        '2026-12-01 counted',
        '2026-12-02 counted',
        '2026-12-03 counted',
        '2026-12-04 counted',
        '2026-12-05 weekend',
        '2026-12-06 weekend',
        '2026-12-07 Stängt',
        '2026-12-08 counted',
        '2026-12-09 counted',
      ]);
    });

    it('is never one that had passed when it was told', () => {
      const short = { ...counted, term: { ...counted.term, count: 2 } };
      const late = fact('corrected', '2026-12-01', {
        promise: 'promised',
        cause: 'policy',
        computed: '2026-11-30',
        due: '2026-12-01',
        counted: short,
      });
      const { due, steps } = explained(promised(), late);
      expect(due).toBe('2026-12-01');
      expect(datesOf(steps[1]).slice(-2)).toEqual(['2026-11-30 counted', '2026-12-01 not-before-it-is-told']);
    });

    it('stands where the correction would make it later', () => {
      const { due, steps } = explained(promised(), correction('2026-12-14', '2026-12-10'));
      expect(due).toBe('2026-12-10');
      expect(steps[1]).toMatchObject({ why: 'not-in-the-citizens-favour', computed: '2026-12-14', days: [] });
    });

    it('stands where a delay notice has set another', () => {
      const extended = [delayed('2026-12-01', '2026-12-18'), handedOver('delayed', '2026-12-01')];
      const { due, steps } = explained(promised(), ...extended, correction('2026-12-09', '2026-12-09'));
      expect(due).toBe('2026-12-18');
      expect(steps[2]).toMatchObject({ kind: 'correction', why: 'extended-already' });
    });
  });
});
