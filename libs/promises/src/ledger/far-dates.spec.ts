import {
  agendaOf,
  corrections,
  dueDateIfCovered,
  explain,
  ledgerOf,
  workingDaysBetween,
  type PromiseFact,
  type WorkingCalendar,
} from '#promises';
import { delayed, fact, fourteenDays, handedOver, promised } from '#test/promise-facts';
import { swedishCalendar } from '#test/swedish-calendar';

/** Dates that stood in logs before they were refused at the command. */
const farDates = ['9999-12-31', '2206-12-10', '2060-12-25', '1900-01-01', '0001-01-01'];

/** A calendar that counts how often it is asked: what is done for a date is measured in that, not in time. */
function counting() {
  let asked = 0;
  const covers = (date: string) => ((asked += 1), swedishCalendar.covers(date));
  const whyClosed = (date: string) => ((asked += 1), swedishCalendar.whyClosed(date));
  const calendar: WorkingCalendar = { ...swedishCalendar, covers, whyClosed, isWorkingDay: (date) => whyClosed(date) === undefined };
  return { calendar, steps: () => asked };
}

const atMost = 1_000;
const plan = { reminders: [3, 1], escalations: [1, 3, 5] };

describe.each(farDates)('a date like %s that is in the log already', (far) => {
  const planned = fact('action-planned', '2026-11-27', { action: 'lamp', due: far });
  const asked = fact('clarification-asked', '2026-11-27', { replyBy: far });
  const moved = [delayed('2026-12-01', far), handedOver('delayed', '2026-12-01')];

  it('leaves the other promises of the case their work, on their days', () => {
    const work = (...facts: PromiseFact[]) => {
      const { calendar, steps } = counting();
      const { due } = agendaOf(ledgerOf(facts), { plan, calendar }, '2026-12-20');
      expect(steps()).toBeLessThan(atMost);
      return due.filter(({ promise }) => promise === 'promised').map(({ kind, on }) => `${kind} ${on}`);
    };
    expect(work(promised(), planned, asked)).toEqual(work(promised()));
    expect(work(promised())).toContain('missed 2026-12-11');
  });

  it('is explained in few words, and in a bounded number of steps', () => {
    const { calendar, steps } = counting();
    const explained = (...facts: PromiseFact[]) => ledgerOf(facts).map((promise) => explain(promise, () => calendar));
    const days = [
      ...explained(promised(), ...moved, planned, asked),
      ...explained(promised({ due: far, counted: { ...fourteenDays, from: far } })),
    ]
      .flatMap((one) => one.steps)
      .flatMap((step) => ('days' in step ? step.days : []));
    expect(days.length).toBeLessThan(2 * 366);
    expect(steps()).toBeLessThan(atMost);
  });

  it('disturbs no correction, and no count', () => {
    const { calendar, steps } = counting();
    const right = { cause: 'receipt-date', from: fourteenDays.from, to: far } as const;
    expect(corrections(ledgerOf([promised(), planned]), right, { calendar, today: '2026-12-01' }).length).toBeLessThan(2);
    for (const unit of ['workingDays', 'calendarDays', 'weeks', 'months'] as const)
      expect(dueDateIfCovered(far, { unit, count: 9_999, roll: true }, calendar)).toBeUndefined();
    expect(workingDaysBetween(far, '2026-12-01', calendar) ?? 0).toBe(0);
    expect(steps()).toBeLessThan(atMost);
  });
});
