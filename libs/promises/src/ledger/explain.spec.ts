import fc from 'fast-check';
import { corrections, dueDate, explain, ledgerOf, workingCalendar, type ExplainedStep, type PromiseFact, type Term } from '#promises';
import { dayNo, daysFrom } from '#test/any-history';
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

  it('adds up: day by day from the basis to the date, with as many counted as the term has', () => {
    const unit = fc.constantFrom<Term['unit'][]>('workingDays', 'calendarDays', 'weeks');
    const term = fc.record({ unit, count: fc.integer({ min: 1, max: 20 }), roll: fc.boolean() });
    const length = ({ unit: of, count }: Term) => (of === 'weeks' ? 7 * count : count);
    fc.assert(
      fc.property(fc.nat(1000).map(dayNo), term, fc.option(term), fc.nat(9), (from, first, corrected, more) => {
        const counted = { ...fourteenDays, from, term: first };
        const facts = [promised({ due: dueDate(from, first, swedishCalendar).due, counted })];
        const right = { cause: 'policy', policy: 'gotland', policyVersion: 1, terms: { answer: corrected ?? first } } as const;
        const recounts = corrections(ledgerOf(facts), right, { calendar: swedishCalendar, today: from });
        facts.push(...recounts.map((recount) => fact('corrected', from, recount)));
        const { due: before } = explained(...facts);
        const until = Array.from({ length: more }, (_, day) => dayNo(daysFrom(before) + day + 1)).at(-1) ?? before;
        facts.push(delayed(from, until), handedOver('delayed', from));

        const { due, steps } = explained(...facts);
        const counts = steps.filter((step) => step.kind === 'counted' || (step.kind === 'correction' && step.why === undefined));
        const extension = steps.find(({ kind }) => kind === 'extension');
        const days = [counts.at(-1), extension].flatMap((step) => (step && 'days' in step ? step.days : []));
        const held = counts.at(-1)?.kind === 'correction' ? (corrected ?? first) : first;
        expect(days.map(({ date }) => date)).toEqual(
          Array.from({ length: daysFrom(due) - daysFrom(from) + 1 }, (_, day) => dayNo(daysFrom(from) + day)),
        );
        expect(days.filter((day) => day.counted)).toHaveLength(length(held));
      }),
      { numRuns: 5_000 },
    );
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
