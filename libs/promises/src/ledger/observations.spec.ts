import { agendaOf, ledgerOf, observationOf, workDoneBy, type PromiseFact } from '#promises';
import { objections } from '#test/event-schemas';
import { answered, fact, promised, undeliverable } from '#test/promise-facts';
import { swedishCalendar as calendar } from '#test/swedish-calendar';

const plan = { reminders: [3, 1], escalations: [1, 3, 5] };
const bounce = 'b1ce9a64-0d0f-8f7e-9d57-3c1d2f5a6b70';
const due = (today: string, ...facts: PromiseFact[]) => agendaOf(ledgerOf(facts), { plan, calendar }, today).due;
const all = [
  ...due('2026-12-10', promised()),
  ...due('2026-12-31', promised()),
  ...due('2026-12-03', promised(), answered('2026-12-01'), undeliverable('answered', '2026-12-02', bounce)),
  ...due('2026-12-09', fact('clarification-asked', '2026-12-01', { replyBy: '2026-12-08' })),
];

describe('work that was done', () => {
  it('is told in an event of its own, with the day it belongs to and no more than is needed', () => {
    expect(all.map(observationOf).map(({ type, data }) => ({ type, ...data, promise: '' }))).toEqual([
      { type: 'PromiseReminded', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-07', workingDays: 3, to: 'officer' },
      { type: 'PromiseReminded', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-09', workingDays: 1, to: 'officer' },
      { type: 'PromiseMissed', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-11' },
      { type: 'PromiseEscalated', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-11', workingDays: 1, to: 'officer' },
      { type: 'PromiseEscalated', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-15', workingDays: 3, to: 'manager' },
      { type: 'PromiseEscalated', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-17', workingDays: 5, to: 'head' },
      { type: 'PromiseUndelivered', promise: '', what: 'answer', due: '2026-12-10', on: '2026-12-02', by: bounce, to: 'officer' },
      { type: 'ReplyOverdue', promise: '', what: 'clarification-reply', due: '2026-12-08', on: '2026-12-09', to: 'officer' },
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
