import { agendaOf, ledgerOf, observationOf, workDoneBy } from '#promises';
import { objections } from '#test/event-schemas';
import { promised } from '#test/promise-facts';
import { swedishCalendar as calendar } from '#test/swedish-calendar';

const plan = { reminders: [3, 1], escalations: [1, 3, 5] };
const ledger = ledgerOf([promised()]);
const all = [...agendaOf(ledger, { plan, calendar }, '2026-12-10').due, ...agendaOf(ledger, { plan, calendar }, '2026-12-31').due];

describe('work that was done', () => {
  it('is told in an event of its own, with the day it belongs to and no more than is needed', () => {
    expect(all.map(observationOf).map(({ type, data }) => ({ type, ...data, promise: '' }))).toEqual([
      { type: 'PromiseReminded', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-07', workingDays: 3, to: 'officer' },
      { type: 'PromiseReminded', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-09', workingDays: 1, to: 'officer' },
      { type: 'PromiseMissed', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-11' },
      { type: 'PromiseEscalated', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-11', workingDays: 1, to: 'officer' },
      { type: 'PromiseEscalated', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-15', workingDays: 3, to: 'manager' },
      { type: 'PromiseEscalated', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-17', workingDays: 5, to: 'head' },
    ]);
  });

  it('is told as its schema says', () => {
    const promise = '1f9d2c84-7e35-8b60-a1c4-93e0d57b26fa';
    const told = all.map(observationOf).map(({ type, data }) => ({ type, data: { ...data, promise } }));
    expect(told.flatMap(objections)).toEqual([]);
  });

  it('is known again by its event alone', () => {
    expect(all.map(observationOf).map(workDoneBy)).toEqual(all.map(({ key }) => key));
  });
});
