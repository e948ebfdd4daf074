import fc from 'fast-check';
import { corrections, dueDate, explain, ledgerOf, type Explanation, type PromiseFact, type Recount, type Term } from '#promises';
import { dayNo, daysFrom } from '#test/any-history';
import { delayed, fact, fourteenDays, handedOver, promised } from '#test/promise-facts';
import { swedishCalendar as calendar } from '#test/swedish-calendar';

const unit = fc.constantFrom<Term['unit'][]>('workingDays', 'calendarDays', 'weeks');
const term = fc.record({ unit, count: fc.integer({ min: 1, max: 20 }), roll: fc.boolean() });
const length = ({ unit: of, count }: Term): number => (of === 'weeks' ? 7 * count : count);
const runs = { numRuns: 5_000 };

/** The policy by which the answer was promised, if it had said another term. */
const putRight = (answer: Term) => ({ cause: 'policy', policy: 'gotland', policyVersion: 1, terms: { answer } }) as const;
const counted = (from: string, answer: Term): PromiseFact =>
  promised({ due: dueDate(from, answer, calendar).due, counted: { ...fourteenDays, from, term: answer } });
const recorded = (on: string, { promise, cause, computed, due, counted: by }: Recount): PromiseFact =>
  fact('corrected', on, { promise, cause, computed, due, counted: by });
const explained = (facts: readonly PromiseFact[]): Explanation => explain(ledgerOf(facts)[0]!, () => calendar);

it('any correction moves no date later, none before it is told, and touches nothing the second time', () => {
  const from = '2026-11-26';
  fc.assert(
    fc.property(term, term, fc.nat(40).map(dayNo), (was, is, today) => {
      const facts = [counted(from, was)];
      const recounts = (some: readonly PromiseFact[]) => corrections(ledgerOf(some), putRight(is), { calendar, today });
      const { due } = dueDate(from, was, calendar);
      for (const recount of recounts(facts)) {
        expect(recount.due <= due && (recount.due === due || recount.due >= today)).toBe(true);
        expect(recount.due === due || recount.due >= recount.computed).toBe(true);
      }
      expect(recounts(facts).length === 0).toBe(due < today || dueDate(from, is, calendar).due === due);
      expect(recounts([...facts, ...recounts(facts).map((recount) => recorded(today, recount))])).toEqual([]);
    }),
    runs,
  );
});

it('the explanation of any date adds up: day by day from the basis to the date, with as many counted as the term has', () => {
  fc.assert(
    fc.property(fc.nat(1000).map(dayNo), term, fc.option(term), fc.nat(9), (from, first, corrected, more) => {
      const facts = [counted(from, first)];
      const recounts = corrections(ledgerOf(facts), putRight(corrected ?? first), { calendar, today: from });
      facts.push(...recounts.map((recount) => recorded(from, recount)));
      const { due: before } = explained(facts);
      const until = Array.from({ length: more }, (_, day) => dayNo(daysFrom(before) + day + 1)).at(-1) ?? before;
      facts.push(delayed(from, until), handedOver('delayed', from));

      const { due, steps } = explained(facts);
      const counts = steps.filter((step) => step.kind === 'counted' || (step.kind === 'correction' && step.why === undefined));
      const extension = steps.find(({ kind }) => kind === 'extension');
      const days = [counts.at(-1), extension].flatMap((step) => (step && 'days' in step ? step.days : []));
      const held = counts.at(-1)?.kind === 'correction' ? (corrected ?? first) : first;
      expect(days.map(({ date }) => date)).toEqual(
        Array.from({ length: daysFrom(due) - daysFrom(from) + 1 }, (_, day) => dayNo(daysFrom(from) + day)),
      );
      expect(days.filter((day) => day.counted)).toHaveLength(length(held));
    }),
    runs,
  );
});
