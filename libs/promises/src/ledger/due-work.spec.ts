import { agendaOf, ledgerOf, type PromiseFact } from '#promises';
import { answered, bounced, delayed, fact, handedOver, promised } from '#test/promise-facts';
import { swedishCalendar as calendar } from '#test/swedish-calendar';

const around = { plan: { reminders: [3, 1], escalations: [1, 3, 5] }, calendar };

/** What is to have been done by a day: on which day, what, to whom. */
const work = (today: string, ...facts: PromiseFact[]) =>
  agendaOf(ledgerOf(facts), around, today).due.map(({ on, kind, to }) => [on, kind, to ?? 'nobody'].join(' '));
const next = (today: string, ...facts: PromiseFact[]) => agendaOf(ledgerOf(facts), around, today).nextOn;

describe('work that a promise asks for', () => {
  it('is a reminder on working days before the date, and only then', () => {
    expect(work('2026-12-06', promised())).toEqual([]);
    expect(work('2026-12-07', promised())).toEqual(['2026-12-07 reminder officer']);
    expect(work('2026-12-10', promised())).toEqual(['2026-12-07 reminder officer', '2026-12-09 reminder officer']);
  });

  it('is, once it is missed, the miss on the first day after, and word up to the head and no further', () => {
    expect(work('2026-12-11', promised())).toEqual(['2026-12-11 missed nobody', '2026-12-11 escalation officer']);
    expect(work('2027-03-01', promised())).toEqual([
      '2026-12-11 missed nobody',
      '2026-12-11 escalation officer',
      '2026-12-15 escalation manager',
      '2026-12-17 escalation head',
    ]);
  });

  it('has its own dates, however late it is found', () => {
    const [later] = agendaOf(ledgerOf([promised()]), around, '2027-03-01').due;
    const [atOnce] = agendaOf(ledgerOf([promised()]), around, '2026-12-11').due;
    expect(later).toEqual(atOnce);
  });

  it('records a miss on a holiday, and tells nobody before people work', () => {
    const onChristmasEve = promised({ due: '2026-12-24' });
    expect(work('2026-12-27', onChristmasEve)).toEqual(['2026-12-25 missed nobody']);
    expect(work('2026-12-28', onChristmasEve)).toContain('2026-12-28 escalation officer');
  });

  it('ends when the answer arrives, also late', () => {
    const late = [promised(), answered('2026-12-14'), handedOver('answered', '2026-12-14')];
    expect(work('2027-03-01', ...late)).toEqual(['2026-12-11 missed nobody']);
    expect(work('2027-03-01', promised(), answered('2026-12-01'), handedOver('answered', '2026-12-01'))).toEqual([]);
  });

  it('begins again when the mail bounces', () => {
    const facts = [promised(), answered('2026-12-01'), handedOver('answered', '2026-12-01'), bounced('notice of answered', '2026-12-09')];
    expect(work('2026-12-09', ...facts)).toHaveLength(2);
  });

  it('is other work after a delay notice, and the same again if that bounces', () => {
    const keys = (...facts: PromiseFact[]) => agendaOf(ledgerOf([promised(), ...facts]), around, '2026-12-11').due.map(({ key }) => key);
    const extended = [delayed('2026-12-08', '2026-12-14'), handedOver('delayed', '2026-12-08')];
    expect(keys(...extended)).toEqual(['promised/2026-12-14/reminder/3', 'promised/2026-12-14/reminder/1']);
    expect(keys(...extended, bounced('notice of delayed', '2026-12-09'))).toEqual(expect.arrayContaining(keys()));
  });

  it('never belongs to a day before the promise was made', () => {
    expect(work('2026-11-30', promised({ due: '2026-11-27' }))).not.toContain('2026-11-24 reminder officer');
  });

  it('is nothing for a reply that the submitter owes', () => {
    expect(work('2027-03-01', fact('clarification-asked', '2026-12-01', { replyBy: '2026-12-15' }))).toEqual([]);
  });
});

describe('the next day with work', () => {
  it.each([
    ['2026-11-26', '2026-12-07'],
    ['2026-12-07', '2026-12-09'],
    ['2026-12-09', '2026-12-11'],
    ['2026-12-11', '2026-12-15'],
    ['2026-12-15', '2026-12-17'],
    ['2026-12-17', undefined],
  ])('after %s is %s', (today, on) => {
    expect(next(today, promised())).toBe(on);
  });

  it('never comes for what is kept', () => {
    expect(next('2026-12-01', promised(), answered('2026-12-01'), handedOver('answered', '2026-12-01'))).toBeUndefined();
  });
});
